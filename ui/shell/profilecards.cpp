// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/profilecards.h"

#include "ui/shell/choicecard.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QDir>
#include <QRadioButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int MostHeight = 232; ///< half of the fifth shows that there are more
constexpr int ProfileDisc = 30;

} // namespace

ProfileCards::ProfileCards(QButtonGroup *group, QWidget *parent)
    : QScrollArea(parent)
    , m_group(group)
    , m_content(new QWidget(this))
    , m_rows(new QVBoxLayout(m_content))
{
    setObjectName(u"profiles"_s);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(2);
    setWidget(m_content);
    m_content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

void ProfileCards::setProfiles(const QVector<KnownProfile> &profiles, const QDate &today)
{
    qDeleteAll(std::exchange(m_cards, {}));
    m_profiles = profiles;
    for (const KnownProfile &profile : profiles)
        add(profile, today);
    setVisible(!profiles.isEmpty());
    updateGeometry();
}

void ProfileCards::add(const KnownProfile &profile, const QDate &today)
{
    auto *card = new ChoiceCard(u"person"_s, profileTitle(profile), profileStory(profile, today), m_content);
    card->setObjectName(u"profile"_s);
    card->setToolTip(QDir::toNativeSeparators(profile.folder));
    card->setMark(avatarPixmap(profile.user.partyId, profile.user.name, ProfileDisc, devicePixelRatioF(),
                               Theme::current()));
    m_group->addButton(card->button());
    m_rows->addWidget(card);
    m_cards.append(card);
    connect(card, &ChoiceCard::chosen, this, [this, card] {
        ensureWidgetVisible(card);
        Q_EMIT chosenChanged();
    });
}

bool ProfileCards::choose(const QString &folder)
{
    if (m_cards.isEmpty())
        return false;
    const auto found = std::ranges::find(m_profiles, folder, &KnownProfile::folder);
    m_cards.at(found == m_profiles.end() ? 0 : found - m_profiles.begin())->choose();
    return true;
}

const KnownProfile *ProfileCards::chosen() const
{
    const auto found = std::ranges::find_if(m_cards, &ChoiceCard::isChosen);
    return found == m_cards.end() ? nullptr : &m_profiles.at(found - m_cards.begin());
}

/// Where the cards lie is known once they were laid out.
void ProfileCards::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    QTimer::singleShot(0, this, [this] {
        if (const auto found = std::ranges::find_if(m_cards, &ChoiceCard::isChosen); found != m_cards.end())
            ensureWidgetVisible(*found);
    });
}

QSize ProfileCards::sizeHint() const
{
    const QSize content = m_content->sizeHint();
    return {content.width(), std::min(content.height(), MostHeight)};
}

} // namespace salesbench
