// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/apidescription.h"
#include "net/server/resourcewriting.h"
#include "net/server/routes.h"
#include "net/server/servedresource.h"
#include "resources/demo/demodata.h"
#include "tests/support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace salesbench;
using namespace Qt::StringLiterals;

/// What is served, what is checked and what is described are one.
class ApiDescriptionTest : public QObject {
    Q_OBJECT

    QJsonObject json() const { return QJsonDocument::fromJson(m_description.json()).object(); }
    QJsonObject paths() const { return json().value("paths"_L1).toObject(); }
    QJsonObject schema(const QString &name) const
    {
        return json().value("components"_L1)["schemas"_L1][name].toObject();
    }
    QStringList allowed(const QString &name, QLatin1StringView attribute) const
    {
        return schema(name)["properties"_L1][attribute]["enum"_L1].toVariant().toStringList();
    }
    static QStringList states(const Lifecycle &lifecycle)
    {
        QStringList result;
        for (State state : lifecycle.states())
            result.append(toText(state));
        return result;
    }
    static QStringList inOrder(QStringList list)
    {
        list.sort();
        return list;
    }

private Q_SLOTS:
    void shouldDescribeExactlyTheMethodsThatAreServed()
    {
        const QJsonObject described = paths();
        for (auto it = described.begin(); it != described.end(); ++it) {
            QStringList served;
            for (const QByteArray &method : methodsOf(routeOf(it.key().toLatin1()).target)) {
                if (method != "HEAD" && method != "OPTIONS")
                    served.append(QString::fromLatin1(method).toLower());
            }
            QCOMPARE(inOrder(it.value().toObject().keys()), inOrder(served));
        }
    }

    void shouldDescribeEveryResourceThatIsServed()
    {
        for (const ServedResource &resource : servedResources()) {
            QVERIFY2(paths().contains(resource.path()), qPrintable(resource.path()));
            QVERIFY2(paths().contains(resource.path() + u"/{id}"_s), qPrintable(resource.path()));
            for (const QString &suffix : {u""_s, u"_Create"_s, u"_Update"_s})
                QVERIFY(m_description.schemas().contains(resource.type.typeName + suffix));
        }
    }

    void shouldDescribeWhatMayMeetAnyRequestOfAUser()
    {
        int operations = 0;
        const QJsonObject described = paths();
        for (auto path = described.begin(); path != described.end(); ++path) {
            const QJsonObject methods = path.value().toObject();
            for (auto it = methods.begin(); it != methods.end(); ++it) {
                const QJsonObject responses = it.value()["responses"_L1].toObject();
                if (!responses.contains("401"_L1))
                    continue; // open to everybody
                ++operations;
                for (QLatin1StringView status : {"429"_L1, "500"_L1})
                    QVERIFY2(responses.contains(status), qPrintable(path.key() + u' ' + it.key()));
                const bool reads = it.key() == "get"_L1 && path.key() != "/metrics"_L1;
                QCOMPARE(responses.contains("503"_L1), reads); // where reading took too long
            }
        }
        QVERIFY(operations > 5 * servedResources().size());
    }

    void shouldDescribeEveryKindOfPatch()
    {
        QStringList types;
        for (const QByteArray &type : patchTypes())
            types.append(QString::fromLatin1(type));
        for (const ServedResource &resource : servedResources()) {
            const QJsonValue patch = paths().value(resource.path() + u"/{id}"_s)["patch"_L1];
            QCOMPARE(inOrder(patch["requestBody"_L1]["content"_L1].toObject().keys()), inOrder(types));
            const QJsonValue post = paths().value(resource.path())["post"_L1];
            QCOMPARE(post["requestBody"_L1]["content"_L1].toObject().keys(),
                     QStringList{u"application/json"_s});
        }
    }

    void shouldKnowTheStatesOfTheLifecycles()
    {
        for (const ServedResource &resource : servedResources()) {
            const QString name = resource.type.typeName;
            QCOMPARE(inOrder(allowed(name, resource.type.stateAttribute)),
                     inOrder(states(resource.type.lifecycle)));
            if (resource.items) {
                const QJsonObject list = schema(name)["properties"_L1][resource.items->attribute].toObject();
                const QString item = list["items"_L1]["$ref"_L1].toString().section(u'/', -1);
                QCOMPARE(inOrder(allowed(item, resource.items->stateAttribute)),
                         inOrder(states(resource.items->lifecycle)));
            }
        }
    }

    void shouldCallTheServersOwnAttributesReadOnly()
    {
        for (const ServedResource &resource : servedResources()) {
            const QJsonObject properties = schema(resource.type.typeName)["properties"_L1].toObject();
            QVector<QLatin1StringView> owned = resource.ignored;
            owned += {"id"_L1, "href"_L1, resource.type.creationDateAttribute};
            for (QLatin1StringView attribute : owned) {
                QVERIFY2(properties.contains(attribute), attribute.data());
                QVERIFY2(properties[attribute]["readOnly"_L1].toBool(), attribute.data());
                QVERIFY(!schema(resource.type.typeName + "_Update"_L1)["properties"_L1].toObject().contains(
                    attribute));
            }
        }
    }

    void shouldReferOnlyToWhatIsThere()
    {
        QCOMPARE(m_description.schemas().broken(), QStringList());
        const QJsonObject components = json().value("components"_L1).toObject();
        static const QRegularExpression reference(u"\"#/components/(\\w+)/(\\w+)\""_s);
        for (auto it = reference.globalMatch(QString::fromUtf8(m_description.json())); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            QVERIFY2(components[match.captured(1)].toObject().contains(match.captured(2)),
                     qPrintable(match.captured()));
        }
    }

    void shouldFitTheDocumentsOfTheDemo()
    {
        const DemoData demo(
            DemoData::Options::forLeads(200, QDateTime(QDate(2026, 3, 2), QTime(9, 0), QTimeZone::utc())));
        QStringList wrong;
        demo.visit([&](ResourceKind kind, const QJsonObject &document) {
            if (const auto checked = m_description.check(resourceType(kind).typeName, document); !checked)
                wrong.append(checked.error().message);
            return true;
        });
        QCOMPARE(wrong, QStringList());
    }

private:
    ApiDescription m_description;
};

SALESBENCH_TEST(ApiDescriptionTest)
#include "apidescriptiontest.moc"
