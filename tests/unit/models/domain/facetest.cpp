// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/saleslead.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

using namespace salesbench;
using namespace Qt::StringLiterals;
using salesbench::testing::parse;

class FaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldReadWhatTheOfficialSamplesGetWrong()
    {
        const SalesLead lead(parse(R"({'id': 42, 'prospectContact': [
            {'preferred': 'false', 'validFor': {'startDateTime': '2026-03-15T07:49:25.246Z', 'endDateTime': ''}},
            {'preferred': 'TRUE'}, {'preferred': 1}, {'preferred': true}]})"));

        QCOMPARE(lead.id(), u"42"_s);
        const QVector<ContactMedium> contacts = lead.prospectContact();
        QCOMPARE(contacts.at(0).preferred(), std::optional(false));
        QCOMPARE(contacts.at(1).preferred(), std::optional(true));
        QCOMPARE(contacts.at(2).preferred(), std::nullopt);
        QCOMPARE(contacts.at(3).preferred(), std::optional(true));
        QVERIFY(contacts.at(0).validFor().startDateTime().isValid());
        QVERIFY(!contacts.at(0).validFor().endDateTime().isValid());
    }

    void shouldTakeWrongTypesAsAbsent()
    {
        const SalesLead lead(parse(R"({'name': {'a': 1}, 'note': 'none', 'category': 7, 'creationDate': 12,
                                       'estimatedRevenue': 'much'})"));

        QVERIFY(lead.name().isEmpty());
        QVERIFY(lead.note().isEmpty());
        QVERIFY(lead.category().isEmpty());
        QVERIFY(!lead.creationDate().isValid());
        QCOMPARE(lead.estimatedRevenue(), std::nullopt);
    }

    void shouldReadNumbersAsText_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("large") << QJsonValue(12345678901LL) << u"12345678901"_s;
        QTest::newRow("million") << QJsonValue(1000000) << u"1000000"_s;
        QTest::newRow("fraction") << QJsonValue(4.1) << u"4.1"_s;
        QTest::newRow("zero") << QJsonValue(0) << u"0"_s;
        QTest::newRow("null") << QJsonValue() << QString();
        QTest::newRow("flag") << QJsonValue(true) << QString();
    }

    void shouldReadNumbersAsText()
    {
        QFETCH(QJsonValue, value);
        QTEST(json::toText(value), "text");
    }

    void shouldReadDatesAsInstants_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        QTest::newRow("milliseconds") << u"2026-01-19T12:27:59.123Z"_s << u"2026-01-19T12:27:59.123Z"_s;
        QTest::newRow("seconds") << u"2026-01-19T12:27:59Z"_s << u"2026-01-19T12:27:59.000Z"_s;
        QTest::newRow("offset") << u"2026-01-19T12:27:59+02:00"_s << u"2026-01-19T10:27:59.000Z"_s;
        QTest::newRow("no zone") << u"2026-01-19T12:27:59"_s << u"2026-01-19T12:27:59.000Z"_s;
        QTest::newRow("date alone") << u"2026-01-19"_s << u"2026-01-19T00:00:00.000Z"_s;
        QTest::newRow("no date") << u"2019-05-013T00:00"_s << QString();
    }

    void shouldReadDatesAsInstants()
    {
        QFETCH(QString, text);
        QTEST(json::fromDateTime(json::toDateTime(text)).toString(), "written");
    }

    void shouldReadNumbersFromText()
    {
        QCOMPARE(json::toNumber(u"12.5"_s), std::optional(12.5));
        QCOMPARE(json::toNumber(u"a dozen"_s), std::nullopt);
        QCOMPARE(json::toNumber(u"inf"_s), std::nullopt);
    }

    void shouldKeepUnknownAttributesThroughEverySetter()
    {
        SalesLead lead(parse(R"({'name': 'old', 'x-own': [1, {'deep': null}],
                                 'category': {'id': '1', 'x-more': true}})"));

        lead.setName(u"new"_s);
        EntityRef category = lead.category();
        category.setName(u"Internet"_s);
        lead.setCategory(category);
        lead.setValidFor(TimePeriod());
        lead.setNote({});

        QCOMPARE(lead.json(), parse(R"({'name': 'new', 'x-own': [1, {'deep': null}],
                                        'category': {'id': '1', 'name': 'Internet', 'x-more': true}})"));
    }

    void shouldRemoveWhatIsSetToNothing()
    {
        SalesLead lead(parse(R"({'name': 'a', 'creationDate': '2026-01-19T12:27:59Z', 'category': {'id': '1'},
                                 'estimatedRevenue': {'unit': 'EUR', 'value': 1}, 'note': [{'text': 'x'}]})"));

        lead.setName({});
        lead.setCreationDate({});
        lead.setCategory({});
        lead.setEstimatedRevenue({});
        lead.setNote({});

        QVERIFY(lead.isEmpty());
    }
};

SALESBENCH_TEST(FaceTest)
#include "facetest.moc"
