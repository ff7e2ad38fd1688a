// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/filterpopup.h"
#include "ui/list/filtertopic.h"
#include "ui/widgets/context.h"

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QSortFilterProxyModel;

namespace salesbench {

class ValueModel;

/// Chooses among the values that the documents have in a field: a search, a list with ticks and counts, and
/// whether the field is or is not one of them.
class ValuePopup : public FilterPopup {
    Q_OBJECT

public:
    ValuePopup(Context &context, ResourceKind kind, FilterTopic topic, const ListFilter &filter,
               QWidget *parent);

Q_SIGNALS:
    void chosen(const QStringList &values, bool isExcluded);
    /// The values and what a person calls them have been read.
    void valuesRead(const QVector<salesbench::FieldValue> &values);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildHead(bool isExcluded);
    void buildList();
    void take(const Result<QVector<FieldValue>> &answer);
    void fitList();
    void search(const QString &text);
    bool searchKey(QKeyEvent *event);
    bool listKey(QKeyEvent *event);
    void toggle(const QModelIndex &index);
    void accept();
    void makeCurrent(int row);
    void tell(const QString &sentence);
    void report();

    Context &m_context;
    ResourceKind m_kind;
    FilterTopic m_topic;
    QStringList m_ticked; ///< before the values are here
    QPushButton *m_is = nullptr;
    QPushButton *m_isNot = nullptr;
    QLineEdit *m_search = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_message = nullptr;
    ValueModel *m_model = nullptr;
    QSortFilterProxyModel *m_found = nullptr;
    bool m_isTouched = false;
};

} // namespace salesbench
