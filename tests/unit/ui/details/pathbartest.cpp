// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "ui/details/pathbar.h"

#include <QtWidgets>

using namespace salesbench;
using namespace Qt::StringLiterals;

class PathBarTest : public QObject {
    Q_OBJECT

private:
    static QSet<QString> offered(const PathBar &bar)
    {
        QSet<QString> result;
        for (const QPushButton *button : bar.findChildren<QPushButton *>()) {
            if (!button->isHidden())
                result.insert(button->objectName());
        }
        return result;
    }

private Q_SLOTS:
    void shouldOfferExactlyTheLegalMoves_data()
    {
        QTest::addColumn<ResourceKind>("kind");
        QTest::addColumn<QString>("status");
        for (const ResourceType &type : resourceTypes()) {
            for (int state = 0; state < StateCount; ++state) {
                const QString status = toText(static_cast<State>(state));
                QTest::addRow("%s %s", type.name.data(), qPrintable(status)) << type.kind << status;
            }
        }
    }

    void shouldOfferExactlyTheLegalMoves()
    {
        QFETCH(ResourceKind, kind);
        QFETCH(QString, status);
        QSet<QString> legal;
        for (State to : resourceType(kind).lifecycle.next(*stateFromText(status)))
            legal.insert(u"move-"_s + toText(to));

        PathBar bar(kind);
        bar.setStatus(u"something before"_s);
        bar.setStatus(status);

        QCOMPARE(offered(bar), legal);
        QCOMPARE(bar.findChild<QLineEdit *>(u"reason"_s)->isHidden(), legal.isEmpty());
    }

    void shouldOfferNothingForAStatusOfAnotherWorld()
    {
        PathBar bar(ResourceKind::SalesLead);
        auto *foreign = bar.findChild<QLabel *>(u"foreignStatus"_s);
        bar.setStatus(u"LEAD"_s);

        QVERIFY(offered(bar).isEmpty());
        QVERIFY(!foreign->isHidden());
        QVERIFY(foreign->text().startsWith(u"“LEAD” is no status of TMF699."_s));

        bar.setStatus(u"pending"_s);
        QVERIFY(foreign->isHidden());
    }

    void shouldAskForTheReasonOfWhatEndsBadly()
    {
        PathBar bar(ResourceKind::SalesOpportunity);
        bar.setStatus(u"inProgress"_s);
        QStringList asked;
        connect(&bar, &PathBar::moveRequested, this, [&](State to, const QString &reason) {
            asked.append(QString(toText(to)) + u':' + reason);
        });

        bar.findChild<QPushButton *>(u"move-rejected"_s)->click();
        QVERIFY(asked.isEmpty());
        QVERIFY(!bar.findChild<QLabel *>(u"reasonError"_s)->isHidden());

        bar.findChild<QLineEdit *>(u"reason"_s)->setText(u"  No budget "_s);
        bar.findChild<QPushButton *>(u"move-rejected"_s)->click();
        bar.findChild<QPushButton *>(u"move-pending"_s)->click();
        QCOMPARE(asked, (QStringList{u"rejected:No budget"_s, u"pending:No budget"_s}));
    }

    void shouldPressTheMainButton()
    {
        PathBar bar(ResourceKind::SalesLead);
        QVector<State> asked;
        connect(&bar, &PathBar::moveRequested, this, [&](State to) { asked.append(to); });

        bar.setStatus(u"inProgress"_s);
        bar.pressMain();
        bar.setStatus(u"accepted"_s);
        bar.pressMain();
        QCOMPARE(asked, QVector{State::Accepted});
    }
};

SALESBENCH_TEST(PathBarTest)
#include "pathbartest.moc"
