// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QFrame;
class QSplitter;

namespace salesbench {

/// A page's main side with a pane at its right: beside it with a grip between them, and in a narrow window
/// over the part that can best spare the room.
class PaneHost : public QWidget {
    Q_OBJECT

public:
    /// In windows narrower than this the pane lies over the main side.
    static constexpr int NarrowWindow = 1180;

    /// Takes @p main and @p pane. @p under, a part of @p main, is what the pane then covers.
    PaneHost(QWidget *main, QWidget *under, QWidget *pane, QWidget *parent);

    /// As a person set it.
    int paneWidth() const { return m_paneWidth; }
    void setPaneWidth(int width);
    void setPaneShown(bool shown);
    bool isPaneOver() const { return m_isOver && m_isShown; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    void layOver();
    void lift(bool over);

    QSplitter *m_splitter;
    QWidget *m_under;
    QWidget *m_pane;
    QFrame *m_edge; ///< of the pane where it lies over
    int m_paneWidth;
    bool m_isShown = true;
    bool m_isOver = false;
};

} // namespace salesbench
