// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/latestdocuments.h"

#include "models/store/rowformat.h"

#include <memory>

namespace salesbench {

QJsonObject LatestDocuments::parse(const QByteArray &text)
{
    if (const std::unique_ptr<QJsonObject> known(m_documents.take(text)); known)
        return *known;
    const QJsonObject document = toDocument(text);
    m_documents.insert(text, new QJsonObject(document), text.size());
    return document;
}

} // namespace salesbench
