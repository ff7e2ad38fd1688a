// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettedelegate.h"

#include "models/domain/words.h"
#include "ui/shell/palettemodel.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int EntrySide = 10;
constexpr int EntryIcon = 16;
constexpr int EntryDisc = 20;
constexpr int EntryGap = 10;

struct Run {
    QString text;
    bool found = false;
};

/// @p text cut where the words found begin and end.
QVector<Run> runs(const QString &text, const QStringList &words)
{
    QVector<bool> found(text.size());
    for (const QString &word : words) {
        for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(word, at + word.size(), Qt::CaseInsensitive))
            std::fill_n(found.begin() + at, word.size(), true);
    }
    QVector<Run> result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (result.isEmpty() || result.last().found != found.at(i))
            result.append({QString(), found.at(i)});
        result.last().text += text.at(i);
    }
    return result;
}

/// Returns where the text ends.
int paintText(QPainter &painter, const QRect &room, const QFont &font, const QColor &color,
              const QString &text, Qt::Alignment side = Qt::AlignLeft)
{
    painter.setFont(font);
    painter.setPen(color);
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width());
    painter.drawText(room, int(side | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
    return painter.fontMetrics().horizontalAdvance(shown);
}

} // namespace

PaletteDelegate::PaletteDelegate(const PaletteModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool heading = m_model.entry(index.row()).type == PaletteEntry::Type::Heading;
    return {200, heading ? Heading : Row};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const PaletteEntry &entry = m_model.entry(index.row());
    const bool selected = option.state & QStyle::State_Selected;
    QRect room = option.rect.adjusted(EntrySide, 0, -EntrySide, 0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.sel);
        painter->drawRoundedRect(option.rect, 4, 4);
    }
    if (entry.type == PaletteEntry::Type::Heading) {
        paintText(*painter, room.adjusted(0, 4, 0, 0), uiFont(12), theme.text3, entry.title);
        painter->restore();
        return;
    }
    const QRectF mark(room.x(), room.center().y() + 1 - EntryIcon / 2.0, EntryIcon, EntryIcon);
    if (entry.type == PaletteEntry::Type::Person)
        paintAvatar(*painter, mark.adjusted(-2, -2, 2, 2), entry.person.partyId, entry.person.name, theme);
    else
        painter->drawPixmap(
            mark.topLeft(),
            iconPixmap(entry.icon, theme.text2, EntryIcon, painter->device()->devicePixelRatioF()));
    room.setLeft(room.left() + EntryIcon + EntryGap);
    if (entry.type == PaletteEntry::Type::Record)
        room = paintRecordEnd(*painter, room, entry, theme, selected);
    else
        room = paintKeys(*painter, room, entry, theme);
    paintTitle(*painter, room, entry, theme, selected);
    painter->restore();
}

QRect PaletteDelegate::paintRecordEnd(QPainter &painter, QRect room, const PaletteEntry &entry,
                                      const Theme &theme, bool selected) const
{
    const Summary &summary = entry.hit.row.summary;
    const QRectF disc(room.right() - EntryDisc, room.center().y() + 1 - EntryDisc / 2.0, EntryDisc,
                      EntryDisc);
    paintAvatar(painter, disc, summary.text(Field::OwnerId), summary.text(Field::OwnerName), theme);
    room.setRight(room.right() - EntryDisc - 8);
    if (!summary.value(Field::Amount).isNull()) {
        const QString currency = summary.text(Field::Currency);
        const QColor muted = selected ? theme.text2 : theme.text3;
        room.setRight(room.right() - paintText(painter, room, uiFont(11), muted, currency, Qt::AlignRight)
                      - 4);
        const QString amount = amountText(summary.value(Field::Amount).toDouble(), currency);
        room.setRight(room.right() - paintText(painter, room, uiFont(13), theme.text, amount, Qt::AlignRight)
                      - EntryGap);
    }
    if (const std::optional<State> state = stateFromText(summary.text(Field::Status))) {
        const Pill pill = statePill(*state, stateWord(entry.hit.kind, *state), theme);
        const QSize size = pillSize(pill);
        paintPill(painter, QRect(room.right() - size.width(), room.y(), size.width(), room.height()), pill,
                  theme, selected);
        room.setRight(room.right() - size.width() - EntryGap);
    }
    return room;
}

QRect PaletteDelegate::paintKeys(QPainter &painter, QRect room, const PaletteEntry &entry,
                                 const Theme &theme) const
{
    if (!entry.action || entry.action->shortcut().isEmpty())
        return room;
    const QFont font = uiFont(11);
    QStringList keys =
        entry.action->shortcut().toString(QKeySequence::NativeText).split(u'+', Qt::SkipEmptyParts);
    std::ranges::reverse(keys);
    for (const QString &key : std::as_const(keys)) {
        const int width = std::max(18, QFontMetrics(font).horizontalAdvance(key) + 10);
        const QRect cap(room.right() - width, room.center().y() - 8, width, 18);
        painter.setPen(theme.line);
        painter.setBrush(theme.base);
        painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        paintText(painter, cap, font, theme.text2, key, Qt::AlignHCenter);
        room.setRight(cap.left() - 4);
    }
    return room;
}

void PaletteDelegate::paintTitle(QPainter &painter, const QRect &room, const PaletteEntry &entry,
                                 const Theme &theme, bool selected) const
{
    QRect rest = room;
    for (const Run &run : runs(entry.title, m_model.words())) {
        const QFont font = uiFont(13, run.found ? QFont::DemiBold : QFont::Medium);
        rest.setLeft(rest.left()
                     + paintText(painter, rest, font, run.found ? theme.accent : theme.text, run.text));
        if (rest.width() < EntryGap)
            return;
    }
    rest.setLeft(rest.left() + EntryGap);
    paintText(painter, rest, uiFont(12), selected ? theme.text2 : theme.text3, entry.detail);
}

} // namespace salesbench
