// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/filledworkspace.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlTableModel>

using namespace Qt::StringLiterals;

namespace salesbench::bench {

namespace {

qint64 readAll(const QString &sql)
{
    QSqlQuery query;
    query.setForwardOnly(true);
    if (!query.exec(sql))
        qFatal("%s", qPrintable(query.lastError().text()));
    qint64 rows = 0;
    for (; query.next(); ++rows)
        query.value(0);
    return rows;
}

void measureScans(Bench &bench)
{
    bench.time(u"bare first page"_s, 50, [] {
        readAll(
            u"SELECT * FROM summary JOIN document USING (row) WHERE summary.kind = 0 ORDER BY name LIMIT 64"_s);
    });
    bench.time(u"bare scan by name"_s, 5,
               [] { readAll(u"SELECT row FROM summary WHERE kind = 0 ORDER BY name"_s); });
    bench.time(u"bare LIKE over the names"_s, 3,
               [] { readAll(u"SELECT row FROM summary WHERE kind = 0 AND name LIKE '%fibre%'"_s); });
}

void measureCommits(Bench &bench)
{
    readAll(u"CREATE TABLE IF NOT EXISTS yardstick (value INTEGER)"_s);
    bench.time(u"bare commit of one row"_s, 200, [] { readAll(u"INSERT INTO yardstick VALUES (1)"_s); });
    readAll(u"DROP TABLE yardstick"_s);
}

/// Jumping to the end makes the model read everything before it.
void measureTableModel(Bench &bench)
{
    QElapsedTimer timer;
    timer.start();
    QSqlTableModel model;
    model.setTable(u"summary"_s);
    model.setSort(2, Qt::AscendingOrder);
    model.select();
    bench.single(u"QSqlTableModel, first rows by name"_s, elapsed(timer), u"ms"_s);
    while (model.canFetchMore())
        model.fetchMore();
    bench.single(u"QSqlTableModel, jump to the last row"_s, elapsed(timer), u"ms"_s);
    bench.single(u"QSqlTableModel, memory"_s, residentMemory(), u"MiB"_s);
}

void storeYardstick(Bench &bench)
{
    openFilled(bench).reset();
    const QString name = QString::fromLatin1(QSqlDatabase::defaultConnection);
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s);
        database.setDatabaseName(workspaceFile(bench));
        if (!database.open())
            qFatal("%s", qPrintable(database.lastError().text()));
        readAll(u"PRAGMA synchronous=FULL"_s);
        measureScans(bench);
        measureCommits(bench);
        measureTableModel(bench);
    }
    QSqlDatabase::removeDatabase(name);
}

SALESBENCH_BENCH("0 bare store", storeYardstick)

} // namespace

} // namespace salesbench::bench
