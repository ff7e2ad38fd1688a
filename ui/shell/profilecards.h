// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/knownprofile.h"

#include <QScrollArea>

class QButtonGroup;
class QVBoxLayout;

namespace salesbench {

class ChoiceCard;

/// The profiles to choose from, one quiet line each. As high as they are, up to a few of them; then it
/// scrolls.
class ProfileCards : public QScrollArea {
    Q_OBJECT

public:
    /// The choices belong to @p group.
    explicit ProfileCards(QButtonGroup *group, QWidget *parent = nullptr);

    void setProfiles(const QVector<KnownProfile> &profiles, const QDate &today);
    /// The one in @p folder, else the first. False where there is none.
    bool choose(const QString &folder);
    /// Null where none of them is.
    const KnownProfile *chosen() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosenChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void add(const KnownProfile &profile, const QDate &today);

    QButtonGroup *m_group;
    QWidget *m_content;
    QVBoxLayout *m_rows;
    QVector<KnownProfile> m_profiles;
    QVector<ChoiceCard *> m_cards; ///< one for each profile
};

} // namespace salesbench
