// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/context.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace salesbench {

class TeamModel;

/// Asks who gets the documents, and assigns them in one change. Typing narrows the team down, arrows choose,
/// Enter assigns. Shown with open(); deletes itself when closed.
class AssignDialog : public QDialog {
    Q_OBJECT

public:
    AssignDialog(Context &context, ResourceKind kind, const QStringList &ids, QWidget *parent = nullptr);

Q_SIGNALS:
    void assigned(const salesbench::Person &person);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(const QString &heading);
    QWidget *buildFooter();
    void filter(const QString &text);
    void choose();
    void take(const Person &person, const Result<void> &done);

    Context &m_context;
    ResourceKind m_kind;
    QStringList m_ids;
    TeamModel *m_team = nullptr;
    QLineEdit *m_filter = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_assign = nullptr;
};

} // namespace salesbench
