// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bareserver.h"
#include "tests/bench/protocol.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QMap>
#include <QProcess>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace salesbench::bench;

namespace {

QMap<QString, Run> &groups()
{
    static QMap<QString, Run> all;
    return all;
}

QVector<Measured> measure(const QString &group, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), QStringList{u"--measure"_s, group} + arguments);
    process.waitForFinished(-1);
    QVector<Measured> result;
    const QList<QByteArray> lines = process.readAllStandardOutput().split('\n');
    for (const QByteArray &line : lines) {
        if (const std::optional<Measured> measured = fromLine(line))
            result.append(*measured);
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        std::fprintf(stderr, "%s ended badly: the figures behind it are missing\n", qPrintable(group));
    return result;
}

bool isChosen(const QString &group, const QStringList &only)
{
    return only.isEmpty()
        || std::any_of(only.begin(), only.end(), [&](const QString &part) { return group.contains(part); });
}

int measureAll(const QStringList &only, const QStringList &arguments)
{
    QVector<Measured> all;
    for (const QString &group : groups().keys()) {
        if (!isChosen(group, only))
            continue;
        std::fprintf(stderr, "%s …\n", qPrintable(group));
        all += measure(group, arguments);
    }
    std::fputs(table(all).constData(), stdout);
    return reached(all) ? 0 : 1;
}

int measureHere(const QString &group, const Options &options)
{
    const Run run = groups().value(group);
    if (!run)
        return 2;
    Bench bench(options);
    run(bench);
    return 0;
}

} // namespace

bool salesbench::bench::registerBench(const char *name, Run run)
{
    groups().insert(QString::fromUtf8(name), run);
    return true;
}

int main(int argc, char *argv[])
{
    // Off the screen by default: figures of two machines compare, and nothing flickers.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Measures the workbench beside yardsticks of the same run. Exits 1 where a "
        "goal is missed."_s);
    parser.addHelpOption();
    const QCommandLineOption leads(u"leads"_s, u"How many leads the workspace holds."_s, u"N"_s,
                                   u"1000000"_s);
    const QCommandLineOption only(u"only"_s, u"Only groups whose name contains this; may be repeated."_s,
                                  u"name"_s);
    const QCommandLineOption folder(u"folder"_s, u"Where the workspace is kept for the next run."_s,
                                    u"dir"_s);
    const QCommandLineOption list(u"list"_s, u"Names the groups."_s);
    QCommandLineOption measure(u"measure"_s, u"Takes one group's figures in this process."_s, u"name"_s);
    measure.setFlags(QCommandLineOption::HiddenFromHelp);
    QCommandLineOption bare(u"bare"_s, u"Answers every request with what a file holds."_s, u"file"_s);
    bare.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({leads, only, folder, list, measure, bare});
    parser.process(app);

    if (parser.isSet(bare))
        return runBareServer(parser.value(bare));
    Options options;
    options.leads = parser.value(leads).toInt();
    options.folder = parser.isSet(folder)
        ? parser.value(folder)
        : QDir::temp().filePath(u"salesbench-bench-%1"_s.arg(options.leads));
    if (parser.isSet(measure))
        return measureHere(parser.value(measure), options);
    if (parser.isSet(list)) {
        std::puts(qPrintable(QStringList(groups().keys()).join(u'\n')));
        return 0;
    }
    return measureAll(parser.values(only),
                      {u"--leads"_s, QString::number(options.leads), u"--folder"_s, options.folder});
}
