// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/demo/demodata.h"

#include "tests/support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <cmath>

using namespace salesbench;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Now(QDate(2026, 11, 24), QTime(9, 30), Qt::UTC);

DemoData::Options options(quint64 seed = 1)
{
    DemoData::Options result;
    result.seed = seed;
    result.now = Now;
    return result;
}

QByteArray bytes(const DemoData &data)
{
    QByteArray result;
    data.visit([&](ResourceKind, const QJsonObject &document) {
        result += QJsonDocument(document).toJson(QJsonDocument::Compact) + '\n';
        return true;
    });
    return result;
}

QDateTime time(const QJsonObject &document, QLatin1StringView name)
{
    return QDateTime::fromString(document[name].toString(), Qt::ISODateWithMs);
}

QStringList partiesWithRole(const QJsonObject &document, const QString &role)
{
    QStringList result;
    const QJsonArray parties = document["relatedParty"_L1].toArray();
    for (const QJsonValue &party : parties) {
        if (party["role"_L1] == role)
            result.append(party["id"_L1].toString());
    }
    return result;
}

} // namespace

class DemoDataTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldGiveTheSameBytesForTheSameSeed()
    {
        QVERIFY(bytes(DemoData(options(7))) == bytes(DemoData(options(7))));
        QVERIFY(bytes(DemoData(options(7))) != bytes(DemoData(options(8))));
    }

    void shouldMakeADocumentWithoutThoseBeforeIt()
    {
        const DemoData data(options());
        QVector<QJsonObject> all;
        data.visit([&](ResourceKind, const QJsonObject &document) {
            all.append(document);
            return true;
        });
        QCOMPARE(all.size(), 700);
        QCOMPARE(data.document(ResourceKind::SalesLead, 499), all[499]);
        QCOMPARE(data.document(ResourceKind::SalesOpportunity, 119), all[619]);
        QCOMPARE(data.document(ResourceKind::Quote, 79), all[699]);
    }

    void shouldStopWhenTheVisitorHasEnough()
    {
        int seen = 0;
        DemoData(options()).visit([&](ResourceKind, const QJsonObject &) { return ++seen < 3; });
        QCOMPARE(seen, 3);
    }

    void shouldMoveWithNow()
    {
        DemoData::Options later = options();
        later.now = Now.addDays(10);
        const QJsonObject before = DemoData(options()).document(ResourceKind::SalesLead, 3);
        const QJsonObject after = DemoData(later).document(ResourceKind::SalesLead, 3);
        QCOMPARE(time(before, "creationDate"_L1).addDays(10), time(after, "creationDate"_L1));
        QCOMPARE(before["name"_L1], after["name"_L1]);
    }

    void shouldKeepTheDatesOfADocumentInOrder()
    {
        const DemoData data(options());
        QDateTime previous;
        for (int i = 0; i < 500; ++i) {
            const QJsonObject lead = data.document(ResourceKind::SalesLead, i);
            const QDateTime created = time(lead, "creationDate"_L1);
            QVERIFY(created.isValid() && (!previous.isValid() || previous <= created));
            previous = created;
            QVERIFY(created <= time(lead, "statusChangeDate"_L1));
            QVERIFY(time(lead, "statusChangeDate"_L1) <= Now);
            if (lead["status"_L1].toString() == "acknowledged"_L1)
                QCOMPARE(lead["statusChangeDate"_L1], lead["creationDate"_L1]);
        }
    }

    void shouldUseOnlyStatesOfTheLifecycle()
    {
        const DemoData data(options());
        QSet<QString> seen;
        data.visit([&](ResourceKind kind, const QJsonObject &document) {
            const ResourceType &type = resourceType(kind);
            const auto state = stateFromText(document[type.stateAttribute].toString());
            [&] { QVERIFY(state && type.lifecycle.has(*state)); }();
            const bool lead = kind != ResourceKind::Quote;
            if (state && needsReason(*state) && lead)
                [&] { QVERIFY(!document["statusChangeReason"_L1].toString().isEmpty()); }();
            seen.insert(type.name + u'.' + document[type.stateAttribute].toString());
            return true;
        });
        QCOMPARE(seen.size(), 18); // every state of every resource: there is something to see on every page
    }

    void shouldGiveEveryDocumentWhatTheStandardsRequire()
    {
        DemoData(options()).visit([](ResourceKind kind, const QJsonObject &document) {
            [&] {
                const ResourceType &type = resourceType(kind);
                QVERIFY(!document[type.nameAttribute].toString().isEmpty());
                QVERIFY(document["href"_L1].toString().endsWith(type.name + u'/' + document["id"_L1].toString()));
                QCOMPARE(document["@type"_L1].toString(), QString(type.typeName));
                const QJsonArray parties = document["relatedParty"_L1].toArray();
                for (const QJsonValue &party : parties)
                    QVERIFY(party["id"_L1].isString() && party["@referredType"_L1].isString());
                const QJsonArray notes = document["note"_L1].toArray();
                for (const QJsonValue &note : notes)
                    QVERIFY(note["id"_L1].isString() && note["text"_L1].isString());
                QVERIFY(kind != ResourceKind::Quote || !document["quoteItem"_L1].toArray().isEmpty());
                QCOMPARE(partiesWithRole(document, u"prospect"_s).size(), 1);
            }();
            return true;
        });
    }

    void shouldLinkLeadOpportunityAndQuoteBothWays()
    {
        const DemoData data(options());
        QMap<QString, QJsonObject> all;
        data.visit([&](ResourceKind, const QJsonObject &document) {
            all.insert(document["id"_L1].toString(), document);
            return true;
        });
        QCOMPARE(all.size(), 700);
        int links = 0;
        for (const QJsonObject &document : std::as_const(all)) {
            if (document["@type"_L1].toString() != "SalesOpportunity"_L1)
                continue;
            const QJsonObject lead = all[document["salesLead"_L1][0]["id"_L1].toString()];
            QCOMPARE(lead["salesOpportunity"_L1]["id"_L1], document["id"_L1]);
            QCOMPARE(lead["status"_L1].toString(), u"accepted"_s);
            QCOMPARE(lead["relatedParty"_L1], document["relatedParty"_L1]);
            const QJsonArray quotes = document["quote"_L1].toArray();
            for (const QJsonValue &quote : quotes) {
                QCOMPARE(all[quote["id"_L1].toString()]["salesOpportunity"_L1]["id"_L1], document["id"_L1]);
                ++links;
            }
        }
        QCOMPARE(links, 80);
    }

    void shouldLinkOnlyAcceptedLeads()
    {
        const DemoData data(options());
        int accepted = 0;
        for (int i = 0; i < 500; ++i) {
            const QJsonObject lead = data.document(ResourceKind::SalesLead, i);
            QCOMPARE(lead.contains("salesOpportunity"_L1), lead["status"_L1].toString() == "accepted"_L1);
            accepted += lead.contains("salesOpportunity"_L1);
        }
        QCOMPARE(accepted, 120);
    }

    void shouldHaveOneAcceptedQuoteForEveryWonOpportunityThatWasQuoted_data()
    {
        QTest::addColumn<int>("quotes");
        QTest::newRow("fewer quotes than opportunities") << 80;
        QTest::newRow("more quotes than opportunities") << 300;
        QTest::newRow("no quotes") << 0;
    }

    void shouldHaveOneAcceptedQuoteForEveryWonOpportunityThatWasQuoted()
    {
        QFETCH(int, quotes);
        DemoData::Options wanted = options();
        wanted.quotes = quotes;
        const DemoData data(wanted);
        QSet<QString> won;
        for (int i = 0; i < 120; ++i) {
            const QJsonObject opportunity = data.document(ResourceKind::SalesOpportunity, i);
            if (opportunity["status"_L1].toString() == "accepted"_L1)
                won.insert(opportunity["id"_L1].toString());
        }
        QSet<QString> accepted;
        for (int i = 0; i < quotes; ++i) {
            const QJsonObject quote = data.document(ResourceKind::Quote, i);
            if (quote["state"_L1].toString() == "accepted"_L1) {
                const QString id = quote["salesOpportunity"_L1]["id"_L1].toString();
                QVERIFY(!accepted.contains(id));
                accepted.insert(id);
            }
        }
        QCOMPARE(accepted, won);
    }

    void shouldNameTheOwnerByTheRoleOfTheSettings()
    {
        DemoData::Options wanted = options();
        wanted.ownerRole = u"accountManager"_s;
        const DemoData data(wanted);
        QSet<QString> owners;
        int nobodys = 0;
        for (int i = 0; i < 500; ++i) {
            const QStringList found =
                partiesWithRole(data.document(ResourceKind::SalesLead, i), wanted.ownerRole);
            QVERIFY(found.size() <= 1);
            nobodys += found.isEmpty();
            owners.unite(QSet<QString>(found.begin(), found.end()));
        }
        QVERIFY(nobodys > 20 && nobodys < 250);
        QSet<QString> representatives;
        for (const Person &person : DemoData::team()) {
            if (person.role == Role::Representative)
                representatives.insert(person.partyId);
        }
        QCOMPARE(owners, representatives);
        QCOMPARE(DemoData::team().constLast().role, Role::Supervisor);
    }

    void shouldSellInSeveralCurrenciesWithTheirDigits()
    {
        const DemoData data(options());
        QSet<QString> currencies;
        for (int i = 0; i < 500; ++i) {
            const QJsonValue revenue = data.document(ResourceKind::SalesLead, i)["estimatedRevenue"_L1];
            const QString unit = revenue["unit"_L1].toString();
            currencies.insert(unit);
            QVERIFY(revenue["value"_L1].toDouble() > 0);
            if (unit == "JPY"_L1)
                QCOMPARE(revenue["value"_L1].toDouble(), std::floor(revenue["value"_L1].toDouble()));
        }
        for (const auto &unit : {u"EUR"_s, u"INR"_s, u"SEK"_s, u"JPY"_s, u"KWD"_s})
            QVERIFY2(currencies.contains(unit), qPrintable(unit));
    }

    void shouldKeepTheRatioForManyLeads()
    {
        const auto many = DemoData::Options::forLeads(1'000'000, Now);
        QCOMPARE(many.leads, 1'000'000);
        QCOMPARE(many.opportunities, 240'000);
        QCOMPARE(many.quotes, 160'000);
        const DemoData data(many);
        QCOMPARE(data.document(ResourceKind::SalesLead, 999'999)["id"_L1].toString(), u"SL-1000000"_s);
        QVERIFY(!data.document(ResourceKind::Quote, 159'999).isEmpty());
    }

    void shouldManageWithFewLeads()
    {
        DemoData::Options few = options();
        few.leads = 1;
        const DemoData one(few);
        QCOMPARE(one.count(ResourceKind::SalesOpportunity), 1);
        QVERIFY(!bytes(one).isEmpty());
        few.leads = 0;
        QCOMPARE(bytes(DemoData(few)), QByteArray());
    }
};

SALESBENCH_TEST(DemoDataTest)
#include "demodatatest.moc"
