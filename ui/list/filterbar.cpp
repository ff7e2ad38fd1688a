// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/filterbar.h"

#include "models/domain/whendone.h"
#include "ui/list/createdpopup.h"
#include "ui/list/filterchip.h"
#include "ui/list/filtersettings.h"
#include "ui/list/valuepopup.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/taborder.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int Pause = 120; ///< ms of rest between the last letter and the query
constexpr int MostOwners = 1000;
constexpr int TextWidth = 190;

} // namespace

FilterBar::FilterBar(Context &context, ResourceKind kind, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_kind(kind)
    , m_chipRow(new QHBoxLayout)
    , m_add(new QPushButton(icon(u"plus"_s), tr("Filter"), this))
    , m_menu(new QMenu(this))
    , m_text(new QLineEdit(this))
{
    m_add->setObjectName(u"addFilter"_s);
    m_add->setProperty("look", u"chip"_s);
    m_add->setAccessibleName(tr("Add a filter"));
    m_add->setToolTip(tr("Add a filter (F)"));
    connect(m_add, &QPushButton::clicked, this, &FilterBar::addFilter);
    buildTextField();
    buildMenu();
    m_chipRow->setSpacing(6);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addLayout(m_chipRow);
    row->addWidget(m_add);
    row->addStretch(1);
    row->addWidget(m_text);
}

void FilterBar::buildTextField()
{
    m_text->setObjectName(u"filterText"_s);
    m_text->setProperty("look", u"small"_s);
    m_text->setPlaceholderText(tr("Filter in this list"));
    m_text->setAccessibleName(tr("Filter in this list"));
    m_text->setToolTip(tr("Words that the documents shall have (/)"));
    m_text->addAction(icon(u"filter"_s, IconInk::Muted), QLineEdit::LeadingPosition);
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(TextWidth / 2);
    m_text->setMaximumWidth(TextWidth);
    m_text->installEventFilter(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(Pause);
    connect(&m_pause, &QTimer::timeout, this, [this] { setFilter(next()); });
    connect(m_text, &QLineEdit::textEdited, this, [this] { m_pause.start(); });
    connect(m_text, &QLineEdit::returnPressed, this, [this] { setFilter(next()); });
}

void FilterBar::buildMenu()
{
    m_menu->setObjectName(u"filterMenu"_s);
    for (FilterTopic topic : filterTopics(m_kind)) {
        if (topic == FilterTopic::Created)
            m_menu->addSeparator();
        connect(m_menu->addAction(topicTitle(topic)), &QAction::triggered, this,
                [this, topic] { openTopic(topic); });
    }
}

QDateTime FilterBar::localNow() const
{
    return m_context.surroundings.now().toLocalTime();
}

void FilterBar::setFilter(const ListFilter &filter)
{
    m_pause.stop();
    if (m_text->text() != filter.text)
        m_text->setText(filter.text);
    if (filter == m_filter)
        return;
    m_filter = filter;
    showChips();
    Q_EMIT filterChanged(m_filter);
}

void FilterBar::clear()
{
    setFilter({});
}

void FilterBar::addFilter()
{
    m_menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height() + 2)));
    m_menu->setActiveAction(m_menu->actions().first());
}

void FilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FilterBar::saveTo(QSettings &settings) const
{
    keepFilter(settings, next(), localNow());
}

void FilterBar::restoreFrom(const QSettings &settings)
{
    setFilter(keptFilter(settings, localNow()));
}

/// The filter with what has just been typed.
ListFilter FilterBar::next() const
{
    ListFilter result = m_filter;
    result.text = m_text->text();
    return result;
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    const bool isEscape = watched == m_text && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (!isEscape || m_text->text().isEmpty())
        return QWidget::eventFilter(watched, event);
    m_text->clear();
    setFilter(next());
    return true;
}

void FilterBar::showChips()
{
    const QVector<FilterTopic> topics = filterTopics(m_kind);
    for (FilterTopic topic : topics) {
        const bool isShown = isFiltered(m_filter, topic) || topic == m_open;
        if (!isShown && m_chips.contains(topic))
            removeChip(topic);
        if (isShown && !m_chips.contains(topic))
            addChip(topic);
        if (isShown)
            showTexts(topic);
    }
    if (!m_ownersAsked && isFiltered(m_filter, FilterTopic::Owner))
        askOwners();
}

/// A filter that was kept has the owners' ids alone.
void FilterBar::askOwners()
{
    m_ownersAsked = true;
    whenDone(m_context.queries.values(m_kind, Field::OwnerId, MostOwners), this,
             [this](const Result<QVector<FieldValue>> &answer) {
                 learnOwners(answer.value_or(QVector<FieldValue>()));
             });
}

void FilterBar::learnOwners(const QVector<FieldValue> &owners)
{
    for (const FieldValue &owner : owners)
        m_ownerNames.insert(owner.value, owner.label);
    if (m_chips.contains(FilterTopic::Owner))
        showTexts(FilterTopic::Owner);
}

