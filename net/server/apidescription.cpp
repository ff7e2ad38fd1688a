// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/apidescription.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QByteArray description()
{
    QFile file(u":/salesbench/openapi.json"_s);
    if (!file.open(QFile::ReadOnly))
        qFatal("The program was built without openapi.json.");
    return file.readAll();
}

} // namespace

ApiDescription::ApiDescription()
    : m_json(description())
    , m_schemas(QJsonDocument::fromJson(m_json).object().value("components"_L1)["schemas"_L1].toObject())
{
}

ApiResult<void> ApiDescription::check(const QString &schema, const QJsonObject &document) const
{
    if (const auto wrong = m_schemas.objection(schema, document))
        return refused(400, u"An attribute is wrong"_s, *wrong);
    return {};
}

} // namespace salesbench
