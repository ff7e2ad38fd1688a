// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeworkspace.h"

#include <QPromise>
#include <QTimer>

namespace salesbench::testing {

using Documents = std::map<RowId, Record>;

/// What the fake's two faces share: the documents, and the letter box that answers leave through.
struct FakeWorkspace::State {
    Documents documents;
    std::map<RowId, QVector<AuditEntry>> history;
    QMap<RowId, Delay> delays;
    QMap<RowId, QString> twins; ///< the local id of each one's original
    RowId lastRow = 0;
    int lastId = 0;
    QMap<QString, int> asked;
    std::optional<Problem> queryProblem;
    std::optional<Problem> editProblem;

    struct Step {
        Change change;
        Documents before;
        Documents after;
        QMap<RowId, QString> twins = {}; ///< on the other side of the step
    };
    QVector<Change> changes;
    QVector<Decision> decisions;
    std::vector<Step> undoable;
    std::vector<Step> redoable;

    bool holding = false;
    std::deque<std::function<void()>> answers;
    QObject loop; ///< its end drops the answers still under way

    Record *find(ResourceKind kind, const QString &id);
    QVector<const Record *> referringTo(const QString &localId) const;
    QVector<const Record *> select(const ListQuery &query) const;
    static ListRow toRow(const Record &record);

    /// Answers from the event loop with what @p answer says then.
    template <typename T> QFuture<Result<T>> later(std::function<Result<T>()> answer)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        QFuture<Result<T>> future = promise->future();
        answers.push_back([promise, answer = std::move(answer)] {
            if (!promise->isCanceled())
                promise->addResult(answer());
            promise->finish();
        });
        if (!holding)
            QTimer::singleShot(0, &loop, [this] { deliverOne(); });
        return future;
    }

    template <typename T> QFuture<Result<T>> ask(const QString &name, std::function<Result<T>()> answer)
    {
        ++asked[name];
        return later<T>([this, answer = std::move(answer)]() -> Result<T> {
            if (queryProblem)
                return tl::make_unexpected(*queryProblem);
            return answer();
        });
    }

    void deliverOne()
    {
        if (holding || answers.empty())
            return;
        const auto answer = std::move(answers.front());
        answers.pop_front();
        answer();
    }
};

} // namespace salesbench::testing
