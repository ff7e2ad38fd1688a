// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

#include <QWidget>

class QVBoxLayout;

namespace salesbench {

/// The documents that a document names, each a button that leads there: lead, opportunity, quotes.
class LinkList : public QWidget {
    Q_OBJECT

public:
    explicit LinkList(QWidget *parent = nullptr);

    /// Hidden where the document names none.
    void setDocument(const QJsonObject &document);

Q_SIGNALS:
    void openRequested(salesbench::ResourceKind kind, const QString &id);

private:
    void addLinks(ResourceKind kind, const QJsonValue &refs);

    QJsonArray m_shown;
    QVBoxLayout *m_rows = nullptr;
};

} // namespace salesbench
