// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "ui/widgets/context.h"

#include <QObject>

namespace salesbench {

/// Carries out what the user decides about a document that waits or was stopped, and asks before anything typed
/// is dropped.
class DecisionMaker : public QObject {
    Q_OBJECT

public:
    /// @p window is what the questions are modal to.
    DecisionMaker(Context &context, QWidget *window);

    void retry(ResourceKind kind, const QString &id);
    /// Names what is lost, and asks.
    void discard(ResourceKind kind, const QString &id);
    void recreate(ResourceKind kind, const QString &id);
    /// The server has it beside another one, from one creation.
    void deleteTwin(ResourceKind kind, const QString &id);
    void keepTwin(ResourceKind kind, const QString &id);
    /// @p seen is the conflict that was shown; an empty result lets a deletion go on.
    void settle(const Record &seen, const QJsonObject &result);

Q_SIGNALS:
    void done(salesbench::ResourceKind kind, const QString &localId);
    void failed(const salesbench::Problem &problem);

private:
    template<typename Deed>
    void withRecord(ResourceKind kind, const QString &id, Deed deed);
    void askToDiscard(const Record &record, const QVector<Referrer> &referrers);
    void decide(Decision::What what, const Record &seen, const QString &title, const QJsonObject &result = {});

    Context &m_context;
    QWidget *m_window;
};

} // namespace salesbench
