// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/historytext.h"

#include "models/domain/move.h"
#include "models/domain/parts.h"
#include "models/domain/words.h"
#include "ui/details/attributefield.h"
#include "ui/details/fieldtext.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QString fromTo(const QString &before, const QString &after)
{
    return u"%1 → %2"_s.arg(before.isEmpty() ? u"–"_s : before, after.isEmpty() ? u"–"_s : after);
}

const AttributeField *fieldOf(ResourceKind kind, const QString &attribute)
{
    const auto fields = attributeFields(kind);
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const AttributeField &field) {
        return attribute == QLatin1StringView(field.path);
    });
    return found == fields.end() ? nullptr : &*found;
}

QString newNote(const AuditEntry &entry)
{
    const QJsonArray before = entry.before.toArray();
    const QJsonArray after = entry.after.toArray();
    return after.size() > before.size() ? Note(after.last().toObject()).text() : QString();
}

} // namespace

QString historyText(ResourceKind kind, const AuditEntry &entry)
{
    if (entry.attribute == resourceType(kind).stateAttribute)
        return fromTo(statusText(kind, entry.before.toString()), statusText(kind, entry.after.toString()));
    if (entry.attribute == "note"_L1) {
        const QString text = newNote(entry);
        return text.isEmpty() ? entry.title : u"“%1”"_s.arg(text);
    }
    const AttributeField *field = fieldOf(kind, entry.attribute);
    if (!field || field->editor == EditorKind::Multiline)
        return entry.title;
    const auto words = [&](const QJsonValue &value) {
        const QString text = fieldText(*field, value);
        return field->editor == EditorKind::Choice ? choiceText(text) : text;
    };
    return fieldLabel(*field) + u' ' + fromTo(words(entry.before), words(entry.after));
}

QString historyIcon(ResourceKind kind, const AuditEntry &entry)
{
    if (entry.attribute == resourceType(kind).stateAttribute)
        return u"flag"_s;
    if (entry.attribute == "note"_L1)
        return u"note"_s;
    if (entry.attribute == "relatedParty"_L1)
        return u"user"_s;
    return entry.fromServer ? u"server"_s : entry.attribute.isEmpty() ? u"plus"_s : u"edit"_s;
}

QString historyTime(const QDateTime &when, const QDateTime &now)
{
    const QDateTime local = when.toLocalTime();
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return QLocale().toString(local, u"HH:mm"_s);
    return QLocale().toString(local, days > 0 && days < 7 ? u"ddd HH:mm"_s : u"d MMM"_s);
}

} // namespace salesbench
