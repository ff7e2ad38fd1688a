// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/resource.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace salesbench {

/// The chevrons of a lifecycle: done parts tinted, the current one filled, later ones outlined.
class PathView : public QWidget {
    Q_OBJECT

public:
    PathView(ResourceKind kind, QWidget *parent = nullptr);

    void setState(std::optional<State> state);
    /// The states in drawing order; a rejected or cancelled document ends in that state.
    QVector<State> parts() const;

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Left and right end of a part: each has the room of its text, and what is left over is shared.
    std::pair<double, double> edges(const QFontMetrics &metrics, const QVector<State> &parts, int index) const;
    void paintPart(QPainter &painter, int index, const QVector<State> &parts) const;

    ResourceKind m_kind;
    std::optional<State> m_state;
};

/// The path, a button for every legal move and for no other, and the reason, which rejecting and cancelling
/// need. It asks; what the move does is the caller's.
class PathBar : public QWidget {
    Q_OBJECT

public:
    explicit PathBar(ResourceKind kind, QWidget *parent = nullptr);

    /// @p status as in the document; one that no lifecycle knows offers no moves.
    void setStatus(const QString &status);
    void setError(const QString &sentence);
    void clearReason();
    /// Presses the page's main button, if there is one: Ctrl+Enter.
    void pressMain();

Q_SIGNALS:
    void moveRequested(salesbench::State to, const QString &reason);

private:
    void rebuildButtons(std::optional<State> state);
    void request(State to);

    ResourceKind m_kind;
    QString m_status;
    PathView *m_path = nullptr;
    QHBoxLayout *m_buttons = nullptr;
    QHBoxLayout *m_moreButtons = nullptr;
    QPushButton *m_main = nullptr;
    QLabel *m_foreign = nullptr; ///< that the status is none of the lifecycle's
    QLineEdit *m_reason = nullptr;
    QLabel *m_error = nullptr;
};

} // namespace salesbench
