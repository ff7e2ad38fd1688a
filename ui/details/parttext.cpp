// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/parttext.h"

#include "models/domain/face.h"
#include "models/domain/move.h"
#include "models/domain/words.h"
#include "ui/details/documentpath.h"
#include "ui/details/fieldtext.h"
#include "ui/details/partkind.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct PartTextWords {
    Q_DECLARE_TR_FUNCTIONS(PartText)
};

/// The fields that show the part's attribute or something in it.
QVector<const AttributeField *> fieldsOf(ResourceKind kind, const ConflictPart &part)
{
    QVector<const AttributeField *> result;
    for (const AttributeField &field : attributeFields(kind)) {
        if (QString::fromLatin1(field.path).section(u'.', 0, 0) == part.attribute)
            result.append(&field);
    }
    return result;
}

/// @p value as fieldText() wants it, which knows the whole attribute or what is in it.
QString fieldTextIn(const AttributeField &field, const QJsonValue &value)
{
    const QString inside = QString::fromLatin1(field.path).section(u'.', 1);
    const QJsonValue own = inside.isEmpty() ? value : valueAt(value.toObject(), inside);
    const QString text = fieldText(field, own);
    return field.editor == EditorKind::Choice ? choiceText(text) : text.simplified();
}

/// Of several fields in one attribute those that the sides do not agree on.
QVector<const AttributeField *> shownFields(ResourceKind kind, const ConflictPart &part)
{
    QVector<const AttributeField *> fields = fieldsOf(kind, part);
    if (fields.size() < 2)
        return fields;
    fields.removeIf([&part](const AttributeField *field) {
        const QString base = fieldTextIn(*field, part.base);
        return base == fieldTextIn(*field, part.mine) && base == fieldTextIn(*field, part.theirs);
    });
    return fields;
}

std::optional<PartKind> partKindOf(ResourceKind kind, const ConflictPart &part)
{
    const QVector<PartKind> kinds = partKinds(kind);
    const auto found = std::ranges::find_if(
        kinds, [&part](const PartKind &list) { return list.attribute == part.attribute; });
    return found == kinds.end() ? std::nullopt : std::optional(*found);
}

/// Of a link to a document of ours; else empty.
QString linkLabel(const QString &attribute)
{
    if (attribute == resourceType(ResourceKind::SalesLead).name)
        return PartTextWords::tr("Linked lead");
    if (attribute == resourceType(ResourceKind::SalesOpportunity).name)
        return PartTextWords::tr("Linked opportunity");
    if (attribute == resourceType(ResourceKind::Quote).name)
        return PartTextWords::tr("Linked quote");
    return {};
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString nameOrId(const QJsonValue &value)
{
    const QJsonObject ref = value.toObject();
    const QString name = ref.value("name"_L1).toString();
    return name.isEmpty() ? json::toText(ref.value("id"_L1)) : name;
}

QString stateWithReason(ResourceKind kind, const ConflictPart &part, const QJsonValue &value)
{
    const QJsonValue state = part.withReason ? value.toObject().value("status"_L1) : value;
    const QString reason = part.withReason ? value.toObject().value("statusChangeReason"_L1).toString() : QString();
    const QString word = statusText(kind, json::toText(state));
    return reason.isEmpty() ? word : u"%1: %2"_s.arg(word, reason.simplified());
}

QString quoteLineText(const QJsonObject &line)
{
    QString name = nameOrId(line.value("productOffering"_L1));
    if (name.isEmpty())
        name = nameOrId(line.value("product"_L1));
    const QString quantity = json::toText(line.value("quantity"_L1));
    return quantity.isEmpty() ? name : u"%1 × %2"_s.arg(quantity, name);
}

/// What no field and no list of the details pane shows.
QString plainPartText(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList names;
        const QJsonArray all = value.toArray();
        for (const QJsonValue &one : all)
            names.append(one.isObject() ? nameOrId(one) : json::toText(one));
        return names.join(u", "_s);
    }
    if (!value.isObject())
        return json::toText(value);
    const QString name = nameOrId(value);
    return name.isEmpty()
        ? QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact))
        : name;
}

QString elementText(ResourceKind kind, const ConflictPart &part, const QJsonObject &element)
{
    if (part.attribute == "note"_L1)
        return element.value("text"_L1).toString().simplified();
    if (part.attribute == "quoteItem"_L1)
        return quoteLineText(element);
    const std::optional<PartKind> list = partKindOf(kind, part);
    if (!list)
        return plainPartText(element);
    const PartLine line = list->line(element);
    return line.detail.isEmpty() ? line.text : u"%1, %2"_s.arg(line.text, line.detail);
}

QString changeText(ResourceKind kind, const ConflictPart &part, const QJsonValue &from, const QJsonValue &to)
{
    const auto shown = [&](const QJsonValue &value) {
        const QString text = partText(kind, part, value);
        return text.isEmpty() ? PartTextWords::tr("none") : text;
    };
    return u"%1: %2 → %3"_s.arg(partLabel(kind, part), shown(from), shown(to));
}

} // namespace

QString partLabel(ResourceKind kind, const ConflictPart &part)
{
    if (part.attribute == resourceType(kind).stateAttribute)
        return PartTextWords::tr("Status");
    if (part.attribute == "note"_L1)
        return PartTextWords::tr("Note");
    if (part.attribute == "quoteItem"_L1)
        return part.key.isEmpty() ? PartTextWords::tr("Line") : PartTextWords::tr("Line %1").arg(part.key);
    if (const std::optional<PartKind> list = partKindOf(kind, part))
        return capitalised(part.isElement ? list->one : list->title);
    if (const QString link = linkLabel(part.attribute); !link.isEmpty())
        return link;
    QStringList labels;
    for (const AttributeField *field : shownFields(kind, part))
        labels.append(fieldLabel(*field));
    return labels.isEmpty() ? part.attribute : labels.join(u", "_s);
}

QString partText(ResourceKind kind, const ConflictPart &part, const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return {};
    if (part.attribute == resourceType(kind).stateAttribute)
        return stateWithReason(kind, part, value);
    if (part.isElement)
        return elementText(kind, part, value.toObject());
    const QVector<const AttributeField *> fields = shownFields(kind, part);
    QStringList texts;
    for (const AttributeField *field : fields)
        texts.append(fieldTextIn(*field, value));
    return fields.isEmpty() ? plainPartText(value) : texts.join(u" – "_s);
}

const AttributeField *typedField(ResourceKind kind, const ConflictPart &part)
{
    const QVector<const AttributeField *> fields = fieldsOf(kind, part);
    const bool isWhole = fields.size() == 1 && part.attribute == QLatin1StringView(fields.first()->path);
    const bool isTyped = isWhole && !part.isElement && fields.first()->editor != EditorKind::ReadOnly
        && fields.first()->editor != EditorKind::Ref && fields.first()->editor != EditorKind::Bool;
    return isTyped ? fields.first() : nullptr;
}

QStringList unsentTexts(const Record &record)
{
    Record against = record;
    if (against.remote.isEmpty())
        against.remote = against.base;
    QStringList lines;
    for (const ConflictPart &part : conflictParts(against)) {
        if (part.verdict == ConflictPart::Verdict::Mine || part.verdict == ConflictPart::Verdict::Open)
            lines.append(changeText(record.kind, part, part.mine, part.theirs));
    }
    return lines;
}

QStringList changedThereTexts(const Record &record)
{
    QStringList lines;
    for (const ConflictPart &part : conflictParts(record))
        lines.append(changeText(record.kind, part, part.base, part.theirs));
    return lines;
}

} // namespace salesbench
