// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/exportlines.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <qcoro/qcorofuture.h>

#include <algorithm>

namespace salesbench {

namespace {

/// Enough questions on their way at once to keep the reading threads busy.
constexpr qsizetype PageSize = 256;

struct ExportLinesText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::ExportLines)
};

tl::unexpected<Problem> unwritten(const QIODevice &output)
{
    return tl::unexpected(
        Problem{.kind = Problem::Kind::Storage,
                .sentence = ExportLinesText::tr("The documents could not be written. Is the disk full?"),
                .detail = output.errorString()});
}

using Page = QVector<QFuture<Result<Record>>>;

Page ask(ResourceKind kind, const QVector<ListRow> &rows, WorkspaceQueries *queries)
{
    Page page;
    page.reserve(rows.size());
    for (const ListRow &row : rows)
        page.append(queries->record(kind, row.localId));
    return page;
}

/// 1 for a document written, 0 for one that is gone.
Result<qint64> write(const Result<Record> &record, QIODevice &output)
{
    if (!record && record.error().kind != Problem::Kind::NotFound)
        return tl::unexpected(record.error());
    if (!record || record->deleted)
        return 0;
    const QByteArray line = QJsonDocument(record->local).toJson(QJsonDocument::Compact) + '\n';
    if (output.write(line) != line.size())
        return unwritten(output);
    return 1;
}

QCoro::Task<Result<qint64>> writePage(Page page, std::shared_ptr<QIODevice> output)
{
    qint64 written = 0;
    for (QFuture<Result<Record>> &future : page) {
        const Result<Record> record = co_await future;
        const Result<qint64> one = write(record, *output);
        if (!one)
            co_return tl::unexpected(one.error());
        written += *one;
    }
    co_return written;
}

} // namespace

QCoro::Task<Result<qint64>> exportLines(ResourceKind kind, std::shared_ptr<QIODevice> output,
                                        WorkspaceQueries *queries)
{
    Result<QVector<RowId>> order = co_await queries->order(ListQuery{.kind = kind, .filter = {}, .sort = {}});
    if (!order)
        co_return tl::unexpected(order.error());
    std::reverse(order->begin(), order->end());
    qint64 written = 0;
    for (qsizetype first = 0; first < order->size(); first += PageSize) {
        const Result<QVector<ListRow>> rows = co_await queries->rows(kind, order->mid(first, PageSize));
        if (!rows)
            co_return tl::unexpected(rows.error());
        const Result<qint64> page = co_await writePage(ask(kind, *rows, queries), output);
        if (!page)
            co_return tl::unexpected(page.error());
        written += *page;
    }
    co_return written;
}

} // namespace salesbench
