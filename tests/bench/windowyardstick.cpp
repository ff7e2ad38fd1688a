// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"

#include <QAbstractTableModel>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace salesbench::bench {

namespace {

/// Costs nothing: what is left is the window's own time.
class NumberModel : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;
    int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : 1'000'000; }
    int columnCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : 10; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(index.row() * 10 + index.column()) : QVariant();
    }
};

std::unique_ptr<QWidget> bareTable()
{
    auto view = std::make_unique<QTableView>();
    view->setModel(new NumberModel(view.get()));
    view->resize(1440, 900);
    return view;
}

void bareWindow(Bench &bench)
{
    bench.single(u"bare QTableView window, first in the process"_s, firstPaint(bareTable), u"ms"_s);
    QVector<double> all;
    for (int i = 0; i < 50; ++i)
        all.append(firstPaint(bareTable));
    bench.times(u"bare QTableView window"_s, all);
    bench.single(u"bare QTableView window, memory"_s, residentMemory(), u"MiB"_s);
}

SALESBENCH_BENCH("0 bare window", bareWindow)

} // namespace

} // namespace salesbench::bench
