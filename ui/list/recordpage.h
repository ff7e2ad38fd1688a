// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/columnplan.h"
#include "ui/shell/page.h"
#include "ui/widgets/context.h"

#include <memory>

class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace salesbench {

class DetailsPane;
class FilterBar;
class ListCounter;
class ListState;
class NoticeBar;
class RecordActions;
class RecordTable;
class ResourceTableModel;
class ViewTabs;

/// The list of one kind of document beside the document that is current in it. A page for a kind says what
/// its "New" does and where a document opens in full; all else is here.
class RecordPage : public Page {
    Q_OBJECT

public:
    RecordPage(Context &context, ResourceKind kind, QWidget *parent = nullptr);
    ~RecordPage() override;

    QString title() const override;
    QString iconName() const override;
    QString countText() const override;
    QStringList statusTexts() const override;
    QList<QAction *> menuActions(Menu menu) const override;
    QString recordMenuTitle() const override;
    void openRecord(const QString &id) override;
    void showOwnedBy(const Person &person) override;
    QList<QWidget *> parts() const override;
    bool isReady() const override;
    void saveTo(QSettings &settings) const override;
    void restoreFrom(const QSettings &settings) override;

    ResourceKind kind() const { return m_kind; }
    ResourceTableModel &model() const { return *m_model; }
    RecordTable &table() const { return *m_table; }
    DetailsPane &pane() const { return *m_pane; }
    FilterBar &filterBar() const { return *m_filter; }
    void setPaneShown(bool shown);

protected:
    /// What the page's main button and Ctrl+N do.
    virtual void createRecord() = 0;
    /// Enter or a double click on the document with that local id. Here: the keys go into the pane.
    virtual void openInFull(const QString &localId);

    Context &context() const { return m_context; }
    QPushButton &newButton() const { return *m_new; }
    QAction &newAction() const { return *m_newAction; }
    /// Shows @p view, which belongs to the page from then on, in place of the list; showList() brings it back.
    void showInstead(QWidget *view);
    void showList();
    /// Puts @p action at the end of the record menu and of the rows' menu; it belongs to the page.
    void addRecordAction(QAction *action);
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    QWidget *buildList();
    QWidget *buildTop();
    QWidget *buildFilterRow();
    void makeActions();
    void connectList();
    void connectPane();
    void applyFilter();
    void chooseView(int index);
    void takeFilter(const ListFilter &filter);
    void clearFilters();
    void followCurrent();
    void showInPane(const QString &localId);
    /// Makes the wanted document the current row as soon as its place is known.
    void findWanted();
    void takeList();
    void takeRecord(const Record &record);
    void showState();
    void showCounts();
    void focusPane(const QString &field = {});
    void showSelectionLimit();

    Context &m_context;
    ResourceKind m_kind;
    ResourceTableModel *m_model = nullptr;
    ListCounter *m_counter = nullptr;
    QStackedWidget *m_stack = nullptr;
    QSplitter *m_splitter = nullptr;
    ViewTabs *m_tabs = nullptr;
    FilterBar *m_filter = nullptr;
    RecordTable *m_table = nullptr;
    ListState *m_state = nullptr;
    NoticeBar *m_notice = nullptr;
    DetailsPane *m_pane = nullptr;
    RecordActions *m_actions = nullptr;
    QPushButton *m_new = nullptr;
    QAction *m_newAction = nullptr;
};

} // namespace salesbench
