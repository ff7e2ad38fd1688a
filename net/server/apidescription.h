// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/server/apierror.h"
#include "net/server/schema.h"

namespace salesbench {

/// resources/openapi.json: what is served to whoever asks, and what bodies are checked by.
class ApiDescription {
public:
    ApiDescription();

    const QByteArray &json() const { return m_json; }
    const SchemaSet &schemas() const { return m_schemas; }

    /// 400 names the first attribute of @p document that is wrong.
    ApiResult<void> check(const QString &schema, const QJsonObject &document) const;

private:
    QByteArray m_json;
    SchemaSet m_schemas;
};

} // namespace salesbench
