// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/desk.h"
#include "models/items/resourcetablemodel.h"
#include "net/server/embeddedserver.h"
#include "tests/support/deskroom.h"
#include "tests/support/httpclient.h"
#include "tests/support/testcase.h"
#include "tests/support/uiroom.h"
#include "ui/list/recordpage.h"
#include "ui/list/recordtable.h"
#include "ui/shell/appearance.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractButton>

namespace salesbench::testing {

inline constexpr int Patience = 20'000; ///< ms; many tests may run beside this one

/// A person at the real window, over a real workspace, with a real server behind it. What they do, they do
/// with keys and clicks; what became of it is read from the server by somebody else.
class Workday {
public:
    /// A server to which @p leads were posted, and the workbench of @p user opened on it.
    Workday(const Person &user, const QVector<QJsonObject> &leads);

    static QString leadPath() { return QStringLiteral("/tmf-api/sales/v4/salesLead"); }
    static QString opportunityPath() { return QStringLiteral("/tmf-api/sales/v4/salesOpportunity"); }
    static QString quotePath() { return QStringLiteral("/tmf-api/quoteManagement/v4/quote"); }

    /// Somebody who may read everything.
    HttpClient &office() { return *m_office; }

    MainWindow &window() { return m_desk->window(); }
    RecordPage &page(int number) { return static_cast<RecordPage &>(*window().page(number)); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void clickRow(int pageNumber, int row, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// False where no button of that name is visible and enabled.
    bool click(const QString &buttonName);

private:
    OwnSettings m_settings;
    QTemporaryDir m_folder;
    std::unique_ptr<EmbeddedServer> m_server;
    std::unique_ptr<HttpClient> m_office;
    Appearance m_appearance;
    DeskRoom m_room{m_appearance};
    std::unique_ptr<Desk> m_desk;
};

} // namespace salesbench::testing
