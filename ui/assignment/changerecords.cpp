// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignment/changerecords.h"

#include "models/domain/whendone.h"

#include <QPromise>

namespace salesbench {

namespace {

/// Reads the documents, makes the change from them, records it, and goes.
class ChangeOfMany : public QObject {
public:
    ChangeOfMany(Context &context, MakeChange make)
        : QObject(&context.queries)
        , m_context(context)
        , m_make(std::move(make))
    {
        m_promise.start();
    }

    QFuture<Result<void>> start(ResourceKind kind, const QStringList &ids)
    {
        const QFuture<Result<void>> future = m_promise.future();
        m_answers.resize(ids.size());
        m_waiting = ids.size();
        for (qsizetype i = 0; i < ids.size(); ++i) {
            whenDone(m_context.queries.record(kind, ids[i]), this, [this, i](const Result<Record> &answer) {
                m_answers[i] = answer;
                if (--m_waiting == 0)
                    record();
            });
        }
        if (ids.isEmpty())
            record();
        return future;
    }

private:
    void record()
    {
        QVector<Record> records;
        for (const Result<Record> &answer : std::as_const(m_answers)) {
            if (answer)
                records.append(*answer);
            else if (answer.error().kind != Problem::Kind::NotFound || m_answers.size() == 1)
                return finish(tl::unexpected(answer.error()));
        }
        const Result<Change> change = m_make(records);
        if (!change)
            return finish(tl::unexpected(change.error()));
        whenDone(m_context.edits.record(*change), this, [this](const Result<void> &done) { finish(done); });
    }

    void finish(const Result<void> &result)
    {
        m_promise.addResult(result);
        m_promise.finish();
        deleteLater();
    }

    Context &m_context;
    MakeChange m_make;
    QPromise<Result<void>> m_promise;
    QVector<Result<Record>> m_answers;
    qsizetype m_waiting = 0;
};

} // namespace

QFuture<Result<void>> changeRecords(Context &context, ResourceKind kind, const QStringList &ids, MakeChange make)
{
    return (new ChangeOfMany(context, std::move(make)))->start(kind, ids);
}

} // namespace salesbench
