// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/filterchip.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int ChipHeight = 24;
constexpr int ChipSide = 8;
constexpr int ChipGap = 5;
constexpr int Cross = 12;
constexpr int CrossRoom = Cross + 12;
constexpr int WidestValues = 260;
constexpr int NarrowestChip = 56;
constexpr int ShownValues = 2;

QFont topicFont()
{
    return uiFont(12);
}

QFont valuesFont()
{
    return uiFont(12, QFont::DemiBold);
}

QString joined(const QStringList &values)
{
    QStringList shown = values.first(std::min<qsizetype>(ShownValues, values.size()));
    if (values.size() > ShownValues)
        shown.append(u'+' + QString::number(values.size() - ShownValues));
    return shown.join(u", "_s);
}

} // namespace

FilterChip::FilterChip(QWidget *parent)
    : QAbstractButton(parent)
{
    setFixedHeight(ChipHeight);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleDescription(tr("Space changes the values, Backspace removes the filter."));
}

void FilterChip::setTexts(const QString &topic, const QStringList &values)
{
    const QString all = values.join(u", "_s);
    m_topic = topic;
    m_shown = joined(values);
    setText(all.isEmpty() ? topic : topic + u' ' + all);
    setAccessibleName(tr("Filter: %1").arg(text()));
    setToolTip(text());
    updateGeometry();
    update();
}

QSize FilterChip::sizeHint() const
{
    const int values = std::min(QFontMetrics(valuesFont()).horizontalAdvance(m_shown) + 1, WidestValues);
    return {ChipSide + topicWidth() + (m_shown.isEmpty() ? 0 : ChipGap + values) + CrossRoom, ChipHeight};
}

QSize FilterChip::minimumSizeHint() const
{
    return {std::min(NarrowestChip, sizeHint().width()), ChipHeight};
}

int FilterChip::topicWidth() const
{
    return QFontMetrics(topicFont()).horizontalAdvance(m_topic) + 1;
}

QRect FilterChip::crossRect() const
{
    return {width() - CrossRoom, 0, CrossRoom, height()};
}

void FilterChip::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal pen = hasFocus() ? 2 : 1;
    painter.setPen(QPen(hasFocus() ? theme.focus : theme.line, pen));
    painter.setBrush(underMouse() || isDown() ? theme.hover : theme.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), 4, 4);

    QRect room = rect().adjusted(ChipSide, 0, -CrossRoom, 0);
    painter.setFont(topicFont());
    painter.setPen(theme.text2);
    const int topic = std::min(topicWidth(), room.width());
    painter.drawText(QRect(room.topLeft(), QSize(topic, room.height())), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_topic, Qt::ElideRight, topic));
    room.setLeft(room.left() + topic + ChipGap);
    painter.setFont(valuesFont());
    painter.setPen(theme.text);
    if (room.width() > ChipGap)
        painter.drawText(room, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_shown, Qt::ElideRight, room.width()));

    const QPoint cross = crossRect().center() - QPoint(Cross - 1, Cross - 1) / 2;
    painter.drawPixmap(
        cross, iconPixmap(u"close"_s, underMouse() ? theme.text : theme.text2, Cross, devicePixelRatioF()));
}

void FilterChip::mouseReleaseEvent(QMouseEvent *event)
{
    const bool onCross =
        isDown() && event->button() == Qt::LeftButton && crossRect().contains(event->position().toPoint());
    if (!onCross) {
        QAbstractButton::mouseReleaseEvent(event);
        return;
    }
    setDown(false);
    Q_EMIT removeRequested();
}

void FilterChip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
        Q_EMIT removeRequested();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        click();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void FilterChip::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void FilterChip::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace salesbench
