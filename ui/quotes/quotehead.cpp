// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/quotehead.h"

#include "models/domain/quote.h"
#include "models/domain/words.h"
#include "ui/widgets/pilllabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int QuoteHeight = 44;

} // namespace

QuoteHead::QuoteHead(QAction *back, QWidget *parent)
    : QFrame(parent)
    , m_name(new QLabel(this))
    , m_version(new QLabel(this))
    , m_state(new PillLabel(this))
    , m_sync(new PillLabel(this))
{
    setProperty("look", u"page"_s);
    setFixedHeight(QuoteHeight);
    auto *button = new QToolButton(this);
    button->setObjectName(u"back"_s);
    button->setDefaultAction(back);
    button->setToolTip(tr("Back to the list (Esc)"));
    button->setAccessibleName(tr("Back to the list"));
    button->setFocusPolicy(Qt::StrongFocus);
    m_name->setObjectName(u"quoteName"_s);
    m_name->setProperty("look", u"title"_s);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setMinimumWidth(80);
    m_version->setObjectName(u"quoteVersion"_s);
    m_version->setProperty("look", u"muted"_s);
    m_state->setObjectName(u"quoteState"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 0, 12, 0);
    row->setSpacing(8);
    row->addWidget(button);
    row->addWidget(m_name);
    row->addWidget(m_version);
    row->addWidget(m_state);
    row->addWidget(m_sync);
    row->addStretch(1);
}

void QuoteHead::setRecord(const Record &quote)
{
    const Quote document(quote.local);
    const QString state = document.state();
    m_name->setText(document.description());
    m_name->setToolTip(document.description());
    m_version->setText(document.version().isEmpty() ? QString() : tr("version %1").arg(document.version()));
    m_state->setPill([state](const Theme &theme) {
        const std::optional<State> known = stateFromText(state);
        return known ? statePill(*known, stateWord(ResourceKind::Quote, *known), theme)
                     : Pill{state, u"question"_s, theme.pill(State::Cancelled), true};
    });
    m_sync->setPill([sync = quote.sync](const Theme &theme) { return syncPill(sync, theme); });
}

} // namespace salesbench
