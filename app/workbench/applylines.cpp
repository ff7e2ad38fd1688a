// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/applylines.h"

#include "app/workbench/editline.h"

#include <QCoreApplication>

#include <qcoro/qcorofuture.h>

namespace salesbench {

namespace {

struct ApplyLinesText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::ApplyLines)
};

QString whatWasRecorded(int count)
{
    if (count == 0)
        return ApplyLinesText::tr("Nothing was recorded.");
    return count == 1 ? ApplyLinesText::tr("The edit before it is recorded and stays so.")
                      : ApplyLinesText::tr("The %1 edits before it are recorded and stay so.").arg(count);
}

Applied stoppedAt(int line, const QString &name, const Problem &problem, int recorded)
{
    QString why = problem.sentence;
    if (why.endsWith(u'.'))
        why.chop(1);
    const QString sentence = ApplyLinesText::tr("Line %1 of %2: %3. %4")
                                 .arg(QString::number(line), name, why, whatWasRecorded(recorded));
    return {recorded, Problem{.kind = problem.kind, .sentence = sentence, .detail = problem.detail}};
}

} // namespace

QCoro::Task<Applied> applyLines(std::shared_ptr<QIODevice> input, QString name, WorkspaceEdits *edits,
                                Surroundings surroundings)
{
    int recorded = 0;
    int number = 0;
    for (QByteArray line = input->readLine(); !line.isEmpty(); line = input->readLine()) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const Result<Change> change = parseEditLine(line, surroundings.newId);
        if (!change)
            co_return stoppedAt(number, name, change.error(), recorded);
        const Result<void> done = co_await edits->record(*change);
        if (!done)
            co_return stoppedAt(number, name, done.error(), recorded);
        ++recorded;
    }
    co_return Applied{recorded, {}};
}

} // namespace salesbench
