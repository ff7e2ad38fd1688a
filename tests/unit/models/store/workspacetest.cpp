// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/workspace.h"

#include "models/store/schema.h"
#include "tests/support/changes.h"
#include "tests/support/testcase.h"
#include "tests/support/workspacecontract.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

namespace {

Workspace::Options options(const QString &ownerRole = DefaultOwnerRole)
{
    return {.surroundings = Surroundings::real(), .ownerRole = ownerRole, .author = u"Mara Lindqvist"_s};
}

} // namespace

class WorkspaceTest : public QObject {
    Q_OBJECT

    QString path(const QString &suffix = {}) const
    {
        return m_folder->filePath(u"profile/workspace.sqlite"_s + suffix);
    }
    Result<std::unique_ptr<Workspace>> open(const QString &ownerRole = DefaultOwnerRole)
    {
        return Workspace::open(m_folder->filePath(u"profile"_s), options(ownerRole));
    }
    static Result<void> record(Workspace &workspace, const Change &change)
    {
        return await(workspace.edits().record(change));
    }
    static void pull(Workspace &workspace, const QString &id, const char *document)
    {
        await(workspace.journal().takePage(Lead, {{id, parse(document), {}}}));
    }
    static QString ownerOf(Workspace &workspace, RowId row)
    {
        return await(workspace.queries().rows(Lead, {row}))->first().summary.text(Field::OwnerId);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void shouldKeepEverythingFromOneStartToTheNext()
    {
        {
            auto workspace = *open();
            QVERIFY(workspace->notice().isEmpty());
            record(*workspace, creation(u"a"_s, "{'name': 'One'}"));
            record(*workspace, update(u"a"_s, "{'name': 'Two'}"));
            await(workspace->edits().undo());
        }
        auto workspace = *open();
        QCOMPARE(await(workspace->queries().record(Lead, u"a"_s))->local.value("name"_L1).toString(),
                 u"One"_s);
        QTRY_COMPARE(workspace->edits().undoState(), (UndoState{u"Create"_s, u"Edit"_s}));
        QVERIFY(await(workspace->edits().redo()));
        QCOMPARE(await(workspace->queries().record(Lead, u"a"_s))->local.value("name"_L1).toString(),
                 u"Two"_s);
    }

    void shouldFinishTheWritesAskedForBeforeItEnds()
    {
        QVector<QFuture<Result<void>>> answers;
        {
            auto workspace = *open();
            for (int i = 0; i < 20; ++i)
                answers.append(workspace->edits().record(creation(u"id-%1"_s.arg(i), "{'name': 'One'}")));
        }
        for (const QFuture<Result<void>> &answer : std::as_const(answers))
            QVERIFY(answer.isFinished() && answer.result());
        QCOMPARE(await((*open())->queries().head({}, 1))->total, 20);
    }

    void shouldRefuseASecondWorkbench()
    {
        const auto first = *open();
        const auto second = open();
        QVERIFY(!second);
        QCOMPARE(second.error().kind, Problem::Kind::Storage);
        QVERIFY(second.error().sentence.contains("already open in another Salesbench"_L1));
    }

    void shouldRefuseANewerFile()
    {
        open();
        auto migrations = workspaceMigrations();
        migrations.append([](Database &database) { return database.execute(u"CREATE TABLE later (id)"_s); });
        Database::open(path(), migrations);

        const auto workspace = open();
        QVERIFY(!workspace);
        QCOMPARE(workspace.error().kind, Problem::Kind::Storage);
        QVERIFY(workspace.error().sentence.contains("newer"_L1));
    }

    void shouldSayThatTheProfileCannotBeWritten()
    {
        QFile file(m_folder->filePath(u"profile"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        const auto workspace = open();
        QVERIFY(!workspace);
        QCOMPARE(workspace.error().kind, Problem::Kind::Storage);
        QVERIFY(workspace.error().sentence.contains(m_folder->filePath(u"profile"_s)));
    }

    void shouldSetADamagedFileAsideAndSaveTheEditsThatWereNotSent()
    {
        {
            auto workspace = *open();
            pull(*workspace, u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}");
            record(*workspace, creation(u"ff9b8a8e-0f0b-4b8e-8a8e-0f0b4b8e8a8e"_s, "{'name': 'One'}"));
            record(*workspace, update(u"SL-1"_s, "{'name': 'Mine'}"));
            record(*workspace, {u"Delete"_s, {{Edit::Op::Delete, Lead, u"SL-1"_s, {}}}});
        }
        damageAnIndex();

        auto workspace = *open();

        QCOMPARE(await(workspace->queries().head({}, 1))->total, 0);
        QVERIFY(workspace->notice().contains(path(u".damaged-1"_s)));
        QVERIFY(workspace->notice().contains(path(u".damaged-1.jsonl"_s)));
        QVERIFY(QFile::exists(path(u".damaged-1"_s)));
        QFile lines(path(u".damaged-1.jsonl"_s));
        QVERIFY(lines.open(QFile::ReadOnly));
        QCOMPARE(
            lines.readAll(),
            "{\"document\":{\"id\":\"ff9b8a8e-0f0b-4b8e-8a8e-0f0b4b8e8a8e\",\"name\":\"One\",\"status\":"
            "\"acknowledged\"},\"op\":\"create\",\"resource\":\"salesLead\"}\n"
            "{\"id\":\"SL-1\",\"op\":\"update\",\"patch\":{\"name\":\"Mine\"},\"resource\":\"salesLead\"}\n"
            "{\"id\":\"SL-1\",\"op\":\"delete\",\"resource\":\"salesLead\"}\n");
    }

    void shouldFillTheOwnersColumnsAgainForAnotherRole()
    {
        RowId row = 0;
        {
            auto workspace = *open();
            pull(*workspace, u"SL-1"_s,
                 "{'id': 'SL-1', 'name': 'Lead', 'relatedParty': [{'id': 'p1', 'role': "
                 "'salesRepresentative'}, "
                 "{'id': 'p2', 'role': 'keeper'}]}");
            row = await(workspace->queries().record(Lead, u"SL-1"_s))->row;
            QCOMPARE(ownerOf(*workspace, row), u"p1"_s);
        }
        auto workspace = *open(u"keeper"_s);
        QTRY_COMPARE(ownerOf(*workspace, row), u"p2"_s);
        QVERIFY(record(*workspace, update(u"SL-1"_s, "{'name': 'Mine'}")));
        QCOMPARE(ownerOf(*workspace, row), u"p2"_s);
    }

    void shouldKeepSettingsPullStateAndCounts()
    {
        {
            auto workspace = *open();
            SyncJournal &journal = workspace->journal();
            await(journal.setSetting(u"server"_s, u"https://example.org"_s));
            await(journal.setPullState(Lead, parse("{'offset': 300}")));
            pull(*workspace, u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}");
            record(*workspace, creation(u"a"_s, "{'name': 'One'}"));
        }
        auto workspace = *open();
        SyncJournal &journal = workspace->journal();
        QCOMPARE(*await(journal.setting(u"server"_s)), QJsonValue(u"https://example.org"_s));
        QVERIFY(await(journal.setting(u"other"_s))->isUndefined());
        QCOMPARE(*await(journal.pullState(Lead)), parse("{'offset': 300}"));
        QVERIFY(await(journal.pullState(ResourceKind::Quote))->isEmpty());
        const auto counts = await(journal.counts());
        QCOMPARE(counts->waiting, 1);
        QCOMPARE(counts->documents.value(Lead), 2);
        QCOMPARE(*await(journal.serverIds({u"a"_s, u"SL-1"_s, u"nobody"_s})),
                 (QMap<QString, QString>{{u"a"_s, {}}}));
    }

    void shouldTellOfManyChangesWithoutNamingThem()
    {
        auto workspace = *open();
        QVector<RemoteDocument> page;
        for (int i = 0; i < 400; ++i)
            page.append({u"SL-%1"_s.arg(i), parse("{'name': 'Lead'}"), {}});
        QSignalSpy changed(&workspace->queries(), &WorkspaceQueries::changed);
        await(workspace->journal().takePage(Lead, page));
        const auto isOfLeads = [](const QVariantList &told) { return told.at(0).value<ResourceKind>() == Lead; };
        QTRY_VERIFY(std::ranges::any_of(changed, isOfLeads)); // opening may tell of the other kinds
        QVERIFY(std::ranges::find_if(changed, isOfLeads)->at(1).value<QVector<RowId>>().isEmpty());
    }

private:
    /// The outbox stays readable.
    void damageAnIndex()
    {
        int page = 0;
        {
            auto database = *Database::open(path(), workspaceMigrations());
            page =
                database->single(u"SELECT rootpage FROM sqlite_master WHERE name = 'summary_name'"_s).toInt();
            database->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        }
        QFile file(path());
        QVERIFY(file.open(QFile::ReadWrite));
        file.seek((page - 1) * 8192LL);
        file.write(QByteArray(4096, 'x'));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

SALESBENCH_TEST(WorkspaceTest)
#include "workspacetest.moc"
