// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/removeprofile.h"
#include "app/workbench/openprofile.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace salesbench;

class RemoveProfileTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString profile() const { return m_folder->filePath(u"profile"_s); }
    Result<OpenProfile> open() const
    {
        Options options;
        options.profile = profile();
        return openProfile(options);
    }
    void add(const QString &name) const
    {
        QFile file(QDir(profile()).filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void shouldRemoveTheWorkspaceAndItsFolder()
    {
        QVERIFY(open());
        add(u"workspace.sqlite.version-3"_s);
        QVERIFY(removeProfile(profile()));
        QVERIFY(!QDir(profile()).exists());
        QVERIFY(removeProfile(profile()));
    }

    void shouldLeaveWhatIsNotOfTheWorkspace()
    {
        QVERIFY(open());
        add(u"letter.odt"_s);
        add(u"workspace.sqlite.damaged"_s);
        QVERIFY(removeProfile(profile()));
        QCOMPARE(QDir(profile()).entryList(QDir::Files),
                 (QStringList{u"letter.odt"_s, u"workspace.sqlite.damaged"_s}));
    }

    void shouldTellWhatWasNeverSent()
    {
        SyncJournal::Counts counts;
        QCOMPARE(unsentText(counts), QString());
        counts.localOnly = 1;
        QCOMPARE(unsentText(counts), u"1 document has changes that were never sent."_s);
        counts.waiting = 2;
        QCOMPARE(unsentText(counts), u"3 documents have changes that were never sent."_s);
    }

    void shouldLeaveWhatSomebodyHasOpen()
    {
        const Result<OpenProfile> somebody = open();
        QVERIFY(somebody);
        const Result<void> removed = removeProfile(profile());
        QCOMPARE(removed.error().kind, Problem::Kind::Storage);
        QVERIFY(QFile::exists(QDir(profile()).filePath(u"workspace.sqlite"_s)));
    }
};

SALESBENCH_TEST(RemoveProfileTest)
#include "removeprofiletest.moc"
