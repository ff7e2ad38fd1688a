// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/realdesk.h"

#include "models/domain/resource.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace salesbench::faults {

namespace {

using std::chrono::milliseconds;

constexpr ResourceKind Kinds[]{ResourceKind::SalesLead, ResourceKind::SalesOpportunity};

constexpr int Usual = 150; ///< milliseconds that a command takes

} // namespace

RealDesk::Ending RealDesk::apply(const QString &file, bool isDoomed)
{
    return run(u"apply"_s, {file}, isDoomed);
}

RealDesk::Ending RealDesk::sync(const QString &server, bool isDoomed)
{
    return run(u"sync"_s, {u"--server"_s, server}, isDoomed);
}

Documents RealDesk::exported()
{
    Documents result;
    for (const ResourceKind kind : Kinds) {
        const Ending ending = run(u"export"_s, {resourceType(kind).name, u"-"_s}, false);
        if (!ending.isDone)
            complain(u"the documents cannot be exported"_s);
        for (const QByteArray &line : ending.output.split('\n')) {
            const QJsonObject document = QJsonDocument::fromJson(line).object();
            const QString name = document.value("name"_L1).toString();
            if (result.contains(name))
                complain(u"the workspace has %1 more than once"_s.arg(name));
            if (!name.isEmpty())
                result.insert(name, document);
        }
    }
    return result;
}

WorkspaceFile RealDesk::file()
{
    if (m_wasKilled)
        run(u"export"_s, {resourceType(ResourceKind::Quote).name, u"-"_s}, false);
    return WorkspaceFile(m_profile);
}

RealDesk::Ending RealDesk::run(const QString &command, const QStringList &arguments, bool isDoomed)
{
    m_setting.log(command + (isDoomed ? u" to be killed"_s : u""_s));
    QElapsedTimer clock;
    clock.start();
    WorkbenchProcess workbench(m_setting.folder, QStringList{u"--profile"_s, m_profile, command} + arguments);
    m_running = &workbench;
    if (isDoomed)
        doom(command);
    if (!workbench.wait(Patience)) {
        complain(command + u" does not end"_s);
        workbench.kill();
        workbench.wait(Patience);
    }
    m_running = nullptr;
    m_fuse = 0;
    m_wasKilled = workbench.wasKilled();
    if (workbench.hasCrashed())
        complain(command + u" crashed"_s);
    if (m_wasKilled)
        killed();
    const Ending ending{.exitCode = workbench.exitCode(),
                        .isDone = !m_wasKilled && !workbench.hasCrashed() && workbench.exitCode() == 0,
                        .wasKilled = m_wasKilled,
                        .output = workbench.output()};
    m_setting.log(u"%1 ended after %2 ms: %3 %4 %5"_s.arg(command)
                      .arg(clock.elapsed())
                      .arg(m_wasKilled ? u"killed"_s : QString::number(ending.exitCode),
                           QString::fromUtf8(ending.output.trimmed()),
                           QString::fromUtf8(workbench.errors().trimmed())));
    return ending;
}

/// While it writes, after so many moments of the network, or whenever.
void RealDesk::doom(const QString &command)
{
    if (m_dice.chance(20))
        killIn(m_dice.below(Usual));
    else if (command == "sync"_L1)
        m_fuse = 1 + m_dice.below(60);
    else
        killInWriting();
}

/// At some time in the first moments after its first write.
void RealDesk::killInWriting()
{
    auto *look = new QTimer(m_running->context());
    QObject::connect(look, &QTimer::timeout, look, [this, look] {
        if (QFileInfo(m_profile + u"/workspace.sqlite-wal"_s).size() == 0)
            return;
        look->stop();
        killIn(m_dice.below(60));
    });
    look->start(milliseconds(1));
}

void RealDesk::passMoment()
{
    if (m_running && m_fuse > 0 && --m_fuse == 0)
        killIn(m_dice.below(4));
}

void RealDesk::killIn(qint64 time)
{
    QTimer::singleShot(milliseconds(time), m_running->context(), [running = m_running] { running->kill(); });
}

void RealDesk::complain(const QString &sentence)
{
    m_setting.log(u"BROKEN: "_s + sentence);
    m_problems.append(sentence);
}

} // namespace salesbench::faults
