// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignment/assigndialog.h"

#include "models/domain/whendone.h"
#include "ui/assignment/assignment.h"
#include "ui/assignment/teamdelegate.h"
#include "ui/assignment/teammodel.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int AssignMargin = 16;

QString headingOf(ResourceKind kind, int count)
{
    if (count == 1)
        return AssignDialog::tr("Assign to");
    switch (kind) {
    case ResourceKind::SalesLead:
        return AssignDialog::tr("Assign %n leads to", nullptr, count);
    case ResourceKind::SalesOpportunity:
        return AssignDialog::tr("Assign %n opportunities to", nullptr, count);
    case ResourceKind::Quote:
        return AssignDialog::tr("Assign %n quotes to", nullptr, count);
    }
    return {};
}

} // namespace

AssignDialog::AssignDialog(Context &context, ResourceKind kind, const QStringList &ids, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_kind(kind)
    , m_ids(ids)
    , m_team(new TeamModel(context, kind, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Assign"));
    build(headingOf(kind, static_cast<int>(ids.size())));
    resize(380, 420);
    filter({});
}

void AssignDialog::build(const QString &heading)
{
    auto *title = new QLabel(heading, this);
    title->setProperty("look", u"title"_s);
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(u"filter"_s);
    m_filter->setAccessibleName(heading);
    m_filter->setPlaceholderText(tr("Name"));
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, &AssignDialog::filter);
    m_list = new QListView(this);
    m_list->setObjectName(u"team"_s);
    m_list->setAccessibleName(tr("Team"));
    m_list->setModel(m_team);
    m_list->setItemDelegate(new TeamDelegate(m_list));
    m_list->setMouseTracking(true);
    connect(m_list, &QListView::doubleClicked, this, &AssignDialog::choose);
    m_problem = new QLabel(this);
    m_problem->setObjectName(u"problem"_s);
    m_problem->setProperty("look", u"error"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *content = new QVBoxLayout;
    content->setContentsMargins(AssignMargin, AssignMargin, AssignMargin, 0);
    content->setSpacing(12);
    content->addWidget(title);
    content->addWidget(m_filter);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(12);
    all->addLayout(content);
    all->addWidget(m_list, 1);
    all->addWidget(buildFooter());
}

QWidget *AssignDialog::buildFooter()
{
    auto *footer = new QWidget(this);
    auto *cancel = new QPushButton(tr("Cancel"), footer);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &AssignDialog::reject);
    m_assign = new QPushButton(tr("Assign"), footer);
    m_assign->setObjectName(u"assign"_s);
    m_assign->setProperty("look", u"primary"_s);
    m_assign->setDefault(true);
    connect(m_assign, &QPushButton::clicked, this, &AssignDialog::choose);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(AssignMargin, 0, AssignMargin, 12);
    row->setSpacing(8);
    row->addWidget(m_problem, 1);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_assign);
    return footer;
}

void AssignDialog::filter(const QString &text)
{
    m_team->setFilter(text);
    m_list->setCurrentIndex(m_team->index(0));
    m_assign->setEnabled(m_team->rowCount() > 0);
}

void AssignDialog::choose()
{
    const QModelIndex chosen = m_list->currentIndex();
    if (!chosen.isValid() || !m_assign->isEnabled())
        return;
    m_assign->setEnabled(false);
    m_problem->hide();
    const Person person = m_team->person(chosen);
    whenDone(assignRecords(m_context, m_kind, m_ids, person), this,
             [this, person](const Result<void> &done) { take(person, done); });
}

void AssignDialog::take(const Person &person, const Result<void> &done)
{
    m_assign->setEnabled(true);
    if (!done) {
        m_problem->setText(done.error().sentence);
        m_problem->show();
        return;
    }
    Q_EMIT assigned(person);
    accept();
}

bool AssignDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(m_list, event);
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
}

} // namespace salesbench
