// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/avatar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace salesbench {

void paintAvatar(QPainter &painter, const QRectF &disc, const QString &personId, const QString &name,
                 const Theme &theme)
{
    const int size = qRound(disc.width());
    if (personId.isEmpty()) {
        painter.drawPixmap(
            disc.topLeft(),
            iconPixmap(u"user-none"_s, theme.text3, size, painter.device()->devicePixelRatioF()));
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(avatarColor(personId));
    painter.drawEllipse(disc);
    painter.setPen(avatarTextColor());
    painter.setFont(uiFont(qRound(size * 0.43), QFont::DemiBold));
    painter.drawText(disc, Qt::AlignCenter, initials(name));
    painter.restore();
}

QPixmap avatarPixmap(const QString &personId, const QString &name, int size, qreal devicePixelRatio,
                     const Theme &theme)
{
    QPixmap result(QSize(size, size) * devicePixelRatio);
    result.setDevicePixelRatio(devicePixelRatio);
    result.fill(Qt::transparent);
    QPainter painter(&result);
    paintAvatar(painter, QRectF(0, 0, size, size), personId, name, theme);
    return result;
}

} // namespace salesbench
