// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/versions.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// The versions beside one document that share its external id.
class Versions {
public:
    Versions(const ServedResource &resource, const QJsonObject &document, const QByteArrayList &kept)
        : m_resource(resource)
        , m_document(document)
        , m_version(versionOf(document))
    {
        for (const QByteArray &json : kept) {
            const QJsonObject other = QJsonDocument::fromJson(json).object();
            if (other.value("id"_L1) != document.value("id"_L1))
                m_others.append(other);
        }
    }

    ApiResult<void> check() const
    {
        if (m_others.isEmpty())
            return {};
        if (const QJsonObject same = find(m_version); !same.isEmpty())
            return refuse(u"%1 %2 already is version %3"_s.arg(m_resource.type.name,
                                                               same.value("id"_L1).toString(), m_version));
        bool isNumber = false;
        const qint64 number = m_version.toLongLong(&isNumber);
        return isNumber && number > 1 ? checkFollows(number) : ApiResult<void>();
    }

private:
    QString versionOf(const QJsonObject &document) const
    {
        return document.value(m_resource.versions->version).toString(u"1"_s);
    }

    /// Empty where there is none.
    QJsonObject find(const QString &version) const
    {
        const auto it = std::find_if(m_others.begin(), m_others.end(),
                                     [&](const QJsonObject &other) { return versionOf(other) == version; });
        return it == m_others.end() ? QJsonObject() : *it;
    }

    ApiResult<void> checkFollows(qint64 number) const
    {
        const QString before = QString::number(number - 1);
        const QString state = find(before).value(m_resource.type.stateAttribute).toString();
        const QString needed = toText(m_resource.versions->before);
        if (state == needed)
            return {};
        return refuse(u"version %1 needs version %2 to be %3, and %4"_s.arg(
            m_version, before, needed, state.isEmpty() ? u"there is none"_s : QString(u"it is "_s + state)));
    }

    ApiResult<void> refuse(const QString &why) const
    {
        const QLatin1StringView group = m_resource.versions->group;
        return refused(409, u"This version cannot be"_s,
                       u"%1: of %2 %3, %4."_s.arg(m_resource.versions->version, group,
                                                  m_document.value(group).toString(), why));
    }

    const ServedResource &m_resource;
    const QJsonObject &m_document;
    QString m_version;
    QVector<QJsonObject> m_others;
};

} // namespace

ApiResult<void> checkVersion(ServerDocuments &documents, const ServedResource &resource,
                             const QJsonObject &document)
{
    const QString external =
        resource.versions ? document.value(resource.versions->group).toString() : QString();
    if (external.isEmpty())
        return {};
    const Result<QByteArrayList> kept = documents.withExternalId(resource.type.kind, external);
    if (!kept)
        return tl::unexpected(toApiError(kept.error()));
    return Versions(resource, document, *kept).check();
}

} // namespace salesbench
