// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/session.h"

#include <QToolButton>

namespace salesbench {

/// "Sales representative", or the person's own title.
QString roleText(const Person &person);

/// Who works here: disc, name and role; a press opens its menu.
class UserButton : public QToolButton {
    Q_OBJECT

public:
    explicit UserButton(const Person &person, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Person m_person;
    QString m_role;
};

} // namespace salesbench
