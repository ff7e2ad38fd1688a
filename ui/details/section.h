// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace salesbench {

/// A titled part of the details pane that folds away. The title is a button: Space folds it.
class Section : public QWidget {
    Q_OBJECT

public:
    Section(const QString &title, QWidget *content, QWidget *parent = nullptr);

    void setRemark(const QString &text); ///< muted, at the right of the title
    /// At the right of the title, after the remark.
    QToolButton *addButton(const QString &name, const QString &iconName, const QString &tip);
    /// A dot beside the title, with what it means; none where @p hint is empty.
    void setUnsent(const QString &hint);
    void setOpen(bool open);

private:
    QToolButton *m_title = nullptr;
    QLabel *m_dot = nullptr;
    QLabel *m_remark = nullptr;
    QHBoxLayout *m_head = nullptr;
    QWidget *m_content = nullptr;
};

} // namespace salesbench
