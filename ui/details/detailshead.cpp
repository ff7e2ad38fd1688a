// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/detailshead.h"

#include "models/domain/conflict.h"
#include "models/domain/face.h"
#include "models/domain/words.h"
#include "ui/details/fieldtext.h"
#include "ui/details/linklist.h"
#include "ui/details/ownerline.h"
#include "ui/details/pathbar.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pilllabel.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int HeadSide = 12;

QLabel *makeNamed(const QString &name, const QString &look, QWidget *parent)
{
    QLabel *label = makeSelectableLabel({}, look, parent);
    label->setObjectName(name);
    return label;
}

QString localOnlyText(ResourceKind kind)
{
    switch (kind) {
    case ResourceKind::SalesLead:
        return DetailsHead::tr(
            "Only on this computer: the server keeps no leads. Once it does, this one is sent.");
    case ResourceKind::SalesOpportunity:
        return DetailsHead::tr(
            "Only on this computer: the server keeps no opportunities. Once it does, this one is sent.");
    case ResourceKind::Quote:
        return DetailsHead::tr(
            "Only on this computer: the server keeps no quotes. Once it does, this one is sent.");
    }
    return {};
}

} // namespace

DetailsHead::DetailsHead(ResourceKind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_path(new PathBar(kind, this))
    , m_owner(new OwnerLine(this))
    , m_links(new LinkList(this))
{
    m_problem = makeNamed(u"problem"_s, u"error"_s, this);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *content = new QVBoxLayout;
    content->setContentsMargins(HeadSide, 10, HeadSide, 10);
    content->setSpacing(8);
    content->addLayout(buildTitle());
    content->addWidget(m_path);
    content->addWidget(m_owner);
    content->addWidget(m_links);
    content->addWidget(m_problem);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(buildBanner());
    all->addLayout(content);
}

QWidget *DetailsHead::buildBanner()
{
    m_banner = new QFrame(this);
    m_bannerText = makeNamed(u"banner"_s, QString(), m_banner);
    m_bannerText->setWordWrap(true);
    m_compare = bannerButton(u"compare"_s, tr("Compare"), &DetailsHead::compareRequested);
    m_retry = bannerButton(u"retry"_s, tr("Try again"), &DetailsHead::retryRequested);
    m_recreate = bannerButton(u"recreate"_s, tr("Recreate"), &DetailsHead::recreateRequested);
    m_discard = bannerButton(u"discard"_s, tr("Discard…"), &DetailsHead::discardRequested);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_compare, m_retry, m_recreate, m_discard})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *column = new QVBoxLayout(m_banner);
    column->setContentsMargins(HeadSide, 8, HeadSide, 8);
    column->setSpacing(6);
    column->addWidget(m_bannerText);
    column->addLayout(buttons);
    m_banner->hide();
    return m_banner;
}

QPushButton *DetailsHead::bannerButton(const QString &name, const QString &text,
                                       void (DetailsHead::*pressed)())
{
    auto *button = new QPushButton(text, m_banner);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setProperty("compact", true);
    connect(button, &QPushButton::clicked, this, pressed);
    return button;
}

QLayout *DetailsHead::buildTitle()
{
    m_id = makeNamed(u"id"_s, u"muted"_s, this);
    m_status = new PillLabel(this);
    m_status->setObjectName(u"status"_s);
    m_sync = new PillLabel(this);
    m_sync->setObjectName(u"sync"_s);
    m_name = makeNamed(u"title"_s, u"title"_s, this);
    m_name->setWordWrap(true);
    m_prospect = makeNamed(u"prospect"_s, u"secondary"_s, this);
    m_prospect->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_id);
    line->addWidget(m_status);
    line->addWidget(m_sync);
    line->addStretch();
    line->addWidget(makeCloseButton());
    auto *title = new QVBoxLayout;
    title->setSpacing(2);
    title->addLayout(line);
    title->addSpacing(4);
    title->addWidget(m_name);
    title->addWidget(m_prospect);
    return title;
}

QWidget *DetailsHead::makeCloseButton()
{
    auto *close = new QToolButton(this);
    close->setObjectName(u"closePane"_s);
    close->setIcon(icon(u"close"_s));
    close->setToolTip(tr("Close the details (Ctrl+I)"));
    close->setAccessibleName(close->toolTip());
    close->setFocusPolicy(Qt::StrongFocus);
    connect(close, &QToolButton::clicked, this, &DetailsHead::closeRequested);
    return close;
}

void DetailsHead::setRecord(const Record &record, const Session &session)
{
    m_record = record;
    const ResourceType &type = resourceType(m_kind);
    m_id->setText(shownId(json::toText(record.local.value("id"_L1))));
    m_id->setVisible(!m_id->text().isEmpty());
    m_name->setText(nameOf(record.kind, record.local));
    m_prospect->setText(summarize(m_kind, record.local, session.ownerRole).text(Field::Prospect));
    m_prospect->setVisible(!m_prospect->text().isEmpty());
    m_path->setStatus(record.local.value(type.stateAttribute).toString());
    m_owner->setRecord(record, session);
    m_links->setDocument(record.local);
    showPills();
    showBanner();
}

void DetailsHead::showPills()
{
    const QString status = m_record.local.value(resourceType(m_kind).stateAttribute).toString();
    m_status->setPill([kind = m_kind, status](const Theme &theme) {
        const auto state = stateFromText(status);
        return state ? statePill(*state, stateWord(kind, *state), theme)
                     : Pill{status, u"question"_s, theme.pill(State::Cancelled), true};
    });
    m_sync->setPill([sync = m_record.sync](const Theme &theme) { return syncPill(sync, theme); });
}

void DetailsHead::showBanner()
{
    const bool gone = isGoneThere(m_record);
    const bool refused = m_record.sync == SyncState::Refused;
    m_compare->setVisible(m_record.sync == SyncState::Conflict && !gone);
    m_retry->setVisible(refused);
    m_recreate->setVisible(gone);
    m_discard->setVisible(refused || gone);
    m_bannerText->setText(bannerText());
    m_banner->setVisible(!m_bannerText->text().isEmpty());
    m_banner->setProperty("look",
                          refused                                     ? u"alarm"_s
                              : m_record.sync == SyncState::LocalOnly ? u"notice"_s
                                                                      : u"banner"_s);
    for (QWidget *widget : {static_cast<QWidget *>(m_banner), static_cast<QWidget *>(m_bannerText)})
        widget->style()->polish(widget);
}

QString DetailsHead::bannerText() const
{
    if (isGoneThere(m_record))
        return tr("Deleted on the server while you worked on it. What you changed is still here.");
    if (m_record.sync == SyncState::Conflict)
        return tr("Changed on the server while you worked on it. Nothing is lost. %1")
            .arg(m_record.reason)
            .trimmed();
    if (m_record.sync == SyncState::Refused)
        return tr("The server refused the change: %1").arg(m_record.reason);
    if (m_record.deleted)
        return tr("The deletion waits to be sent.");
    if (m_record.sync == SyncState::LocalOnly)
        return localOnlyText(m_kind);
    return {};
}

void DetailsHead::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

} // namespace salesbench
