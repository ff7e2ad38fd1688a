// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/desk.h"
#include "models/items/resourcetablemodel.h"
#include "tests/support/badserver.h"
#include "tests/support/parse.h"
#include "tests/support/smalldisk.h"
#include "tests/support/deskroom.h"
#include "tests/support/testcase.h"
#include "tests/support/uiroom.h"
#include "ui/details/detailspane.h"
#include "ui/list/recordpage.h"
#include "ui/shell/appearance.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/noticebar.h"

#include <QLabel>

using namespace Qt::StringLiterals;
using namespace salesbench;
using namespace salesbench::testing;

/// What the window says, and that it goes on working with what it has.
class BadInputWindowTest : public QObject {
    Q_OBJECT

    OwnSettings m_settings;
    Appearance m_appearance{[] { return false; }};
    DeskRoom m_room{m_appearance};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeTmf> m_tmf;
    std::unique_ptr<Desk> m_desk;

    Result<std::unique_ptr<Desk>> desk(const QString &server = {})
    {
        DeskPlan plan;
        plan.options.profile = m_folder->filePath(u"profile"_s);
        plan.options.server = server;
        plan.user = Person{u"p1"_s, u"Mara Lindqvist"_s, Role::Representative, {}};
        return Desk::open(plan, m_room.tools());
    }

    void open(const QString &server)
    {
        m_desk = std::move(desk(server).value());
        m_desk->window().show();
    }

    RecordPage *leads() const { return qobject_cast<RecordPage *>(m_desk->window().page(MainWindow::Leads)); }
    NoticeBar *state() const { return m_desk->window().findChild<NoticeBar *>(u"state"_s); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_tmf = std::make_unique<FakeTmf>();
    }
    void cleanup()
    {
        m_desk.reset();
        QSettings().clear();
    }

    void shouldSayWhatIsWrongWithTheServer_data() { addBadServers(); }
    void shouldSayWhatIsWrongWithTheServer()
    {
        QFETCH(BadServer, server);
        for (int i = 0; i < BadServerLeads; ++i)
            m_tmf->put(u"salesLead"_s, {{u"id"_s, QString::number(i)}, {u"name"_s, u"lead"_s}});
        QString origin = m_tmf->origin();
        server.spoil(*m_tmf);

        open(server.isSecure ? origin.replace(u"http:"_s, u"https:"_s) : origin);

        QTRY_VERIFY2_WITH_TIMEOUT(state()->isVisible() && state()->text().contains(server.sentence),
                                  qPrintable(state()->text()), 20000);
        QTRY_COMPARE(leads()->model().rowCount(), server.leads);
    }

    void shouldSayThatTheAddressIsNone()
    {
        open(u"nonsense"_s);
        QTRY_VERIFY(state()->isVisible());
        QVERIFY2(state()->text().contains(u"“nonsense” is no server address"_s), qPrintable(state()->text()));
        QCOMPARE(m_desk->status().now().connection, WorkspaceStatus::Connection::Unusable);
    }

    void shouldShowNumbersAsIdsAndAForeignStatus()
    {
        m_tmf->numericIds = true;
        m_tmf->put(u"salesLead"_s, parse("{'id': '7', 'name': 'One', 'status': 'parked'}"));

        open(m_tmf->origin());

        auto *foreign = leads()->pane().findChild<QLabel *>(u"foreignStatus"_s);
        QTRY_COMPARE(leads()->pane().record().serverId, u"7"_s);
        QVERIFY(foreign->isVisible());
        QVERIFY(foreign->text().startsWith(u"“parked” is no status"_s));
        QVERIFY(!state()->isVisible());
    }

    void shouldSayWhyAProfileCannotBeOpened()
    {
        const Result<std::unique_ptr<Desk>> first = desk();
        QVERIFY(first);
        const Result<std::unique_ptr<Desk>> second = desk();
        QVERIFY(!second);
        QVERIFY(second.error().sentence.contains(u"already open in another Salesbench"_s));
    }

    void shouldSayThatTheDiskIsFull()
    {
        const SmallDisk disk(m_folder->filePath(u"profile"_s));
        if (!disk.isThere())
            QSKIP("Only root may mount a small disk.");
        for (int i = 0; i < BadServerLeads; ++i)
            m_tmf->put(u"salesLead"_s, {{u"id"_s, QString::number(i)}, {u"name"_s, u"lead"_s}});

        open(m_tmf->origin());

        QTRY_VERIFY_WITH_TIMEOUT(state()->isVisible() && state()->text().contains(u"The disk is full"_s),
                                 20000);
        m_desk.reset();
        disk.fill();
        const Result<std::unique_ptr<Desk>> again = desk();
        QVERIFY(!again);
        QVERIFY(again.error().sentence.contains(u"The disk is full"_s));
    }

    void shouldSayThatTheProfileIsReadOnly()
    {
        DeskPlan plan;
        plan.options.profile = u"/proc/self"_s; // to root too
        const Result<std::unique_ptr<Desk>> opened = Desk::open(plan, m_room.tools());
        QVERIFY(!opened);
        QVERIFY(opened.error().sentence.contains(u"/proc/self is read-only"_s));
    }
};

SALESBENCH_TEST(BadInputWindowTest)
#include "badinputwindowtest.moc"
