// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/profilefacts.h"

#include "ui/shell/userbutton.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/elided.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int FactsDisc = 30;

QHBoxLayout *makePersonRow(QLabel *disc, QLabel *name, QLabel *role)
{
    name->setProperty("look", u"name"_s);
    role->setProperty("look", u"secondary"_s);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(name);
    words->addWidget(role);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(disc);
    row->addLayout(words, 1);
    return row;
}

} // namespace

ProfileFacts::ProfileFacts(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QFormLayout)
    , m_disc(new QLabel(this))
    , m_name(new ElidedLabel({}, this))
    , m_role(new ElidedLabel({}, this))
    , m_forget(new QPushButton(icon(u"trash"_s, IconInk::Danger), tr("&Forget This Profile…"), this))
{
    m_rows->setHorizontalSpacing(16);
    m_rows->setVerticalSpacing(6);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_signIn = addFact(tr("Signs in"));
    m_synced = addFact(tr("Synchronised"));
    m_folder = addFact(tr("Folder"));
    m_forget->setObjectName(u"forgetProfile"_s);
    m_forget->setProperty("look", u"danger"_s);
    m_forget->setAccessibleName(tr("Forget this profile"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 0, 0);
    column->setSpacing(12);
    column->addLayout(makePersonRow(m_disc, m_name, m_role));
    column->addLayout(m_rows);
    column->addWidget(m_forget, 0, Qt::AlignLeft);
    column->addStretch();
    connect(m_forget, &QPushButton::clicked, this, &ProfileFacts::forgetPressed);
}

QLabel *ProfileFacts::addFact(const QString &name)
{
    auto *value = new ElidedLabel({}, this);
    m_rows->addRow(makeLabel(name, u"muted"_s, this), value);
    return value;
}

void ProfileFacts::show(const KnownProfile &profile, const QDate &today)
{
    m_disc->setPixmap(avatarPixmap(profile.user.partyId, profile.user.name, FactsDisc, devicePixelRatioF(),
                                   Theme::current()));
    m_name->setText(profile.user.name);
    m_role->setText(roleText(profile.user));
    m_rows->setRowVisible(m_signIn, profile.signIn.has_value());
    m_signIn->setText(profile.signIn ? signInText(*profile.signIn) : QString());
    m_rows->setRowVisible(m_synced, profile.lastUsed.isValid());
    m_synced->setText(profile.lastSync.isValid() ? momentText(profile.lastSync, today) : tr("never"));
    m_folder->setText(QDir::toNativeSeparators(profile.folder));
    m_forget->setEnabled(!profile.isOpen);
    m_forget->setToolTip(profile.isOpen ? tr("It is open now. Sign out of it to remove it.") : QString());
}

} // namespace salesbench
