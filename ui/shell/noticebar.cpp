// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/noticebar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace salesbench {

namespace {

constexpr auto InfoStays = 6s;
constexpr int NoticeIconSize = 16;

struct ToneLook {
    QString look;
    QString icon;
    State state;
};

ToneLook lookOf(NoticeBar::Tone tone)
{
    switch (tone) {
    case NoticeBar::Tone::Warning:
        return {u"banner"_s, u"warning"_s, State::Pending};
    case NoticeBar::Tone::Problem:
        return {u"alarm"_s, u"alert"_s, State::Rejected};
    case NoticeBar::Tone::Info:
        break;
    }
    return {u"notice"_s, u"info"_s, State::InProgress};
}

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new ThemedLabel({}, this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QPushButton(this))
    , m_timer(new QTimer(this))
{
    setObjectName(u"notice"_s);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_close->setProperty("look", u"flat"_s);
    m_close->setIcon(icon(u"close"_s));
    m_close->setAccessibleName(tr("Dismiss the message"));
    m_close->setToolTip(tr("Dismiss"));
    m_timer->setSingleShot(true);
    m_timer->setInterval(InfoStays);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 3, 8, 3);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    connect(m_action, &QPushButton::clicked, this, &NoticeBar::actionPressed);
    connect(m_close, &QPushButton::clicked, this, &NoticeBar::dismiss);
    connect(m_timer, &QTimer::timeout, this, &NoticeBar::dismiss);
    hide();
}

void NoticeBar::say(Tone tone, const QString &text, const QString &action)
{
    const ToneLook look = lookOf(tone);
    setProperty("look", look.look);
    style()->unpolish(this);
    style()->polish(this);
    m_icon->setDraw([look](const Theme &theme, qreal ratio) {
        return iconPixmap(look.icon, theme.pill(look.state).fg, NoticeIconSize, ratio);
    });
    m_text->setText(text);
    m_text->setToolTip({});
    setAccessibleName(text);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    show();
    if (tone == Tone::Info)
        m_timer->start();
    else
        m_timer->stop();
}

void NoticeBar::say(const Problem &problem)
{
    say(Tone::Problem, problem.sentence);
    m_text->setToolTip(problem.detail);
}

void NoticeBar::dismiss()
{
    m_timer->stop();
    hide();
}

QString NoticeBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace salesbench
