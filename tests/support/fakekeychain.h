// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/keychain.h"

#include <QHash>

#include <memory>

namespace salesbench::testing {

/// A keychain that a test can look into, and lock.
class FakeKeychain final : public Keychain {
public:
    struct Content {
        QHash<QString, QByteArray> secrets;
        QString refusal; ///< says this to everything; empty = does what it is asked
    };

    explicit FakeKeychain(std::shared_ptr<Content> content)
        : m_content(std::move(content))
    {
    }

    QFuture<KeychainAnswer> read(const QString &name) override
    {
        return answer(m_content->secrets.contains(name) ? Kind::Done : Kind::Nothing,
                      m_content->secrets.value(name));
    }
    QFuture<KeychainAnswer> write(const QString &name, const QByteArray &secret) override
    {
        if (m_content->refusal.isEmpty())
            m_content->secrets.insert(name, secret);
        return answer(Kind::Done);
    }
    QFuture<KeychainAnswer> remove(const QString &name) override
    {
        const bool was = m_content->refusal.isEmpty() && m_content->secrets.remove(name) > 0;
        return answer(was ? Kind::Done : Kind::Nothing);
    }

private:
    using Kind = KeychainAnswer::Kind;

    QFuture<KeychainAnswer> answer(Kind kind, const QByteArray &secret = {}) const
    {
        const KeychainAnswer said = m_content->refusal.isEmpty()
            ? KeychainAnswer{kind, secret, {}}
            : KeychainAnswer{Kind::Failed, {}, m_content->refusal};
        return QtFuture::makeReadyFuture(said);
    }

    std::shared_ptr<Content> m_content;
};

} // namespace salesbench::testing
