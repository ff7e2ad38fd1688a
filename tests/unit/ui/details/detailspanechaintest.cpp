// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/quote.h"
#include "models/domain/salesopportunity.h"
#include "tests/support/fakedesk.h"
#include "tests/support/pictures.h"
#include "tests/support/testcase.h"
#include "ui/assignment/assigndialog.h"
#include "ui/details/detailspane.h"

#include <QSignalSpy>
#include <QtWidgets>

#include <algorithm>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// From lead to opportunity to quote, and who has them.
class DetailsPaneChainTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<FakeDesk> desk;
    std::unique_ptr<Context> context;
    std::unique_ptr<DetailsPane> pane;
    QVector<std::pair<ResourceKind, QString>> opened;

    QString add(ResourceKind kind, const QString &status, QJsonObject document = {})
    {
        document.insert(resourceType(kind).nameAttribute, u"SD-WAN for 14 depots"_s);
        document.insert(resourceType(kind).stateAttribute, status);
        return desk->workspace.add(kind, document);
    }

    void open(ResourceKind kind, const QString &id)
    {
        context.reset(new Context(desk->context()));
        pane = std::make_unique<DetailsPane>(*context, kind);
        connect(pane.get(), &DetailsPane::openRequested, this,
                [this](ResourceKind kind, const QString &id) { opened.append({kind, id}); });
        pane->resize(344, 900);
        pane->show(id);
        pane->show();
        QTRY_COMPARE(pane->localId(), id);
    }

    QPushButton *button(const QString &name)
    {
        for (QPushButton *found : pane->findChildren<QPushButton *>(name)) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }

    QString owner(ResourceKind kind, const QString &id)
    {
        return summarize(kind, desk->workspace.find(kind, id).local, DefaultOwnerRole).text(Field::OwnerId);
    }

