// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace salesbench {

/// What opens below a chip of the filter to choose its values. What is chosen holds at once; Enter and a
/// click elsewhere leave it so, Esc takes it back.
class FilterPopup : public QFrame {
    Q_OBJECT

public:
    FilterPopup(const QString &title, QWidget *parent);

    void openBelow(const QWidget *anchor);

Q_SIGNALS:
    void takenBack();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

    QVBoxLayout *m_column = nullptr;
    QHBoxLayout *m_head = nullptr; ///< the title stands in it, at the left
};

} // namespace salesbench
