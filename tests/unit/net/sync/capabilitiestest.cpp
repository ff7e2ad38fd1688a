// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/capabilities.h"
#include "tests/support/testcase.h"

using namespace salesbench;
using namespace Qt::StringLiterals;

class CapabilitiesTest : public QObject {
    Q_OBJECT

    const ServerAddress m_here = *ServerAddress::parse(u"http://here.example"_s);

private Q_SLOTS:
    void shouldKnowNothingAtFirst()
    {
        const Capabilities none = Capabilities::fromJson({}, m_here);
        QVERIFY(!none.has(ResourceKind::Quote));
        QVERIFY(!none.lacks(ResourceKind::Quote));
        QVERIFY(!none.keepsIds.has_value());
    }

    void shouldBeKept()
    {
        Capabilities known = Capabilities::fromJson({}, m_here);
        known.resources = {{ResourceKind::SalesLead, true}, {ResourceKind::Quote, false}};
        known.keepsIds = false;
        known.keepsMarkers = true;
        known.takesMergePatch = true;
        known.takesBatches = true;
        known.filtersDates = false;
        QCOMPARE(Capabilities::fromJson(known.toJson(), m_here), known);
        QCOMPARE(known.absent(), QVector<ResourceKind>{ResourceKind::Quote});
    }

    void shouldNotBeBelievedOfAnotherServer()
    {
        Capabilities known = Capabilities::fromJson({}, m_here);
        known.resources.insert(ResourceKind::SalesLead, true);
        const ServerAddress there = *ServerAddress::parse(u"http://there.example"_s);
        QVERIFY(!Capabilities::fromJson(known.toJson(), there).has(ResourceKind::SalesLead));
    }
};

SALESBENCH_TEST(CapabilitiesTest)
#include "capabilitiestest.moc"
