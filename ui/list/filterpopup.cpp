// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/filterpopup.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int FilterWidth = 300;
constexpr int Distance = 2;

} // namespace

FilterPopup::FilterPopup(const QString &title, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_column(new QVBoxLayout(this))
    , m_head(new QHBoxLayout)
{
    setProperty("look", u"popup"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Filter by %1").arg(title));
    setFixedWidth(FilterWidth);
    auto *label = new QLabel(title, this);
    label->setProperty("look", u"section"_s);
    m_head->setSpacing(4);
    m_head->addWidget(label);
    m_head->addStretch();
    m_column->setContentsMargins(10, 8, 10, 10);
    m_column->setSpacing(8);
    m_column->addLayout(m_head);
}

void FilterPopup::openBelow(const QWidget *anchor)
{
    adjustSize();
    const QRect screen = anchor->screen()->availableGeometry();
    QPoint place = anchor->mapToGlobal(QPoint(0, anchor->height() + Distance));
    place.setX(std::max(screen.left(), std::min(place.x(), screen.right() - width())));
    place.setY(std::max(screen.top(), std::min(place.y(), screen.bottom() - height())));
    move(place);
    show();
}

void FilterPopup::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        Q_EMIT takenBack();
        close();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        close();
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}

void FilterPopup::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    Q_EMIT closed();
}

} // namespace salesbench
