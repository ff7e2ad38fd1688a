// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/person.h"
#include "app/workbench/demoserver.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace salesbench;

class PersonTest : public QObject {
    Q_OBJECT

    const Person m_supervisor{u"p9"_s, u"Ruth Okafor"_s, Role::Supervisor, u"Head of sales"_s};

private Q_SLOTS:
    void shouldRememberWhoWorkedHere()
    {
        QTemporaryDir folder;
        rememberPerson(folder.path(), m_supervisor);

        QCOMPARE(personAt(folder.path(), {}, {}), m_supervisor);
    }

    void shouldLetTheChosenPersonAndTheWantedRoleGoFirst()
    {
        QTemporaryDir folder;
        const Person other{u"p1"_s, u"Mara Lindqvist"_s, Role::Representative, {}};
        rememberPerson(folder.path(), other);
        Options options;
        options.demo = true;
        options.role = Role::Supervisor;

        QCOMPARE(personAt(folder.path(), {}, m_supervisor), m_supervisor);
        QCOMPARE(personAt(folder.path(), options, {}), demoPerson(Role::Supervisor));
    }

    void shouldKnowSomebodyForAProfileThatIsNew()
    {
        QTemporaryDir folder;
        Options demo;
        demo.demo = true;

        QCOMPARE(personAt(folder.path(), demo, {}), demoPerson(Role::Representative));
        QVERIFY(!personAt(folder.path(), {}, {}).name.isEmpty());
        QCOMPARE(personAt(folder.path(), {}, {}).role, Role::Representative);
    }
};

SALESBENCH_TEST(PersonTest)
#include "persontest.moc"
