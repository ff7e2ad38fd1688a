// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/editline.h"

#include "models/domain/face.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct EditLineText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::EditLine)
};

/// For Undo and the history.
QString title(Edit::Op op, ResourceKind kind)
{
    static constexpr const char *Titles[][ResourceKindCount]{
        {QT_TRANSLATE_NOOP("salesbench::EditLine", "Create a lead"),
         QT_TRANSLATE_NOOP("salesbench::EditLine", "Create an opportunity"),
         QT_TRANSLATE_NOOP("salesbench::EditLine", "Create a quote")},
        {QT_TRANSLATE_NOOP("salesbench::EditLine", "Edit a lead"),
         QT_TRANSLATE_NOOP("salesbench::EditLine", "Edit an opportunity"),
         QT_TRANSLATE_NOOP("salesbench::EditLine", "Edit a quote")},
        {QT_TRANSLATE_NOOP("salesbench::EditLine", "Delete a lead"),
         QT_TRANSLATE_NOOP("salesbench::EditLine", "Delete an opportunity"),
         QT_TRANSLATE_NOOP("salesbench::EditLine", "Delete a quote")},
    };
    return EditLineText::tr(Titles[static_cast<int>(op)][static_cast<int>(kind)]);
}

Result<QJsonObject> readObject(const QByteArray &line)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (error.error != QJsonParseError::NoError) {
        return badInput(
            EditLineText::tr("this is no JSON (%1, at byte %2)").arg(error.errorString()).arg(error.offset));
    }
    if (!document.isObject())
        return badInput(EditLineText::tr("this is JSON, but not an object like {\"op\":…}"));
    return document.object();
}

Result<Edit::Op> readOp(const QJsonObject &line)
{
    const QString op = line.value("op"_L1).toString();
    if (op == "create"_L1)
        return Edit::Op::Create;
    if (op == "update"_L1)
        return Edit::Op::Update;
    if (op == "delete"_L1)
        return Edit::Op::Delete;
    return badInput(EditLineText::tr("“op” must be create, update or delete"));
}

Result<ResourceKind> readKind(const QJsonObject &line)
{
    const QString name = line.value("resource"_L1).toString();
    if (const auto kind = resourceKindFromName(name))
        return *kind;
    return badInput(
        EditLineText::tr("“resource” must be salesLead, salesOpportunity or quote, not “%1”").arg(name));
}

Result<QJsonObject> readContent(const QJsonObject &line, const QString &name)
{
    const QJsonValue content = line.value(name);
    if (!content.isObject())
        return badInput(EditLineText::tr("“%1” is missing or is no object").arg(name));
    return content.toObject();
}

/// Only a uuid: two people who both call their first new lead "1" would make one of them vanish.
Result<QString> readNewId(const QJsonValue &given, const std::function<QString()> &newId)
{
    if (given.isUndefined() || given.isNull())
        return newId();
    const QUuid id = QUuid::fromString(json::toText(given));
    if (id.isNull())
        return badInput(
            EditLineText::tr("the “id” of a new document must be a uuid; leave it out to be given one"));
    return id.toString(QUuid::WithoutBraces);
}

Result<Edit> readCreation(const QJsonObject &line, Edit edit, const std::function<QString()> &newId)
{
    Result<QJsonObject> document = readContent(line, u"document"_s);
    if (!document)
        return tl::unexpected(document.error());
    const Result<QString> id = readNewId(document->take("id"_L1), newId);
    if (!id)
        return tl::unexpected(id.error());
    edit.content = *document;
    edit.id = *id;
    return edit;
}

/// An edit of a document that exists; a number as id counts as text, as everywhere.
Result<Edit> readEdit(const QJsonObject &line, Edit edit)
{
    edit.id = json::toText(line.value("id"_L1));
    if (edit.id.isEmpty())
        return badInput(EditLineText::tr("“id” is missing"));
    if (edit.op == Edit::Op::Delete)
        return edit;
    const Result<QJsonObject> patch = readContent(line, u"patch"_s);
    if (!patch)
        return tl::unexpected(patch.error());
    edit.content = *patch;
    return edit;
}

} // namespace

Result<Change> parseEditLine(const QByteArray &line, const std::function<QString()> &newId)
{
    const Result<QJsonObject> object = readObject(line);
    if (!object)
        return tl::unexpected(object.error());
    const Result<Edit::Op> op = readOp(*object);
    if (!op)
        return tl::unexpected(op.error());
    const Result<ResourceKind> kind = readKind(*object);
    if (!kind)
        return tl::unexpected(kind.error());
    const Edit begun{.op = *op, .kind = *kind, .id = {}, .content = {}};
    const Result<Edit> edit =
        *op == Edit::Op::Create ? readCreation(*object, begun, newId) : readEdit(*object, begun);
    if (!edit)
        return tl::unexpected(edit.error());
    return Change{.title = title(*op, *kind), .edits = {*edit}};
}

} // namespace salesbench