void FilterBar::addChip(FilterTopic topic)
{
    auto *chip = new FilterChip(this);
    chip->setObjectName(u"chip-"_s + topicTitle(topic));
    tabBefore(chip, m_add);
    m_chipRow->addWidget(chip);
    m_chips.insert(topic, chip);
    chip->show();
    connect(chip, &QAbstractButton::clicked, this, [this, topic] { openTopic(topic); });
    connect(chip, &FilterChip::removeRequested, this,
            [this, topic] { setFilter(withoutTopic(next(), topic)); });
}

void FilterBar::removeChip(FilterTopic topic)
{
    FilterChip *chip = m_chips.take(topic);
    const int place = m_chipRow->indexOf(chip);
    m_chipRow->removeWidget(chip);
    if (chip->hasFocus()) {
        const int neighbour = std::min(place, m_chipRow->count() - 1);
        QWidget *heir = neighbour < 0 ? m_add : m_chipRow->itemAt(neighbour)->widget();
        heir->setFocus(Qt::OtherFocusReason);
    }
    chip->hide();
    chip->deleteLater();
}

void FilterBar::showTexts(FilterTopic topic)
{
    const std::optional<Field> field = topicField(topic);
    const bool isExcluded = field && !m_filter.anyOf.contains(*field) && m_filter.noneOf.contains(*field);
    const QString title = topicTitle(topic);
    m_chips.value(topic)->setTexts(isExcluded ? tr("%1 is not").arg(title) : title, valueTexts(topic));
}

QStringList FilterBar::valueTexts(FilterTopic topic) const
{
    if (topic == FilterTopic::Unsent)
        return {};
    if (!isFiltered(m_filter, topic))
        return {u"…"_s};
    if (topic == FilterTopic::Created)
        return {rangeText({m_filter.createdFrom, m_filter.createdTo}, localNow())};
    const Field field = *topicField(topic);
    const QStringList wanted = textsOf(topic, m_filter.anyOf.value(field));
    const QStringList unwanted = textsOf(topic, m_filter.noneOf.value(field));
    QStringList result = wanted;
    for (const QString &text : unwanted)
        result.append(wanted.isEmpty() ? text : tr("not %1").arg(text));
    return result;
}

QStringList FilterBar::textsOf(FilterTopic topic, const QStringList &values) const
{
    QStringList result;
    for (const QString &value : values) {
        const QString label = topic == FilterTopic::Owner ? m_ownerNames.value(value) : QString();
        result.append(valueText(m_kind, topic, {value, label, 0}, m_context.session.team));
    }
    return result;
}

void FilterBar::openTopic(FilterTopic topic)
{
    if (topic == FilterTopic::Unsent) {
        ListFilter filter = next();
        filter.unsentOnly = true;
        setFilter(filter);
        m_chips.value(topic)->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_popup)
        m_popup->close();
    m_open = topic;
    m_before = next();
    showChips();
    layout()->activate();
    m_popup = makePopup(topic);
    connect(m_popup, &FilterPopup::takenBack, this, [this] { setFilter(m_before); });
    connect(m_popup, &FilterPopup::closed, this, &FilterBar::closeTopic);
    m_popup->openBelow(m_chips.value(topic));
}

void FilterBar::closeTopic()
{
    if (!m_open)
        return;
    FilterChip *chip = m_chips.value(*m_open);
    m_open.reset();
    chip->setFocus(Qt::PopupFocusReason);
    showChips();
}

FilterPopup *FilterBar::makePopup(FilterTopic topic)
{
    return topic == FilterTopic::Created ? makeCreatedPopup() : makeValuePopup(topic);
}

FilterPopup *FilterBar::makeValuePopup(FilterTopic topic)
{
    auto *popup = new ValuePopup(m_context, m_kind, topic, m_filter, this);
    connect(popup, &ValuePopup::chosen, this,
            [this, topic](const QStringList &values, bool isExcluded) { choose(topic, values, isExcluded); });
    if (topic == FilterTopic::Owner)
        connect(popup, &ValuePopup::valuesRead, this, &FilterBar::learnOwners);
    return popup;
}

FilterPopup *FilterBar::makeCreatedPopup()
{
    auto *popup = new CreatedPopup({m_filter.createdFrom, m_filter.createdTo}, localNow(), this);
    connect(popup, &CreatedPopup::chosen, this, [this](const CreatedRange &range) {
        ListFilter filter = next();
        filter.createdFrom = range.from;
        filter.createdTo = range.to;
        setFilter(filter);
    });
    return popup;
}

void FilterBar::choose(FilterTopic topic, const QStringList &values, bool isExcluded)
{
    ListFilter filter = withoutTopic(next(), topic);
    if (!values.isEmpty())
        (isExcluded ? filter.noneOf : filter.anyOf).insert(*topicField(topic), values);
    setFilter(filter);
}

} // namespace salesbench
