// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/references.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class ReferencesTest : public QObject {
    Q_OBJECT

    const QJsonObject m_opportunity = parse("{'id':'o','name':'n','salesLead':[{'id':'l1','name':'x'},{'id':2}],'quote':[{'id':'q'}],"
                                            "'agreement':[{'id':'l1'}]}");

private Q_SLOTS:
    void shouldFindReferences()
    {
        const QVector<Reference> expected{{ResourceKind::SalesLead, u"l1"_s}, {ResourceKind::SalesLead, u"2"_s}, {ResourceKind::Quote, u"q"_s}};
        QCOMPARE(references(m_opportunity), expected);
        QCOMPARE(references(parse("{'salesOpportunity':{'id':'o'},'quote':7}")),
                 (QVector<Reference>{{ResourceKind::SalesOpportunity, u"o"_s}}));
    }

    void shouldTellWhatADocumentWasMadeFrom()
    {
        const QVector<Reference> expected{{ResourceKind::SalesLead, u"l1"_s}, {ResourceKind::SalesLead, u"2"_s}};
        QCOMPARE(origins(ResourceKind::SalesOpportunity, m_opportunity), expected);
        QVERIFY(origins(ResourceKind::SalesLead, parse("{'salesOpportunity':{'id':'o'}}")).isEmpty());
    }

    void shouldReplaceIds()
    {
        const QJsonObject replaced = withReferences(m_opportunity, {{u"l1"_s, u"L"_s}, {u"2"_s, u"M"_s}, {u"q"_s, u"Q"_s}, {u"o"_s, u"no"_s}});
        QCOMPARE(replaced, parse("{'id':'o','name':'n','salesLead':[{'id':'L','name':'x'},{'id':'M'}],'quote':[{'id':'Q'}],"
                                 "'agreement':[{'id':'l1'}]}"));
        QCOMPARE(withReferences(parse("{'salesOpportunity':{'id':'o'}}"), {{u"o"_s, u"O"_s}}), parse("{'salesOpportunity':{'id':'O'}}"));
    }

    void shouldLeaveReferencesOut()
    {
        QCOMPARE(withoutReferences(m_opportunity, {u"l1"_s, u"q"_s}),
                 parse("{'id':'o','name':'n','salesLead':[{'id':2}],'agreement':[{'id':'l1'}]}"));
        QCOMPARE(withoutReferences(parse("{'salesOpportunity':{'id':'o'}}"), {u"o"_s}), QJsonObject());
    }
};

SALESBENCH_TEST(ReferencesTest)
#include "referencestest.moc"
