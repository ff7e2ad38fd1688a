// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/resourcetablemodel.h"
#include "tests/bench/filledworkspace.h"
#include "ui/leads/leadspage.h"
#include "ui/list/recordtable.h"
#include "ui/shell/appearance.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/messagedialogs.h"

#include <QCoreApplication>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace salesbench::bench {

namespace {

constexpr int Jumps = 300;
const Person User{u"bench"_s, u"Bench"_s, Role::Supervisor, {}};

/// The workbench's window over the filled workspace, without a server.
class Workplace {
public:
    explicit Workplace(const Bench &bench)
        : m_workspace(openFilled(bench))
        , m_context{m_workspace->queries(),           m_workspace->edits(), m_status, m_dialogs,
                    {User, {User}, DefaultOwnerRole}, Surroundings::real()}
        , m_window(m_context, m_appearance)
        , m_page(new LeadsPage(m_context))
    {
        m_window.addPage(MainWindow::Leads, m_page);
        m_window.resize(1440, 900);
    }

    RecordTable &table() { return m_page->table(); }
    ResourceTableModel &model() { return m_page->model(); }

    void show()
    {
        m_window.show();
        waitUntil([this] { return model().row(0) != nullptr; });
        m_window.repaint();
    }

    void waitUntil(const std::function<bool()> &done)
    {
        while (!done())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

private:
    std::unique_ptr<Workspace> m_workspace;
    WorkspaceStatus m_status;
    MessageDialogs m_dialogs;
    Context m_context;
    Appearance m_appearance;
    MainWindow m_window;
    LeadsPage *m_page;
};

/// What the GUI thread spends on a jump: the scroll, the first paint, and the paint of the rows that came.
double jump(Workplace &place, int row)
{
    QElapsedTimer timer;
    timer.start();
    place.table().scrollTo(place.model().index(row, 0), QAbstractItemView::PositionAtTop);
    place.table().viewport()->repaint();
    const double first = elapsed(timer);
    place.waitUntil([&] { return place.model().row(row) != nullptr; });
    timer.restart();
    place.table().viewport()->repaint();
    return first + elapsed(timer);
}

void measureWindow(Bench &bench)
{
    QCoreApplication::setOrganizationName(u"salesbench-bench"_s);
    openFilled(bench).reset(); // a first run fills it
    QElapsedTimer timer;
    timer.start();
    Workplace place(bench);
    place.show();
    bench.single(u"window shown with rows"_s, elapsed(timer), u"ms"_s,
                 {300, u"bare QTableView window, first in the process"_s, 5});
    place.waitUntil([&] { return place.model().isOrderKnown(); });
    QVector<double> times;
    QRandomGenerator random(1);
    for (int i = 0; i < Jumps; ++i)
        times.append(jump(place, random.bounded(std::max(1, place.model().rowCount() - 64))));
    bench.times(u"jump to a random row, on the GUI thread"_s, times, {16, {}, {}});
    bench.single(u"window after the jumps, memory"_s, residentMemory(), u"MiB"_s, {120, {}, {}});
}

SALESBENCH_BENCH("window", measureWindow)

} // namespace

} // namespace salesbench::bench
