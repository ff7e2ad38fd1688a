// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/syncservice.h"

#include "net/sync/syncworker.h"

namespace salesbench {

SyncService::SyncService(SyncJournal &journal, Surroundings surroundings, SyncTiming timing, QObject *parent)
    : QObject(parent)
    , m_worker(new SyncWorker(journal, std::move(surroundings), std::move(timing)))
{
    qRegisterMetaType<WorkspaceStatus::Snapshot>();
    qRegisterMetaType<OAuthTokens>();
    m_thread.setObjectName(QStringLiteral("salesbench-sync"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &SyncWorker::snapshot, this, &SyncService::snapshot);
    connect(m_worker, &SyncWorker::renewed, this, &SyncService::renewed);
    connect(m_worker, &SyncWorker::stopped, &m_thread, &QThread::quit, Qt::DirectConnection);
    m_thread.start();
}

SyncService::~SyncService()
{
    QMetaObject::invokeMethod(m_worker, &SyncWorker::stop);
    m_thread.wait();
}

void SyncService::start(const ServerAddress &address, const Credential &credential)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, address, credential] { worker->start(address, credential); });
}

void SyncService::syncNow()
{
    QMetaObject::invokeMethod(m_worker, &SyncWorker::syncNow);
}

void SyncService::cancel()
{
    QMetaObject::invokeMethod(m_worker, &SyncWorker::cancel);
}

void SyncService::noteEdits()
{
    QMetaObject::invokeMethod(m_worker, &SyncWorker::noteEdits);
}

} // namespace salesbench
