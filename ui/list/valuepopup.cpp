// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/valuepopup.h"

#include "models/domain/whendone.h"
#include "ui/list/valuedelegate.h"
#include "ui/list/valuemodel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int MostValues = 1000;
constexpr int FewestRows = 3;
constexpr int MostValueRows = 9;

} // namespace

ValuePopup::ValuePopup(Context &context, ResourceKind kind, FilterTopic topic, const ListFilter &filter,
                       QWidget *parent)
    : FilterPopup(topicTitle(topic), parent)
    , m_context(context)
    , m_kind(kind)
    , m_topic(topic)
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_message(new QLabel(this))
    , m_model(new ValueModel(this))
    , m_found(new QSortFilterProxyModel(this))
{
    const Field field = *topicField(topic);
    const bool isExcluded = !filter.anyOf.contains(field) && filter.noneOf.contains(field);
    m_ticked = isExcluded ? filter.noneOf.value(field) : filter.anyOf.value(field);
    buildHead(isExcluded);
    buildList();
    tell(tr("Reading the values…"));
    whenDone(context.queries.values(kind, field, MostValues), this,
             [this](const Result<QVector<FieldValue>> &answer) { take(answer); });
}

void ValuePopup::buildHead(bool isExcluded)
{
    m_is = new QPushButton(tr("is"), this);
    m_isNot = new QPushButton(tr("is not"), this);
    m_is->setObjectName(u"is"_s);
    m_isNot->setObjectName(u"isNot"_s);
    for (QPushButton *button : {m_is, m_isNot}) {
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setProperty("look", u"choice"_s);
        m_head->addWidget(button);
    }
    (isExcluded ? m_isNot : m_is)->setChecked(true);
    connect(m_isNot, &QPushButton::toggled, this, &ValuePopup::report);
}

void ValuePopup::buildList()
{
    m_search->setObjectName(u"valueSearch"_s);
    m_search->setPlaceholderText(tr("Search the values"));
    m_search->setAccessibleName(tr("Search the values"));
    m_search->addAction(icon(u"search"_s, IconInk::Muted), QLineEdit::LeadingPosition);
    m_found->setSourceModel(m_model);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setObjectName(u"values"_s);
    m_list->setAccessibleName(tr("Values"));
    m_list->setModel(m_found);
    m_list->setItemDelegate(new ValueDelegate(m_topic, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    fitList();
    m_message->setObjectName(u"valueMessage"_s);
    m_message->setProperty("look", u"secondary"_s);
    m_message->setWordWrap(true);
    m_column->addWidget(m_search);
    m_column->addWidget(m_list);
    m_column->addWidget(m_message);
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &ValuePopup::search);
    connect(m_list, &QListView::clicked, this, &ValuePopup::toggle);
}

void ValuePopup::showEvent(QShowEvent *event)
{
    FilterPopup::showEvent(event);
    m_search->setFocus(Qt::PopupFocusReason);
}

void ValuePopup::take(const Result<QVector<FieldValue>> &answer)
{
    if (!answer) {
        tell(answer.error().sentence);
        return;
    }
    Q_EMIT valuesRead(*answer);
    QVector<FieldValue> values = *answer;
    for (const QString &ticked : std::as_const(m_ticked)) {
        const bool isKnown =
            std::ranges::any_of(values, [&](const FieldValue &value) { return value.value == ticked; });
        if (!isKnown)
            values.append({ticked, {}, 0});
    }
    QVector<ValueModel::Choice> choices;
    for (FieldValue value : std::as_const(values)) {
        value.label = valueText(m_kind, m_topic, value, m_context.session.team);
        choices.append({value, m_ticked.contains(value.value)});
    }
    m_model->setChoices(choices);
    search(m_search->text());
    fitList();
    adjustSize();
}

/// As high as its values, up to a number of them: a popup does not cover more of the list than it must.
void ValuePopup::fitList()
{
    m_list->setFixedHeight(std::clamp(m_model->rowCount(), FewestRows, MostValueRows) * metrics::Row);
}

void ValuePopup::search(const QString &text)
{
    m_found->setFilterFixedString(text.trimmed());
    makeCurrent(0);
    const bool isCut = m_model->rowCount() >= MostValues;
    if (m_found->rowCount() == 0)
        tell(m_model->rowCount() == 0 ? tr("No document says anything here.")
                                      : tr("No value has these letters."));
    else
        tell(isCut ? tr("Only the %L1 most frequent values are listed.").arg(MostValues) : QString());
}

bool ValuePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return FilterPopup::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (isEnter)
        accept();
    return isEnter || (watched == m_list ? listKey(key) : searchKey(key));
}

bool ValuePopup::searchKey(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Down)
        return false;
    m_list->setFocus(Qt::TabFocusReason);
    return true;
}

/// Letters go on searching: nobody has to go back for them.
bool ValuePopup::listKey(QKeyEvent *event)
{
    const bool isFirst = m_list->currentIndex().row() <= 0;
    if (event->key() == Qt::Key_Space) {
        toggle(m_list->currentIndex());
        return true;
    }
    if (event->key() == Qt::Key_Up && isFirst) {
        m_search->setFocus(Qt::BacktabFocusReason);
        return true;
    }
    const bool isLetter = !event->text().isEmpty() && event->text().front().isPrint();
    if (!isLetter || event->modifiers().testFlag(Qt::ControlModifier))
        return false;
    m_search->setFocus(Qt::OtherFocusReason);
    m_search->insert(event->text());
    return true;
}

void ValuePopup::toggle(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const bool isTicked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    m_isTouched = true;
    m_found->setData(index, isTicked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    report();
}

/// Who opened the list, found one value and pressed Enter meant that value.
void ValuePopup::accept()
{
    const QModelIndex current = m_list->currentIndex();
    const bool isMeant = !m_isTouched && (m_list->hasFocus() || !m_search->text().isEmpty());
    if (isMeant && current.isValid() && current.data(Qt::CheckStateRole).toInt() != Qt::Checked)
        toggle(current);
    close();
}

void ValuePopup::makeCurrent(int row)
{
    m_list->setCurrentIndex(m_found->index(row, 0));
}

void ValuePopup::tell(const QString &sentence)
{
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
}

void ValuePopup::report()
{
    if (m_model->rowCount() > 0)
        Q_EMIT chosen(m_model->tickedValues(), m_isNot->isChecked());
}

} // namespace salesbench
