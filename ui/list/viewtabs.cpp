// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/viewtabs.h"

#include "ui/widgets/theme.h"

#include <QHoverEvent>
#include <QPainter>

namespace salesbench {

namespace {

constexpr int TabHeight = 38;
constexpr int TabSide = 8;
constexpr int TabGap = 8;
constexpr int Between = 12; ///< of one tab's underline and the next's
constexpr int TabTagHeight = 18;
constexpr int TabTagSide = 6;
constexpr int Underline = 2;

QFont titleFont(bool current)
{
    return uiFont(13, current ? QFont::DemiBold : QFont::Normal);
}

int tagWidth(const QString &text)
{
    return QFontMetrics(uiFont(11, QFont::Medium)).horizontalAdvance(text) + 2 * TabTagSide;
}

} // namespace

ViewTabs::ViewTabs(QWidget *parent)
    : QTabBar(parent)
{
    setAccessibleName(tr("Views"));
    setDrawBase(false);
    setExpanding(false);
    setFocusPolicy(Qt::StrongFocus);
    setUsesScrollButtons(true);
    setFixedHeight(TabHeight);
    setAttribute(Qt::WA_Hover);
}

void ViewTabs::setNumber(int tab, qint64 number)
{
    if (number == this->number(tab))
        return;
    setTabData(tab, number);
    setTabToolTip(tab, number < 0 ? tabText(tab) : tr("%1: %2").arg(tabText(tab), numberText(tab)));
    setTabText(tab, tabText(tab)); // has the sizes asked for again
    update();
}

qint64 ViewTabs::number(int tab) const
{
    const QVariant data = tabData(tab);
    return data.isValid() ? data.toLongLong() : -1;
}

QString ViewTabs::numberText(int tab) const
{
    return number(tab) < 0 ? QString() : locale().toString(number(tab));
}

void ViewTabs::cycle(int by)
{
    if (count() > 0)
        setCurrentIndex((currentIndex() + by + count()) % count());
}

QSize ViewTabs::minimumSizeHint() const
{
    return {tabSizeHint(currentIndex()).width(), TabHeight};
}

QSize ViewTabs::tabSizeHint(int tab) const
{
    // The widest of its looks: a tab that becomes the current one pushes nothing aside.
    const int title = QFontMetrics(titleFont(true)).horizontalAdvance(tabText(tab));
    const QString number = numberText(tab);
    const int tag = number.isEmpty() ? 0 : TabGap + tagWidth(number);
    return {TabSide + title + tag + TabSide + Between, TabHeight};
}

bool ViewTabs::event(QEvent *event)
{
    if (event->type() == QEvent::HoverMove || event->type() == QEvent::HoverLeave) {
        const bool left = event->type() == QEvent::HoverLeave;
        m_hovered = left ? -1 : tabAt(static_cast<QHoverEvent *>(event)->position().toPoint());
        update();
    }
    return QTabBar::event(event);
}

void ViewTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int tab = 0; tab < count(); ++tab)
        paintTab(painter, tab);
}

void ViewTabs::paintTab(QPainter &painter, int tab) const
{
    const Theme &theme = Theme::current();
    const bool current = tab == currentIndex();
    const QRect body = tabRect(tab).adjusted(0, 0, -Between, 0);
    painter.setFont(titleFont(current));
    painter.setPen(current || tab == m_hovered ? theme.text : theme.text2);
    const int title = painter.fontMetrics().horizontalAdvance(tabText(tab));
    painter.drawText(body.adjusted(TabSide, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, tabText(tab));
    const QString number = numberText(tab);
    if (!number.isEmpty()) {
        const QRect tag(body.left() + TabSide + title + TabGap, body.center().y() + 1 - TabTagHeight / 2,
                        tagWidth(number), TabTagHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(current ? theme.sel : theme.window);
        painter.drawRoundedRect(tag, TabTagHeight / 2.0, TabTagHeight / 2.0);
        painter.setFont(uiFont(11, QFont::Medium));
        painter.setPen(current ? theme.accent : theme.text2);
        painter.drawText(tag, Qt::AlignCenter, number);
    }
    if (current)
        painter.fillRect(body.left(), body.bottom() + 1 - Underline, body.width(), Underline, theme.accent);
    if (current && hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.focus, 2));
        painter.drawRoundedRect(body.adjusted(1, 6, -1, -6), 4, 4);
    }
}

} // namespace salesbench
