// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/createdpopup.h"

#include "ui/list/filtertopic.h"
#include "ui/widgets/theme.h"

#include <QDateEdit>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salesbench {

CreatedPopup::CreatedPopup(const CreatedRange &range, const QDateTime &now, QWidget *parent)
    : FilterPopup(topicTitle(FilterTopic::Created), parent)
    , m_now(now)
    , m_periods(new QListWidget(this))
{
    buildPeriods(range);
    buildOwnRange(range);
}

void CreatedPopup::buildPeriods(const CreatedRange &range)
{
    const std::optional<CreatedPeriod> chosen = periodOf(range, m_now);
    m_periods->setObjectName(u"periods"_s);
    m_periods->setAccessibleName(tr("Period"));
    m_periods->setUniformItemSizes(true);
    m_periods->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_periods->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (CreatedPeriod period : createdPeriods()) {
        auto *item = new QListWidgetItem(periodText(period), m_periods);
        item->setSizeHint({200, metrics::Row});
        if (period == chosen.value_or(CreatedPeriod::Today))
            m_periods->setCurrentItem(item);
    }
    m_periods->setFixedHeight(m_periods->count() * metrics::Row);
    m_periods->installEventFilter(this);
    m_column->addWidget(m_periods);
    connect(m_periods, &QListWidget::itemClicked, this, &CreatedPopup::choosePeriod);
}

void CreatedPopup::buildOwnRange(const CreatedRange &range)
{
    auto *title = new QLabel(tr("Own range"), this);
    title->setProperty("look", u"section"_s);
    m_column->addWidget(title);
    const CreatedRange month = rangeOf(CreatedPeriod::ThisMonth, m_now);
    const QDateTime last = range.to.isValid() ? range.to.toTimeZone(m_now.timeZone()).addMSecs(-1) : m_now;
    const QDateTime first = range.from.isValid() ? range.from.toTimeZone(m_now.timeZone()) : month.from;
    m_first = addDay(tr("From"), u"firstDay"_s, first.date());
    m_last = addDay(tr("Until"), u"lastDay"_s, last.date());
    auto *apply = new QPushButton(tr("Use this range"), this);
    apply->setObjectName(u"useRange"_s);
    m_column->addWidget(apply);
    connect(apply, &QPushButton::clicked, this, &CreatedPopup::chooseOwnRange);
}

QDateEdit *CreatedPopup::addDay(const QString &label, const QString &name, const QDate &day)
{
    auto *edit = new QDateEdit(day, this);
    edit->setObjectName(name);
    edit->setAccessibleName(label);
    edit->setDisplayFormat(u"d MMM yyyy"_s);
    edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
    edit->installEventFilter(this);
    auto *text = new QLabel(label, this);
    text->setProperty("look", u"muted"_s);
    text->setBuddy(edit);
    text->setFixedWidth(48);
    auto *row = new QHBoxLayout;
    row->addWidget(text);
    row->addWidget(edit, 1);
    m_column->addLayout(row);
    return edit;
}

void CreatedPopup::showEvent(QShowEvent *event)
{
    FilterPopup::showEvent(event);
    m_periods->setFocus(Qt::PopupFocusReason);
}

bool CreatedPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return FilterPopup::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isSpace = key == Qt::Key_Space && watched == m_periods;
    if (key != Qt::Key_Return && key != Qt::Key_Enter && !isSpace)
        return false;
    if (watched == m_periods)
        choosePeriod();
    else
        chooseOwnRange();
    return true;
}

void CreatedPopup::choosePeriod()
{
    Q_EMIT chosen(rangeOf(createdPeriods()[m_periods->currentRow()], m_now));
    close();
}

void CreatedPopup::chooseOwnRange()
{
    const auto [first, last] = std::minmax(m_first->date(), m_last->date());
    Q_EMIT chosen(rangeOf(first, last, m_now));
    close();
}

} // namespace salesbench
