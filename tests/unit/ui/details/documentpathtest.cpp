// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/merge.h"
#include "tests/support/testcase.h"
#include "ui/details/documentpath.h"

using namespace salesbench;
using namespace Qt::StringLiterals;

class DocumentPathTest : public QObject {
    Q_OBJECT

private:
    static QJsonObject put(const QJsonObject &document, const QString &path, const QJsonValue &value)
    {
        return mergePatch(document, patchAt(document, path, value));
    }

private Q_SLOTS:
    void shouldPutAndRemove()
    {
        const QJsonObject start{{u"startDateTime"_s, u"a"_s}};
        const QJsonObject both{{u"startDateTime"_s, u"a"_s}, {u"endDateTime"_s, u"b"_s}};

        QCOMPARE(put({{u"validFor"_s, start}}, u"validFor.endDateTime"_s, u"b"_s), (QJsonObject{{u"validFor"_s, both}}));
        QCOMPARE(put({{u"validFor"_s, both}}, u"validFor.endDateTime"_s, QJsonValue::Undefined),
                 (QJsonObject{{u"validFor"_s, start}}));
        QCOMPARE(put({{u"validFor"_s, start}}, u"validFor.startDateTime"_s, QJsonValue::Undefined), QJsonObject());
    }

    void shouldLeaveSiblingsWhenThereIsNothingToRemove()
    {
        const QJsonObject document{{u"validFor"_s, QJsonObject{{u"startDateTime"_s, u"a"_s}}}};

        QCOMPARE(put(document, u"validFor.endDateTime"_s, QJsonValue::Undefined), document);
        QCOMPARE(put({}, u"characteristic.city"_s, QJsonValue::Undefined), QJsonObject());
    }

    void shouldReplaceAnObjectWhole()
    {
        const QJsonObject before{{u"channel"_s, QJsonObject{{u"id"_s, u"1"_s}, {u"href"_s, u"x"_s}}}};
        const QJsonObject after{{u"id"_s, u"2"_s}};

        QCOMPARE(put(before, u"channel"_s, after), (QJsonObject{{u"channel"_s, after}}));
    }
};

SALESBENCH_TEST(DocumentPathTest)
#include "documentpathtest.moc"
