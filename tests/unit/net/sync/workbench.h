// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/workspace.h"
#include "net/sync/synchronisation.h"

#include <QTemporaryDir>
#include <QTest>

namespace salesbench::testing {

/// A real workspace on disk, and the synchronisation as the command line runs it.
class Workbench {
public:
    explicit Workbench(QString origin, QByteArray token = {})
        : m_origin(std::move(origin))
        , m_token(std::move(token))
    {
        auto opened = Workspace::open(
            m_folder.path(),
            {.surroundings = Surroundings::real(), .author = QStringLiteral("Mara Lindqvist")});
        if (!opened)
            qFatal("%s", qPrintable(opened.error().sentence));
        m_workspace = std::move(*opened);
    }

    QString create(ResourceKind kind, const QJsonObject &document)
    {
        const QString id = Surroundings::real().newId();
        edit({.op = Edit::Op::Create, .kind = kind, .id = id, .content = document});
        return id;
    }
    void update(ResourceKind kind, const QString &id, const QJsonObject &patch)
    {
        edit({.op = Edit::Op::Update, .kind = kind, .id = id, .content = patch});
    }
    void remove(ResourceKind kind, const QString &id)
    {
        edit({.op = Edit::Op::Delete, .kind = kind, .id = id, .content = {}});
    }

    SyncSummary sync(std::shared_ptr<CancelSignal> cancel = std::make_shared<CancelSignal>())
    {
        const SyncTiming timing{.timeout = std::chrono::seconds(20), .random = [] {
                                    return 0.0;
                                }};
        return QCoro::waitFor(synchronise(m_workspace->journal(), *ServerAddress::parse(m_origin), m_token,
                                          Surroundings::real(), timing, {}, std::move(cancel)));
    }

    Record record(ResourceKind kind, const QString &id)
    {
        const Result<Record> found = answer(m_workspace->queries().record(kind, id));
        return found ? *found : Record();
    }
    /// Carries out what the user decides about the document as it stands.
    void decide(Decision::What what, ResourceKind kind, const QString &id, const QJsonObject &result = {})
    {
        const Result<void> done =
            answer(m_workspace->edits().decide({what, QStringLiteral("Decide"), record(kind, id), result}));
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence));
    }
    /// What the user is asked about: documents that the server has twice.
    QVector<PendingChange> twins()
    {
        QVector<PendingChange> changes = *answer(m_workspace->queries().pending(100));
        changes.removeIf([](const PendingChange &change) { return change.twinOf.isEmpty(); });
        return changes;
    }
    SyncJournal &journal() { return m_workspace->journal(); }

private:
    void edit(const Edit &edit)
    {
        const Result<void> recorded =
            answer(m_workspace->edits().record({.title = QStringLiteral("Edit"), .edits = {edit}}));
        if (!recorded)
            qFatal("%s", qPrintable(recorded.error().sentence));
    }

    template<typename T>
    static T answer(const QFuture<T> &future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            qFatal("The workspace does not answer.");
        return future.result();
    }

    QTemporaryDir m_folder;
    QString m_origin;
    QByteArray m_token;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace salesbench::testing
