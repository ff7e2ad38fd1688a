// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/timeline.h"

#include "ui/details/historytext.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int TimelineGlyph = 14;

} // namespace

Timeline::Timeline(ResourceKind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(6);
}

void Timeline::setEntries(const QVector<AuditEntry> &entries, const QDateTime &now)
{
    clearLayout(m_lines);
    for (const AuditEntry &entry : entries)
        addEntry(entry, now);
    if (entries.isEmpty())
        m_lines->addWidget(makeLabel(tr("Nothing has been changed yet."), u"muted"_s, this));
}

void Timeline::addEntry(const AuditEntry &entry, const QDateTime &now)
{
    auto *line = new QWidget(this);
    QLabel *sign = iconLabel(historyIcon(m_kind, entry), TimelineGlyph, line);
    sign->setFixedWidth(TimelineGlyph + 4);
    QLabel *words = makeLabel(historyText(m_kind, entry), u"small"_s, line);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QLabel *time = makeLabel(historyTime(entry.when, now), u"secondary"_s, line);
    line->setToolTip(u"%1, %2"_s.arg(QLocale().toString(entry.when.toLocalTime(), QLocale::LongFormat),
                                     entry.fromServer ? tr("from the server") : entry.who));
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    row->addWidget(time, 0, Qt::AlignTop);
    m_lines->addWidget(line);
}

} // namespace salesbench
