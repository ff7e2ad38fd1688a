// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/liststate.h"

#include "models/items/resourcetablemodel.h"

#include <QAction>
#include <QEvent>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace salesbench {

ListState::ListState(const ResourceTableModel &model, QAction *create, QWidget *body)
    : EmptyState(body)
    , m_model(model)
    , m_words(kindWords(model.kind()))
    , m_new(create)
    , m_create(addButton(m_words.create))
    , m_clear(addButton(tr("Clear filters")))
    , m_retry(addButton(tr("Try again")))
{
    m_create->setObjectName(u"firstNew"_s);
    m_clear->setObjectName(u"clearFilters"_s);
    m_retry->setObjectName(u"tryAgain"_s);
    connect(m_create, &QPushButton::clicked, create, &QAction::trigger);
    connect(m_clear, &QPushButton::clicked, this, &ListState::clearPressed);
    connect(m_retry, &QPushButton::clicked, this, &ListState::retryPressed);
    body->installEventFilter(this);
    hide();
}

ListState::Why ListState::why(int filters) const
{
    if (m_model.rowCount() > 0 || m_model.phase() == ResourceTableModel::Phase::Loading)
        return Why::Rows;
    if (m_model.phase() == ResourceTableModel::Phase::Failed)
        return Why::Problem;
    if (filters > 0)
        return Why::Filters;
    return m_model.query().filter.isEmpty() ? Why::FirstUse : Why::View;
}

void ListState::update(int filters)
{
    const Why reason = why(filters);
    switch (reason) {
    case Why::Rows:
        break;
    case Why::FirstUse:
        say(m_words.icon, m_words.nothingYet, m_words.firstAdvice);
        break;
    case Why::View:
        say(u"check"_s, tr("Nothing here"), tr("The other views may have something."));
        break;
    case Why::Filters:
        say(u"filter"_s,
            filters == 1 ? tr("%1 this filter").arg(m_words.nothingFound)
                         : tr("%1 these %2 filters").arg(m_words.nothingFound, locale().toString(filters)),
            {});
        break;
    case Why::Problem:
        sayProblem(m_model.problem().value_or(Problem()));
        break;
    }
    m_create->setVisible(reason == Why::FirstUse && m_new->isEnabled());
    m_clear->setVisible(reason == Why::Filters);
    m_retry->setVisible(reason == Why::Problem);
    setGeometry(parentWidget()->rect());
    setVisible(reason != Why::Rows);
}

void ListState::sayProblem(const Problem &problem)
{
    const bool isStopped = problem.kind == Problem::Kind::Cancelled;
    say(isStopped ? u"clock"_s : u"warning"_s,
        isStopped ? tr("Loading was stopped") : tr("The list cannot be read"), problem.sentence);
}

bool ListState::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return EmptyState::eventFilter(watched, event);
}

} // namespace salesbench