private Q_SLOTS:
    void init()
    {
        wear(Theme::light());
        desk = std::make_unique<FakeDesk>();
        opened.clear();
    }

    void cleanup() { pane.reset(); }

    void shouldLeadFromAnAcceptedLeadToItsOpportunity()
    {
        open(ResourceKind::SalesLead, add(ResourceKind::SalesLead, u"inProgress"_s));
        button(u"move-accepted"_s)->click();

        QTRY_COMPARE(desk->workspace.count(ResourceKind::SalesOpportunity), 1);
        const QString id = desk->workspace.changes().first().edits.first().id;
        QTRY_VERIFY(button(u"open-"_s + id));
        button(u"open-"_s + id)->click();
        QCOMPARE(opened, (decltype(opened){{ResourceKind::SalesOpportunity, id}}));
    }

    void shouldMakeAQuoteAndOpenIt()
    {
        const QString id = add(ResourceKind::SalesOpportunity, u"inProgress"_s);
        open(ResourceKind::SalesOpportunity, id);
        button(u"newQuote"_s)->click();

        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first, ResourceKind::Quote);
        const Quote quote(desk->workspace.find(ResourceKind::Quote, opened.first().second).local);
        QCOMPARE(quote.salesOpportunity().id(), id);
        QTRY_VERIFY(button(u"open-"_s + opened.first().second));
    }

    void shouldSayWhyAQuoteCannotBeMade()
    {
        desk->workspace.failEdits(Problem{Problem::Kind::Storage, u"The disk is full."_s, {}});
        open(ResourceKind::SalesOpportunity, add(ResourceKind::SalesOpportunity, u"inProgress"_s));
        button(u"newQuote"_s)->click();

        QTRY_COMPARE(pane->findChild<QLabel *>(u"problem"_s)->text(), u"The disk is full."_s);
        QVERIFY(opened.isEmpty());
    }

    void shouldStartTheNextVersionOfARejectedQuote()
    {
        const QString opportunity = add(ResourceKind::SalesOpportunity, u"inProgress"_s);
        const QString quote = add(ResourceKind::Quote, u"rejected"_s,
                                  {{u"salesOpportunity"_s, QJsonObject{{u"id"_s, opportunity}}},
                                   {u"quoteItem"_s, QJsonArray{QJsonObject{{u"id"_s, u"1"_s}}}},
                                   {u"version"_s, u"1"_s}});
        open(ResourceKind::Quote, quote);
        button(u"nextVersion"_s)->click();

        QTRY_COMPARE(opened.size(), 1);
        const Quote next(desk->workspace.find(ResourceKind::Quote, opened.first().second).local);
        QCOMPARE(next.version(), u"2"_s);
        const SalesOpportunity linked(desk->workspace.find(ResourceKind::SalesOpportunity, opportunity).local);
        QCOMPARE(linked.quote().size(), 1);
    }

    void shouldClaimAFreeLead()
    {
        const QString id = add(ResourceKind::SalesLead, u"acknowledged"_s);
        open(ResourceKind::SalesLead, id);
        QCOMPARE(pane->findChild<QLabel *>(u"owner"_s)->text(), u"Nobody has it yet"_s);
        button(u"claim"_s)->click();

        QTRY_COMPARE(owner(ResourceKind::SalesLead, id), u"p1"_s);
        QTRY_COMPARE(pane->findChild<QLabel *>(u"owner"_s)->text(), u"Mara Lindqvist"_s);
        QTRY_VERIFY(!button(u"claim"_s));
    }

    void shouldSayWhyAClaimFailed()
    {
        desk->workspace.failEdits(Problem{Problem::Kind::Storage, u"The disk is full."_s, {}});
        open(ResourceKind::SalesLead, add(ResourceKind::SalesLead, u"acknowledged"_s));
        button(u"claim"_s)->click();

        QTRY_COMPARE(pane->findChild<QLabel *>(u"problem"_s)->text(), u"The disk is full."_s);
        QVERIFY(button(u"claim"_s));
    }

    void shouldLetASupervisorAssign()
    {
        desk->session.user.role = Role::Supervisor;
        const QString id = add(ResourceKind::SalesLead, u"acknowledged"_s);
        open(ResourceKind::SalesLead, id);
        QVERIFY(!button(u"claim"_s));
        button(u"assign"_s)->click();

        auto *dialog = pane->findChild<AssignDialog *>();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"filter"_s), u"anil"_s);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE(owner(ResourceKind::SalesLead, id), u"p2"_s);
    }

    void shouldOfferToCompareAConflict()
    {
        const QString id = add(ResourceKind::SalesLead, u"inProgress"_s);
        open(ResourceKind::SalesLead, id);
        QVERIFY(!button(u"compare"_s));
        QSignalSpy compared(pane.get(), &DetailsPane::compareRequested);
        desk->workspace.contradict(ResourceKind::SalesLead, id, {{u"name"_s, u"Theirs"_s}});

        QTRY_VERIFY(button(u"compare"_s));
        button(u"compare"_s)->click();
        QCOMPARE(compared.size(), 1);
    }

    void shouldMarkAListThatIsNotSentYet()
    {
        const QString id = add(ResourceKind::SalesLead, u"inProgress"_s);
        open(ResourceKind::SalesLead, id);
        const auto dots = [this] {
            return std::ranges::count_if(pane->findChildren<QLabel *>(u"sectionDot"_s),
                                         [](const QLabel *dot) { return !dot->isHidden(); });
        };
        QCOMPARE(dots(), 0);
        desk->workspace.edits().record(
            {u"Note"_s, {{Edit::Op::Update, ResourceKind::SalesLead, id, {{u"note"_s, QJsonArray{QJsonObject{{u"id"_s, u"n"_s}}}}}}}});
        QTRY_COMPARE(dots(), 1);
    }

    void shouldOfferToRecreateWhatTheServerDeleted()
    {
        const QString id = add(ResourceKind::SalesLead, u"inProgress"_s);
        open(ResourceKind::SalesLead, id);
        desk->workspace.contradict(ResourceKind::SalesLead, id, {});

        QTRY_VERIFY(button(u"recreate"_s));
        QVERIFY(!button(u"compare"_s));
        QVERIFY(button(u"discard"_s));
        paintInBothThemes(pane.get(), u"details-gone"_s);
        button(u"recreate"_s)->click();
        QTRY_VERIFY(desk->workspace.find(ResourceKind::SalesLead, id).serverId.isEmpty());
        QTRY_VERIFY(!button(u"recreate"_s));
    }

    void shouldTryAgainOrDropWhatWasRefused()
    {
        const QString id = add(ResourceKind::SalesLead, u"inProgress"_s);
        open(ResourceKind::SalesLead, id);
        desk->workspace.setSync(ResourceKind::SalesLead, id, SyncState::Refused, u"400 no"_s);
        QTRY_VERIFY(button(u"retry"_s));
        button(u"retry"_s)->click();
        QTRY_COMPARE(desk->workspace.find(ResourceKind::SalesLead, id).sync, SyncState::Waiting);
        desk->workspace.setSync(ResourceKind::SalesLead, id, SyncState::Refused, u"400 no"_s);
        QTRY_VERIFY(button(u"discard"_s));
        button(u"discard"_s)->click();
        QTRY_COMPARE(desk->workspace.find(ResourceKind::SalesLead, id).sync, SyncState::Synced);
        QCOMPARE(desk->dialogs.asked.size(), 1);
    }

    void shouldSayThatTheServerHasNoPlaceForIt()
    {
        const QString id = add(ResourceKind::SalesLead, u"inProgress"_s);
        desk->workspace.setSync(ResourceKind::SalesLead, id, SyncState::LocalOnly);
        open(ResourceKind::SalesLead, id);
        QVERIFY(pane->findChild<QLabel *>(u"banner"_s)->text().startsWith(u"Only on this computer"_s));
        QVERIFY(!button(u"discard"_s));
        paintInBothThemes(pane.get(), u"details-local"_s);
    }

    void shouldShowAStatusOfAnotherWorldAsItIs()
    {
        open(ResourceKind::SalesLead, add(ResourceKind::SalesLead, u"LEAD"_s));

        QCOMPARE(pane->findChild<QWidget *>(u"status"_s)->accessibleName(), u"LEAD"_s);
        QVERIFY(!button(u"move-inProgress"_s));
    }

    void shouldPaintEveryKind()
    {
        const QJsonObject company{{u"id"_s, u"c1"_s}, {u"name"_s, u"Nordhavn Logistics"_s}, {u"role"_s, u"prospect"_s},
                                  {u"@referredType"_s, u"Organization"_s}};
        const QJsonObject lena{{u"id"_s, u"c2"_s}, {u"name"_s, u"Lena Overgaard"_s}, {u"role"_s, u"contact"_s}};
        const QJsonObject link{{u"id"_s, u"SO-2026-0231"_s}};
        const QJsonObject mail{
            {u"preferred"_s, true},
            {u"characteristic"_s, QJsonObject{{u"emailAddress"_s, u"lena@nordhavn.example"_s}, {u"contactType"_s, u"Head of IT"_s}}}};
        const QString id = add(ResourceKind::SalesLead, u"accepted"_s,
                               {{u"id"_s, u"SL-2026-0417"_s},
                                {u"relatedParty"_s, QJsonArray{company, lena}},
                                {u"prospectContact"_s, QJsonArray{mail}},
                                {u"salesOpportunity"_s, link}});
        desk->workspace.setSync(ResourceKind::SalesLead, id, SyncState::Refused, u"The revenue is too high."_s);
        open(ResourceKind::SalesLead, id);
        paintInBothThemes(pane.get(), u"details-refused"_s);

        open(ResourceKind::SalesOpportunity, add(ResourceKind::SalesOpportunity, u"inProgress"_s, {{u"salesLead"_s, QJsonArray{link}}}));
        paintInBothThemes(pane.get(), u"details-opportunity"_s);
    }
};

SALESBENCH_TEST(DetailsPaneChainTest)
#include "detailspanechaintest.moc"
