// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/userbutton.h"

#include "ui/widgets/avatar.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int UserHeight = 38;
constexpr int UserDisc = 26;
constexpr int TextLeft = 4 + UserDisc + 8;
constexpr int UserChevron = 16;
constexpr int TextMax = 160;

QFont nameFont()
{
    return uiFont(12, QFont::Medium);
}

QFont roleFont()
{
    return uiFont(11);
}

} // namespace

QString roleText(const Person &person)
{
    if (!person.title.isEmpty())
        return person.title;
    switch (person.role) {
    case Role::Representative:
        return QCoreApplication::translate("Role", "Sales representative");
    case Role::Supervisor:
        return QCoreApplication::translate("Role", "Supervisor");
    case Role::Integration:
        return QCoreApplication::translate("Role", "Integration");
    }
    return {};
}

UserButton::UserButton(const Person &person, QWidget *parent)
    : QToolButton(parent)
    , m_person(person)
    , m_role(roleText(person))
{
    setObjectName(u"user"_s);
    setText(person.name);
    setAccessibleName(tr("%1, %2: menu").arg(person.name, m_role));
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize UserButton::sizeHint() const
{
    const int words = std::max(QFontMetrics(nameFont()).horizontalAdvance(m_person.name),
                               QFontMetrics(roleFont()).horizontalAdvance(m_role));
    return {TextLeft + std::min(words, TextMax) + 6 + UserChevron + 4, UserHeight};
}

void UserButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.hover);
        painter.drawRoundedRect(rect(), 4, 4);
    }
    paintAvatar(painter, QRectF(4, (height() - UserDisc) / 2.0, UserDisc, UserDisc), m_person.partyId,
                m_person.name, theme);
    const int room = width() - TextLeft - UserChevron - 8;
    const auto line = [&](int y, const QFont &font, const QColor &color, const QString &text) {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QRect(TextLeft, y, room, 16), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, room));
    };
    line(3, nameFont(), theme.text, m_person.name);
    line(18, roleFont(), theme.text3, m_role);
    painter.drawPixmap(width() - UserChevron - 3, (height() - UserChevron) / 2,
                       iconPixmap(u"chevron-down"_s, theme.text2, UserChevron, devicePixelRatioF()));
    if (hasFocus()) {
        painter.setPen(QPen(theme.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

} // namespace salesbench
