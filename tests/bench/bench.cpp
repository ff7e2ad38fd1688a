// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"

#include "tests/bench/protocol.h"

#include <QEvent>
#include <QEventLoop>
#include <QFile>
#include <QWidget>

#include <algorithm>
#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace salesbench::bench {

namespace {

/// Ends a loop when the widget or one inside it has painted.
class PaintWatch : public QObject {
public:
    using QObject::QObject;
    QEventLoop loop;

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
        return false;
    }
};

} // namespace

double elapsed(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double firstPaint(const std::function<std::unique_ptr<QWidget>()> &make)
{
    QElapsedTimer timer;
    timer.start();
    const std::unique_ptr<QWidget> widget = make();
    PaintWatch watch;
    widget->installEventFilter(&watch);
    widget->show();
    watch.loop.exec();
    return elapsed(timer);
}

double residentMemory()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const double pages = file.readAll().split(' ').value(1).toDouble();
    return pages * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

void Bench::time(const QString &name, int times, const std::function<void()> &step, const Goal &goal)
{
    QVector<double> all;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        step();
        all.append(elapsed(timer));
    }
    this->times(name, all, goal);
}

void Bench::times(const QString &name, QVector<double> milliseconds, const Goal &goal)
{
    if (milliseconds.isEmpty())
        return;
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto at = [&](double part) {
        return milliseconds[static_cast<qsizetype>(part * static_cast<double>(milliseconds.size() - 1)
                                                   + 0.5)];
    };
    print({name, u"ms"_s, at(0.5), at(0.99)}, goal);
}

void Bench::single(const QString &name, double value, const QString &unit, const Goal &goal)
{
    print({name, unit, value, value}, goal);
}

void Bench::print(const Figure &figure, const Goal &goal)
{
    std::fputs(line({figure, goal}).constData(), stdout);
    std::fflush(stdout);
}

} // namespace salesbench::bench
