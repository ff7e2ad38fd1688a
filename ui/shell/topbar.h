// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/context.h"

#include <QFrame>

class QLabel;
class QMenu;
class QToolButton;

namespace salesbench {

class ConnectionButton;

/// The product's tile, the page's title, the search, the connection and the user.
class TopBar : public QFrame {
    Q_OBJECT

public:
    TopBar(const Session &session, const WorkspaceStatus &status, QWidget *parent = nullptr);

    void setTitle(const QString &title, const QString &count);
    void setUserMenu(QMenu *menu);

Q_SIGNALS:
    void searchPressed();
    void connectionPressed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildLeft();
    QWidget *buildRight();
    void buildSearch();
    void showConnection();
    void drawPictures();
    void place();

    Session m_session;
    const WorkspaceStatus &m_status;
    QWidget *m_left = nullptr;
    QWidget *m_right = nullptr;
    QLabel *m_tile = nullptr;
    QLabel *m_glass = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_count = nullptr;
    QToolButton *m_search = nullptr;
    ConnectionButton *m_chip = nullptr;
    QToolButton *m_user = nullptr;
};

} // namespace salesbench
