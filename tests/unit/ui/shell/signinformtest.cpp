// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/signinform.h"
#include "tests/support/testcase.h"
#include "tests/support/uiroom.h"

#include <QtWidgets>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

using Kind = SignInMethod::Kind;

class SignInFormTest : public QObject {
    Q_OBJECT

    std::unique_ptr<SignInForm> m_form;

    QLineEdit *edit(const QString &name) const { return m_form->findChild<QLineEdit *>(name); }
    QStringList shown() const
    {
        QStringList names;
        for (const auto *field : m_form->findChildren<QLineEdit *>()) {
            if (field->isVisible())
                names.append(field->objectName());
        }
        return names;
    }

private Q_SLOTS:
    void init()
    {
        m_form = std::make_unique<SignInForm>();
        m_form->show();
    }

    void shouldAskForWhatTheKindNeeds()
    {
        QCOMPARE(shown(), QStringList{u"token"_s});
        m_form->setMethod({.kind = Kind::Client});
        QCOMPARE(shown(), (QStringList{u"tokenUrl"_s, u"clientId"_s, u"scope"_s, u"token"_s}));
        m_form->setMethod({.kind = Kind::Browser});
        QCOMPARE(shown(),
                 (QStringList{u"authorizationUrl"_s, u"tokenUrl"_s, u"clientId"_s, u"scope"_s, u"token"_s}));
    }

    void shouldGiveBackWhatWasTyped()
    {
        QSignalSpy edited(m_form.get(), &SignInForm::edited);
        m_form->setMethod({.kind = Kind::Browser});
        QVERIFY(edited.isEmpty());
        QVERIFY(!m_form->isComplete());
        QTest::keyClicks(edit(u"authorizationUrl"_s), u" https://login.example/authorize"_s);
        QTest::keyClicks(edit(u"tokenUrl"_s), u"https://login.example/token "_s);
        QVERIFY(!m_form->isComplete());
        QTest::keyClicks(edit(u"clientId"_s), u"bench"_s);
        QTest::keyClicks(edit(u"scope"_s), u"sales  quotes"_s);
        QTest::keyClicks(edit(u"token"_s), u" secret "_s);

        QVERIFY(m_form->isComplete());
        QVERIFY(!edited.isEmpty());
        const SignInMethod typed{.kind = Kind::Browser,
                                 .authorizationUrl = u"https://login.example/authorize"_s,
                                 .tokenUrl = u"https://login.example/token"_s,
                                 .clientId = u"bench"_s,
                                 .scope = u"sales quotes"_s};
        QCOMPARE(m_form->method(), typed);
        QCOMPARE(m_form->secret(), u"secret"_s);
        m_form->clearSecret();
        QCOMPARE(m_form->secret(), QString());
    }

    void shouldLeaveOutWhatTheKindDoesNotNeed()
    {
        const SignInMethod all{.kind = Kind::Browser,
                               .authorizationUrl = u"https://login.example/authorize"_s,
                               .tokenUrl = u"https://login.example/token"_s,
                               .clientId = u"bench"_s,
                               .scope = {}};
        m_form->setMethod(all);
        auto *kind = m_form->findChild<QComboBox *>(u"signInKind"_s);
        kind->setCurrentIndex(kind->findData(int(Kind::Client)));
        QCOMPARE(m_form->method().authorizationUrl, QString());
        QCOMPARE(m_form->method().tokenUrl, all.tokenUrl);
        kind->setCurrentIndex(kind->findData(int(Kind::Token)));
        QCOMPARE(m_form->method(), SignInMethod());
    }

    void shouldHideSecrets()
    {
        for (const Kind kind : {Kind::Token, Kind::Client, Kind::Browser}) {
            m_form->setMethod({.kind = kind});
            QCOMPARE(edit(u"token"_s)->echoMode(), QLineEdit::Password);
            QVERIFY(!edit(u"token"_s)->accessibleName().isEmpty());
        }
    }
};

SALESBENCH_TEST(SignInFormTest)
#include "signinformtest.moc"
