// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/strictjson.h"

#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// Looks for what QJsonDocument would let pass, without building anything.
class JsonScan {
public:
    explicit JsonScan(QByteArrayView text)
        : m_text(text)
    {
    }

    /// Empty when nothing was found.
    QString objection()
    {
        if (m_text.startsWith("\xef\xbb\xbf"))
            return u"The body must not begin with a byte order mark."_s;
        while (m_at < m_text.size() && m_objection.isEmpty())
            step();
        return m_objection;
    }

private:
    void step()
    {
        const char c = m_text.at(m_at);
        if (c == '"')
            return string();
        if (c == '-' || (c >= '0' && c <= '9'))
            return number();
        if ((c == '{' || c == '[') && ++m_depth > MaximumJsonDepth)
            m_objection = u"The body nests deeper than %1 levels."_s.arg(MaximumJsonDepth);
        if (c == '}' || c == ']')
            --m_depth;
        ++m_at;
    }

    void string()
    {
        for (++m_at; m_at < m_text.size() && m_text.at(m_at) != '"' && m_objection.isEmpty();) {
            if (m_text.at(m_at) == '\\')
                escape();
            else if (static_cast<uchar>(m_text.at(m_at)) < ' ')
                m_objection = u"The body has a control character that is not escaped."_s;
            else
                ++m_at;
        }
        ++m_at;
    }

    void escape()
    {
        if (m_at + 1 >= m_text.size() || m_text.at(m_at + 1) != 'u') {
            if (m_at + 1 < m_text.size() && !QByteArrayView("\"\\/bfnrt").contains(m_text.at(m_at + 1)))
                m_objection = u"The body has a backslash before what needs none."_s; // RFC 8259 §7
            m_at += 2;
            return;
        }
        if (m_at + 6 > m_text.size()) { // cut off, and no JSON
            m_at = m_text.size();
            return;
        }
        const int unit = codeUnit();
        if (unit == 0)
            m_objection = u"The body has the character \\u0000."_s;
        else if (QChar::isLowSurrogate(static_cast<uint>(unit)))
            m_objection = u"The body has a lone surrogate."_s;
        else if (QChar::isHighSurrogate(static_cast<uint>(unit))
                 && !QChar::isLowSurrogate(static_cast<uint>(codeUnit())))
            m_objection = u"The body has a lone surrogate."_s;
    }

    /// What the escape at this place stands for, and past it; -1 where it is none.
    int codeUnit()
    {
        if (m_at + 6 > m_text.size() || m_text.at(m_at) != '\\' || m_text.at(m_at + 1) != 'u')
            return -1;
        bool ok = false;
        const int unit = m_text.sliced(m_at + 2, 4).toByteArray().toInt(&ok, 16);
        m_at += 6;
        return ok ? unit : -1;
    }

    void number()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && QByteArrayView("+-.0123456789eE").contains(m_text.at(m_at)))
            ++m_at;
        const QByteArrayView digits = m_text.sliced(begin, m_at - begin);
        if (digits.size() > 300 || digits.contains('e') || digits.contains('E')) {
            if (!std::isfinite(digits.toByteArray().toDouble()))
                m_objection = u"The number %1 is too large."_s.arg(
                    QLatin1StringView(digits.first(std::min<qsizetype>(digits.size(), 40))));
        }
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    QString m_objection;
};

tl::unexpected<ApiError> unreadable(const QString &message)
{
    return refused(400, u"This body cannot be read"_s, message);
}

ApiResult<QJsonDocument> parse(const QByteArray &body)
{
    if (const QString objection = JsonScan(body).objection(); !objection.isEmpty())
        return unreadable(objection);
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return unreadable(
            u"The body is not JSON: %1 at byte %2."_s.arg(error.errorString()).arg(error.offset));
    return json;
}

} // namespace

ApiResult<QJsonObject> parseObject(const QByteArray &body)
{
    return parse(body).and_then([](const QJsonDocument &json) -> ApiResult<QJsonObject> {
        if (json.isObject())
            return json.object();
        return unreadable(u"The body must be a JSON object."_s);
    });
}

ApiResult<QJsonArray> parseArray(const QByteArray &body)
{
    return parse(body).and_then([](const QJsonDocument &json) -> ApiResult<QJsonArray> {
        if (json.isArray())
            return json.array();
        return unreadable(u"The body must be a JSON list."_s);
    });
}

} // namespace salesbench
