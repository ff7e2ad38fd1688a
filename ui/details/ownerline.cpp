// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/ownerline.h"

#include "ui/widgets/avatar.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int OwnerDisc = 24;

QString nameOf(RecordStep step)
{
    static constexpr std::array Names{"claim"_L1, "assign"_L1, "newQuote"_L1, "nextVersion"_L1};
    return Names[static_cast<size_t>(step)];
}

} // namespace

OwnerLine::OwnerLine(QWidget *parent)
    : QWidget(parent)
    , m_avatar(new ThemedLabel({}, this))
    , m_name(new QLabel(this))
    , m_buttons(new QHBoxLayout)
{
    m_name->setObjectName(u"owner"_s);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_buttons->setSpacing(8);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_avatar);
    row->addWidget(m_name, 1);
    row->addLayout(m_buttons);
}

void OwnerLine::setRecord(const Record &record, const Session &session)
{
    showOwner(ownerOf(record, session.ownerRole));
    showSteps(possibleSteps(record, session));
}

void OwnerLine::showOwner(const Person &owner)
{
    const bool free = owner.partyId.isEmpty();
    m_avatar->setDraw([owner](const Theme &theme, qreal ratio) {
        return avatarPixmap(owner.partyId, owner.name, OwnerDisc, ratio, theme);
    });
    m_name->setText(free ? tr("Nobody has it yet") : owner.name.isEmpty() ? owner.partyId : owner.name);
    m_name->setToolTip(m_name->text());
    m_name->setProperty("look", free ? u"muted"_s : QString());
    m_name->style()->polish(m_name);
}

void OwnerLine::showSteps(const QVector<RecordStep> &steps)
{
    if (steps == m_steps)
        return;
    m_steps = steps;
    clearLayout(m_buttons);
    for (RecordStep step : steps) {
        auto *button = new QPushButton(stepText(step), this);
        button->setObjectName(nameOf(step));
        button->setProperty("compact", true);
        connect(button, &QPushButton::clicked, this, [this, step] { Q_EMIT stepRequested(step); });
        m_buttons->addWidget(button);
    }
}

} // namespace salesbench
