// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stylesheet.h"

#include "ui/widgets/theme.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QHash<QString, QColor> tokens(const Theme &theme)
{
    return {{u"window"_s, theme.window},
            {u"base"_s, theme.base},
            {u"panel"_s, theme.panel},
            {u"header"_s, theme.header},
            {u"hair"_s, theme.hair},
            {u"line"_s, theme.line},
            {u"text"_s, theme.text},
            {u"text2"_s, theme.text2},
            {u"text3"_s, theme.text3},
            {u"selectedText"_s, theme.selectedText},
            {u"accent"_s, theme.accent},
            {u"accentHover"_s, theme.accentHover},
            {u"onAccent"_s, theme.onAccent},
            {u"accentTint"_s, theme.accentTint},
            {u"sel"_s, theme.sel},
            {u"hover"_s, theme.hover},
            {u"focus"_s, theme.focus},
            {u"sync"_s, theme.sync},
            {u"rejected"_s, theme.pill(State::Rejected).fg},
            {u"rejectedFill"_s, theme.pill(State::Rejected).fill},
            {u"pending"_s, theme.pill(State::Pending).fg},
            {u"pendingFill"_s, theme.pill(State::Pending).fill},
            {u"accepted"_s, theme.pill(State::Accepted).fg},
            {u"acceptedFill"_s, theme.pill(State::Accepted).fill},
            {u"acknowledged"_s, theme.pill(State::Acknowledged).fg},
            {u"acknowledgedFill"_s, theme.pill(State::Acknowledged).fill}};
}

QString readTemplate()
{
    QFile file(u":/salesbench/style/salesbench.qss"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

QString styleSheet(const Theme &theme)
{
    static const QString source = readTemplate();
    static const QRegularExpression token(u"@(\\w+)"_s);
    const QHash<QString, QColor> colors = tokens(theme);
    QString result;
    qsizetype end = 0;
    for (auto it = token.globalMatch(source); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        result += source.sliced(end, match.capturedStart() - end);
        result += colors.value(match.captured(1)).name();
        end = match.capturedEnd();
    }
    return result + source.sliced(end);
}

} // namespace salesbench
