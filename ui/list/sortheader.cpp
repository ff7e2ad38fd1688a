// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/sortheader.h"

#include "ui/list/columnplan.h"
#include "ui/list/rowdelegate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int SortArrow = 10;
constexpr int SortGap = 3;
constexpr int Outwards = 5; ///< an arrow left of a short title stands in the padding

Qt::SortOrder turned(Qt::SortOrder order)
{
    return order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
}

} // namespace

SortHeader::SortHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setFirstSectionMovable(true);
    setHighlightSections(false);
    setMinimumSectionSize(columns::Min);
    setFixedHeight(metrics::TableHeader);
    setContextMenuPolicy(Qt::CustomContextMenu);
    viewport()->setAttribute(Qt::WA_Hover);
    setAccessibleName(tr("Columns"));
    connect(this, &QHeaderView::sectionClicked, this, [this](int column) {
        Q_EMIT sortRequested(keysAfterClick(Column(column), m_further));
    });
}

void SortHeader::setKeys(const QVector<SortKey> &keys)
{
    m_keys = keys;
    viewport()->update();
}

void SortHeader::setLeadColumn(int column)
{
    m_lead = column;
    viewport()->update();
}

QVector<SortKey> SortHeader::keysAfterClick(Column column, bool further) const
{
    const int place = sortPlace(column, m_keys);
    const Qt::SortOrder order =
        place < 0 ? Qt::AscendingOrder : turned(columnOrder(column, m_keys[place]));
    const SortKey key = sortKey(column, order);
    if (!further)
        return {place > 0 ? sortKey(column, Qt::AscendingOrder) : key};
    QVector<SortKey> keys = m_keys;
    if (place < 0)
        keys.append(key);
    else
        keys[place] = key;
    return keys;
}

void SortHeader::mouseReleaseEvent(QMouseEvent *event)
{
    m_further = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
    QHeaderView::mouseReleaseEvent(event);
    Q_EMIT arranged();
}

void SortHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    const Theme &theme = Theme::current();
    QStyleOptionHeaderV2 option;
    initStyleOption(&option);
    option.rect = rect;
    initStyleOptionForIndex(&option, logicalIndex);
    const bool touched = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    painter->save();
    painter->fillRect(rect, touched ? theme.hover : theme.header);
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.hair);
    painter->fillRect(rect.right(), rect.top(), 1, rect.height(), theme.hair);

    const bool lead = logicalIndex == m_lead;
    QRect room = rect.adjusted(lead ? cells::LeadPadding : cells::Padding, 0, -cells::RightPadding, -1);
    const auto alignment =
        Qt::Alignment(model()->headerData(logicalIndex, orientation(), Qt::TextAlignmentRole).toInt());
    if (alignment & Qt::AlignHCenter)
        room = rect.adjusted(2, 0, -2, -1);
    const bool atLeft = alignment & Qt::AlignRight;
    const auto column = Column(logicalIndex);
    if (const int place = sortPlace(column, m_keys); place >= 0) {
        const int taken = paintMark(*painter, room, place, column, atLeft);
        room.adjust(atLeft ? taken : 0, 0, atLeft ? 0 : -taken, 0);
    }
    painter->setFont(uiFont(12, QFont::Medium));
    painter->setPen(theme.text2);
    const QString text = model()->headerData(logicalIndex, orientation()).toString();
    painter->drawText(room, int(alignment) | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
    painter->restore();
}

/// The arrow, and among several keys the column's place; returns the width that the text must leave.
int SortHeader::paintMark(QPainter &painter, const QRect &room, int place, Column column, bool atLeft) const
{
    const Theme &theme = Theme::current();
    const bool up = columnOrder(column, m_keys[place]) == Qt::AscendingOrder;
    const QString number = m_keys.size() > 1 ? locale().toString(place + 1) : QString();
    painter.setFont(uiFont(10, QFont::DemiBold));
    const int numberWidth = number.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(number) + 1;
    const int width = SortArrow + numberWidth;
    const int left = atLeft ? room.left() - Outwards : room.right() + 1 - width;
    painter.drawPixmap(left, room.center().y() - SortArrow / 2 + 1,
                       iconPixmap(up ? u"chevron-up"_s : u"chevron-down"_s, theme.accent, SortArrow,
                                  painter.device()->devicePixelRatioF()));
    painter.setPen(theme.accent);
    painter.drawText(QRect(left + SortArrow, room.top(), numberWidth, room.height()),
                     Qt::AlignRight | Qt::AlignVCenter, number);
    return atLeft ? width - Outwards : width + SortGap;
}

} // namespace salesbench
