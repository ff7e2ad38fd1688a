// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/desktopkeychain.h"

#include <qt6keychain/keychain.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

const QString KeychainService = u"Salesbench"_s;

KeychainAnswer::Kind kindOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return KeychainAnswer::Kind::Done;
    case QKeychain::EntryNotFound:
        return KeychainAnswer::Kind::Nothing;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return KeychainAnswer::Kind::Absent;
    default:
        return KeychainAnswer::Kind::Failed;
    }
}

QByteArray secretOf(const QKeychain::Job &job)
{
    const auto *reading = qobject_cast<const QKeychain::ReadPasswordJob *>(&job);
    return reading ? reading->binaryData() : QByteArray();
}

/// The job deletes itself.
QFuture<KeychainAnswer> start(QKeychain::Job *job, const QString &name)
{
    auto promise = std::make_shared<QPromise<KeychainAnswer>>();
    promise->start();
    QObject::connect(job, &QKeychain::Job::finished, job, [promise](QKeychain::Job *done) {
        promise->addResult(KeychainAnswer{.kind = kindOf(done->error()),
                                          .secret = secretOf(*done),
                                          .words = done->error() ? done->errorString() : QString()});
        promise->finish();
    });
    job->setKey(name);
    job->start();
    return promise->future();
}

} // namespace

QFuture<KeychainAnswer> DesktopKeychain::read(const QString &name)
{
    return start(new QKeychain::ReadPasswordJob(KeychainService), name);
}

QFuture<KeychainAnswer> DesktopKeychain::write(const QString &name, const QByteArray &secret)
{
    auto *job = new QKeychain::WritePasswordJob(KeychainService);
    job->setBinaryData(secret);
    return start(job, name);
}

QFuture<KeychainAnswer> DesktopKeychain::remove(const QString &name)
{
    return start(new QKeychain::DeletePasswordJob(KeychainService), name);
}

} // namespace salesbench
