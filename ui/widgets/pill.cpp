// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pill.h"

#include "ui/widgets/icons.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int PillGlyph = 12;
constexpr int PillGap = 5;
constexpr int PillSide = 8;

QFont pillFont()
{
    return uiFont(12, QFont::Medium);
}

struct SyncStateText {
    Q_DECLARE_TR_FUNCTIONS(SyncState)
};

} // namespace

Pill syncPill(SyncState state, const Theme &theme)
{
    switch (state) {
    case SyncState::Waiting:
        return {SyncStateText::tr("Waiting"), u"clock"_s, theme.pill(State::Acknowledged)};
    case SyncState::Sending:
        return {SyncStateText::tr("Sending"), u"send"_s, theme.pill(State::InProgress)};
    case SyncState::Unknown:
        return {SyncStateText::tr("Not confirmed"), u"question"_s, theme.pill(State::Pending)};
    case SyncState::Conflict:
        return {SyncStateText::tr("Conflict"), u"warning"_s, theme.pill(State::Pending)};
    case SyncState::Refused:
        return {SyncStateText::tr("Refused"), u"alert"_s, theme.pill(State::Rejected)};
    case SyncState::LocalOnly:
        return {SyncStateText::tr("Only here"), u"computer"_s, theme.pill(State::Acknowledged)};
    case SyncState::Synced:
        break;
    }
    return {{}, u"check"_s, theme.pill(State::Accepted)};
}

Pill statePill(State state, const QString &text, const Theme &theme)
{
    return {text, u"state-"_s + toText(state), theme.pill(state), state == State::Cancelled};
}

void paintPill(QPainter &painter, const QRect &rect, const Pill &pill, const Theme &theme, bool selected)
{
    const QFontMetrics metrics(pillFont());
    const int width = std::min(pillSize(pill).width(), rect.width());
    const QRect body(rect.x(), rect.center().y() + 1 - metrics::Pill / 2, width, metrics::Pill);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(selected ? theme.selPill : pill.colors.fill);
    painter.setPen(pill.outlined ? QPen(theme.line, 1) : QPen(Qt::NoPen));
    const qreal inset = pill.outlined ? 0.5 : 0;
    painter.drawRoundedRect(QRectF(body).adjusted(inset, inset, -inset, -inset), metrics::Pill / 2.0,
                            metrics::Pill / 2.0);
    painter.drawPixmap(
        body.x() + PillSide, body.y() + (metrics::Pill - PillGlyph) / 2,
        iconPixmap(pill.icon, pill.colors.fg, PillGlyph, painter.device()->devicePixelRatioF()));
    painter.setPen(pill.colors.fg);
    painter.setFont(pillFont());
    const QRect text = body.adjusted(PillSide + PillGlyph + PillGap, 0, -PillSide + 1, 0);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(pill.text, Qt::ElideRight, text.width()));
    painter.restore();
}

QSize pillSize(const Pill &pill)
{
    return {PillSide + PillGlyph + PillGap + QFontMetrics(pillFont()).horizontalAdvance(pill.text) + PillSide,
            metrics::Pill};
}

} // namespace salesbench
