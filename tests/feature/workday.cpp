// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/feature/workday.h"

#include "ui/list/recordpage.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace salesbench::testing {

namespace {

const QByteArray UserToken = "token of the one at the screen";
const QByteArray OfficeToken = "token of the office";

ServerUser userWith(const QByteArray &token, const Person &person)
{
    return {.name = person.name,
            .partyId = person.partyId,
            .role = person.role,
            .tokenSha256 = tokenDigest(token)};
}

} // namespace

Workday::Workday(const Person &user, const QVector<QJsonObject> &leads)
    : m_appearance([] { return false; })
{
    const Person office{u"office"_s, u"Office"_s, Role::Supervisor, {}};
    m_server = EmbeddedServer::start({.database = m_folder.filePath(u"server.sqlite"_s),
                                      .users = {userWith(UserToken, user), userWith(OfficeToken, office)}})
                   .value();
    m_office = std::make_unique<HttpClient>(m_server->origin(), OfficeToken);
    for (const QJsonObject &lead : leads)
        m_office->post(leadPath(), QJsonDocument(lead).toJson());
    DeskPlan plan;
    plan.options.server = m_server->origin();
    plan.options.profile = m_folder.filePath(u"profile"_s);
    plan.user = user;
    plan.signIn = UserToken;
    m_desk = Desk::open(plan, m_room.tools()).value();
    window().resize(1440, 900);
    window().show();
}

void Workday::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = QApplication::focusWidget();
    QTest::keyClick(target ? target : &window(), key, modifiers);
}

void Workday::clickRow(int pageNumber, int row, Qt::KeyboardModifiers modifiers)
{
    RecordTable &table = page(pageNumber).table();
    const QModelIndex cell = table.model()->index(row, 0);
    table.scrollTo(cell);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, modifiers, table.visualRect(cell).center());
}

bool Workday::click(const QString &buttonName)
{
    for (QAbstractButton *button : window().findChildren<QAbstractButton *>(buttonName)) {
        if (button->isVisible() && button->isEnabled()) {
            QTest::mouseClick(button, Qt::LeftButton);
            return true;
        }
    }
    return false;
}

} // namespace salesbench::testing
