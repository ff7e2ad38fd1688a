// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/surroundings.h"
#include "tests/support/testcase.h"

#include <QSet>
#include <QUuid>

#include <algorithm>

using namespace salesbench;

class SurroundingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldMakeIdsOfRfc9562()
    {
        const QString id = Surroundings::real().newId();
        const QUuid uuid = QUuid::fromString(id);
        QCOMPARE(uuid.toString(QUuid::WithoutBraces), id);
        QCOMPARE(uuid.variant(), QUuid::DCE);
        QCOMPARE(id.at(14), QChar(u'7')); // the version
    }

    void shouldTellWhenAnIdWasMade()
    {
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        const QString id = Surroundings::real().newId();
        const qint64 after = QDateTime::currentMSecsSinceEpoch();
        const qint64 made = id.first(13).remove(u'-').toLongLong(nullptr, 16);
        QVERIFY(before <= made && made <= after);
    }

    void shouldSortIdsByTime()
    {
        const Surroundings surroundings = Surroundings::real();
        QStringList ids;
        for (int i = 0; i < 20; ++i) {
            ids.append(surroundings.newId());
            QTest::qWait(1);
        }
        QVERIFY(std::is_sorted(ids.begin(), ids.end()));
    }

    void shouldMakeNoIdTwice()
    {
        const Surroundings surroundings = Surroundings::real();
        QSet<QString> ids;
        for (int i = 0; i < 10'000; ++i)
            ids.insert(surroundings.newId());
        QCOMPARE(ids.size(), 10'000);
    }
};

SALESBENCH_TEST(SurroundingsTest)
#include "surroundingstest.moc"
