// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

#include <QWidget>

class QVBoxLayout;

namespace salesbench {

/// What happened to a document, the newest first: a sign, the words, and when.
class Timeline : public QWidget {
    Q_OBJECT

public:
    explicit Timeline(ResourceKind kind, QWidget *parent = nullptr);

    void setEntries(const QVector<AuditEntry> &entries, const QDateTime &now);

private:
    void addEntry(const AuditEntry &entry, const QDateTime &now);

    ResourceKind m_kind;
    QVBoxLayout *m_lines = nullptr;
};

} // namespace salesbench
