// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/domain/session.h"

#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;

namespace salesbench {

class LinkList;
class OwnerLine;
class PathBar;
class PillLabel;

/// The part of the details pane that stays in sight: what document it is, its state and the moves from
/// there, whose it is, and what keeps it from being the server's.
class DetailsHead : public QWidget {
    Q_OBJECT

public:
    explicit DetailsHead(ResourceKind kind, QWidget *parent = nullptr);

    PathBar *path() const { return m_path; }
    OwnerLine *owner() const { return m_owner; }
    LinkList *links() const { return m_links; }

    void setRecord(const Record &record, const Session &session);
    /// A sentence about what could not be done; empty takes it away.
    void setProblem(const QString &sentence);

Q_SIGNALS:
    void compareRequested();
    void retryRequested();
    void recreateRequested();
    void discardRequested();
    void closeRequested();

private:
    QWidget *buildBanner();
    QPushButton *bannerButton(const QString &name, const QString &text, void (DetailsHead::*pressed)());
    QString bannerText() const;
    QLayout *buildTitle();
    QWidget *makeCloseButton();
    void showPills();
    void showBanner();

    ResourceKind m_kind;
    Record m_record;
    QFrame *m_banner = nullptr;
    QLabel *m_bannerText = nullptr;
    QPushButton *m_compare = nullptr;
    QPushButton *m_retry = nullptr;
    QPushButton *m_recreate = nullptr;
    QPushButton *m_discard = nullptr;
    QLabel *m_id = nullptr;
    PillLabel *m_status = nullptr;
    PillLabel *m_sync = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_prospect = nullptr;
    PathBar *m_path = nullptr;
    OwnerLine *m_owner = nullptr;
    LinkList *m_links = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace salesbench
