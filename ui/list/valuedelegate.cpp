// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/valuedelegate.h"

#include "ui/list/valuemodel.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/cellbrush.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int ValueSide = 6;
constexpr int Tick = 16;
constexpr int ValueGap = 8;
constexpr int ValueDisc = 20;
constexpr int Sign = 14;

struct SignOf {
    QString icon;
    QColor color;
};

SignOf signOf(FilterTopic topic, const QString &value, const Theme &theme)
{
    if (value.isEmpty())
        return {};
    if (topic == FilterTopic::Status) {
        const std::optional<State> state = stateFromText(value);
        return state ? SignOf{u"state-"_s + value, theme.pill(*state).fg} : SignOf{};
    }
    const QString icon = topic == FilterTopic::Priority ? u"priority-"_s + value : value;
    const bool hasSign = topic == FilterTopic::Priority || topic == FilterTopic::Rating;
    return hasSign && iconNames().contains(icon) ? SignOf{icon, theme.rating(value)} : SignOf{};
}

void paintTick(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QStyleOptionViewItem tick = option;
    tick.rect = QRect(option.rect.left() + ValueSide, option.rect.center().y() - Tick / 2 + 1, Tick, Tick);
    const bool isTicked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    tick.state = QStyle::State_Enabled | (isTicked ? QStyle::State_On : QStyle::State_Off);
    const QWidget *widget = option.widget;
    const QStyle *style = widget ? widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &tick, painter, widget);
}

} // namespace

ValueDelegate::ValueDelegate(FilterTopic topic, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_topic(topic)
{
}

void ValueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const bool isCurrent = option.state & (QStyle::State_Selected | QStyle::State_MouseOver);
    painter->save();
    if (isCurrent)
        painter->fillRect(option.rect, option.state & QStyle::State_Selected ? theme.sel : theme.hover);
    paintTick(painter, option, index);

    CellBrush brush{*painter, theme, isCurrent,
                    option.rect.adjusted(ValueSide + Tick + ValueGap, 0, -ValueSide, 0)};
    brush.room.setLeft(brush.room.left() + paintSign(painter, brush.room, index));
    const QString count = QLocale().toString(index.data(ValueModel::CountRole).toLongLong());
    brush.text(count, brush.muted(), uiFont(12), Qt::AlignRight);
    brush.room.setRight(brush.room.right() - painter->fontMetrics().horizontalAdvance(count) - ValueGap);

    const bool isAbsent = index.data(ValueModel::ValueRole).toString().isEmpty();
    brush.text(index.data().toString(), isAbsent ? theme.text2 : theme.text, uiFont());
    painter->restore();
}

int ValueDelegate::paintSign(QPainter *painter, const QRect &room, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const QString value = index.data(ValueModel::ValueRole).toString();
    if (m_topic == FilterTopic::Owner) {
        const QRectF disc(room.left(), room.center().y() - ValueDisc / 2 + 1, ValueDisc, ValueDisc);
        paintAvatar(*painter, disc, value, index.data().toString(), theme);
        return ValueDisc + ValueGap;
    }
    const SignOf sign = signOf(m_topic, value, theme);
    if (sign.icon.isEmpty())
        return 0;
    painter->drawPixmap(room.left(), room.center().y() - Sign / 2 + 1,
                        iconPixmap(sign.icon, sign.color, Sign, painter->device()->devicePixelRatioF()));
    return Sign + ValueGap;
}

QSize ValueDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, metrics::Row};
}

} // namespace salesbench
