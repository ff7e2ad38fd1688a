// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/keptsecrets.h"

#include <QCoreApplication>

namespace salesbench {

namespace {

using Kind = KeychainAnswer::Kind;

struct KeptSecretsText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::KeptSecrets)
};

/// Keeps nothing, as where a desktop has none.
class NoKeychain final : public Keychain {
public:
    QFuture<KeychainAnswer> read(const QString &) override { return absent(); }
    QFuture<KeychainAnswer> write(const QString &, const QByteArray &) override { return absent(); }
    QFuture<KeychainAnswer> remove(const QString &) override { return absent(); }

private:
    static QFuture<KeychainAnswer> absent()
    {
        return QtFuture::makeReadyFuture(KeychainAnswer{.kind = Kind::Absent, .secret = {}, .words = {}});
    }
};

QString memoryNote(const KeychainAnswer &answer)
{
    if (answer.kind == Kind::Absent)
        return KeptSecretsText::tr(
            "This desktop has no keychain. The sign-in is kept in memory only, so that you will be asked for "
            "it again at the next start.");
    return KeptSecretsText::tr("The keychain did not take the sign-in (%1). It is kept in memory only, so "
                               "that you will be asked for it again at the next start.")
        .arg(answer.words);
}

Problem withheld(const QString &sentence, const KeychainAnswer &answer)
{
    return {.kind = Problem::Kind::SignIn, .sentence = sentence.arg(answer.words), .detail = answer.words};
}

} // namespace

KeptSecrets::KeptSecrets(std::unique_ptr<Keychain> keychain)
    : m_keychain(keychain ? std::move(keychain) : std::make_unique<NoKeychain>())
    , m_memory(std::make_shared<QHash<QString, QByteArray>>())
{
}

KeptSecrets::~KeptSecrets() = default;

QFuture<Result<QByteArray>> KeptSecrets::read(const QString &name)
{
    if (m_memory->contains(name))
        return QtFuture::makeReadyFuture(Result<QByteArray>(m_memory->value(name)));
    return m_keychain->read(name).then([](const KeychainAnswer &answer) -> Result<QByteArray> {
        if (answer.kind == Kind::Failed)
            return tl::unexpected(
                withheld(KeptSecretsText::tr("The keychain does not give the sign-in (%1). Sign in again."), answer));
        return answer.kind == Kind::Done ? answer.secret : QByteArray();
    });
}

QFuture<QString> KeptSecrets::write(const QString &name, const QByteArray &secret)
{
    m_memory->insert(name, secret); // until the keychain has it
    return m_keychain->write(name, secret).then([memory = m_memory, name, secret](const KeychainAnswer &answer) {
        if (answer.kind != Kind::Done)
            return memoryNote(answer);
        if (memory->value(name) == secret)
            memory->remove(name);
        return QString();
    });
}

QFuture<Result<void>> KeptSecrets::remove(const QString &name)
{
    m_memory->remove(name);
    return m_keychain->remove(name).then([](const KeychainAnswer &answer) -> Result<void> {
        if (answer.kind != Kind::Failed)
            return {};
        return tl::unexpected(withheld(
            KeptSecretsText::tr("The sign-in is still in the keychain, which did not remove it (%1)."), answer));
    });
}

} // namespace salesbench
