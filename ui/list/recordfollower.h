// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/context.h"

#include <QTimer>

#include <functional>

namespace salesbench {

class DetailsPane;
class RecordTable;
class ResourceTableModel;

/// Keeps the list's current row and the document in the pane together. The pane goes where a person goes in
/// the list; it stays with its document when that moves or leaves the list, and takes it along into the next
/// list where it is in that too.
class RecordFollower : public QObject {
    Q_OBJECT

public:
    RecordFollower(Context &context, RecordTable &table, DetailsPane &pane, ResourceTableModel &model,
                   QObject *parent = nullptr);

    /// By local or server id; the first document of the list where it is empty.
    void open(const QString &id);
    const QString &localId() const { return m_localId; }
    /// Whether the list lacks the document that the pane shows.
    bool isOutside() const;
    /// Whether the pane has the document of the current row.
    bool isShown() const;
    /// Calls @p deed when the pane has the document of the current row; not when the row is left before that.
    void whenShown(const std::function<void()> &deed);

Q_SIGNALS:
    void failed(const salesbench::Problem &problem);
    /// The document that was to be opened is in the list: its row is the current one.
    void found();
    /// It is not; the pane shows it all the same.
    void outside();

private:
    void goTo(int row);
    void follow();
    void show(const QString &localId);
    void takeOpened(const Record &record);
    void takeList();
    void findWanted();
    void takeContent();
    void leaveWhatIsGone();

    Context &m_context;
    RecordTable &m_table;
    DetailsPane &m_pane;
    ResourceTableModel &m_model;
    RowId m_row = 0; ///< of the document in the pane
    QString m_localId;
    RowId m_wanted = 0; ///< to become the current row as soon as its place is known
    bool m_isOpening = false; ///< someone asked for the wanted one by its id
    bool m_isPending = false; ///< the current row is not in the pane yet
    std::function<void()> m_deed; ///< waits for the pane
    QTimer m_pace; ///< rows that are run through are not all read in full
    QTimer m_doubt; ///< before a document counts as not being in the list
};

} // namespace salesbench
