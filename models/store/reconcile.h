// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/writertables.h"

namespace salesbench {

/// Server ids for those of @p ids that are local ones: empty for a document that the server does not have
/// yet.
Result<QMap<QString, QString>> knownServerIds(DocumentRows &documents, const QStringList &ids);

/// @p document with its references by local id turned into references by server id where that is known: the
/// server's own documents have them so, and only then can the two be compared.
Result<QJsonObject> withServerReferences(DocumentRows &documents, const QJsonObject &document);

/// Takes the server's newer @p document into @p record, which has edits of its own: merged where nothing
/// conflicts, else kept beside it as a conflict. A document that is being deleted here and was changed there
/// is one too, and so is a move that no longer can follow. Only the record is changed, not its rows.
Result<void> reconcile(DocumentRows &documents, Record &record, const QJsonObject &document,
                       const QString &etag);

} // namespace salesbench
