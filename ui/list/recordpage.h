// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/kindwords.h"
#include "ui/shell/page.h"
#include "ui/widgets/context.h"

#include <functional>

class QStackedWidget;

namespace salesbench {

class DetailsPane;
class ListPanel;
class ListPatience;
class ListSum;
class PageActions;
class PaneHost;
class RecordActions;
class RecordFollower;
class RecordTable;
class ResourceTableModel;

/// The list of one kind of document beside the document that is current in it. A page for a kind says what
/// its "New" does and where a document opens in full; all else is here.
class RecordPage : public Page {
    Q_OBJECT

public:
    RecordPage(Context &context, ResourceKind kind, QWidget *parent = nullptr);
    ~RecordPage() override;

    QString title() const override { return m_words.title; }
    QString iconName() const override { return m_words.icon; }
    QString recordMenuTitle() const override { return m_words.menu; }
    QString countText() const override;
    QStringList statusTexts() const override;
    QString waitText() const override;
    void stopWaiting() override;
    QList<QAction *> menuActions(Menu menu) const override;
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
    ListPanel &list() const { return *m_list; }
    PageActions &actions() const { return *m_pageActions; }
    void setPaneShown(bool shown);
    bool isPaneShown() const;

protected:
    /// What the page's main button and Ctrl+N do.
    virtual void createRecord() = 0;
    /// Enter or a double click on the document with that local id. Here: the keys go into the pane.
    virtual void openInFull(const QString &localId);
    /// The pane shows @p record, or shows it anew.
    virtual void recordShown(const Record &record);

    Context &context() const { return m_context; }
    /// Shows @p view, which belongs to the page from then on, in place of the list; showList() brings it back.
    void showInstead(QWidget *view);
    void showList();
    /// Calls @p deed when the pane has the document of the current row.
    void whenShown(const std::function<void()> &deed);
    /// Puts @p action into the record menu and the rows' menu; it works while the list has the keys.
    void addRecordAction(QAction *action);
    /// A line under the list: what happened, and at most one thing to do about it.
    void say(const QString &text, const QString &action = {}, const std::function<void()> &deed = {});

    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void connectList();
    void connectActions();
    void showMenu(const QPoint &at);
    void showState();
    void showSum();
    void openCurrent();
    void focusPane(QStringView field = {});
    void focusField(QStringView field);

    Context &m_context;
    ResourceKind m_kind;
    KindWords m_words;
    ResourceTableModel *m_model = nullptr;
    RecordTable *m_table = nullptr;
    PageActions *m_pageActions = nullptr;
    RecordActions *m_recordActions = nullptr;
    ListPanel *m_list = nullptr;
    DetailsPane *m_pane = nullptr;
    RecordFollower *m_follower = nullptr;
    ListSum *m_sum = nullptr;
    ListPatience *m_patience = nullptr;
    QStackedWidget *m_stack = nullptr;
    PaneHost *m_host = nullptr;
};

} // namespace salesbench
