// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/workspace.h"

#include <QStringListModel>

class QLineEdit;

namespace salesbench {

/// The names of the offerings that documents of any kind have, the most frequent ones first: what is
/// suggested while a line's offering is typed.
class OfferingNames : public QObject {
    Q_OBJECT

public:
    explicit OfferingNames(WorkspaceQueries &queries, QObject *parent = nullptr);

    /// Reads them again; until then, and where that fails, the ones from before are suggested.
    void refresh();
    void suggestIn(QLineEdit *input);
    const QStringListModel &names() const { return m_names; }

private:
    void take(const QVector<FieldValue> &values);

    WorkspaceQueries &m_queries;
    QStringListModel m_names;
};

} // namespace salesbench
