// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/desk.h"
#include "app/workbench/keptsecrets.h"
#include "tests/support/fakedesk.h"
#include "tests/support/fakekeychain.h"

namespace salesbench::testing {

/// What a desk uses, without a screen, a desktop's keychain or its browser.
class DeskRoom {
public:
    explicit DeskRoom(Appearance &appearance)
        : m_appearance(appearance)
    {
    }

    DeskTools tools()
    {
        return {m_appearance, dialogs, secrets, [this](const QUrl &url) { return browser && browser(url); }};
    }

    FakeDialogs dialogs;
    std::shared_ptr<FakeKeychain::Content> keychain = std::make_shared<FakeKeychain::Content>();
    KeptSecrets secrets{std::make_unique<FakeKeychain>(keychain)};
    std::function<bool(const QUrl &)> browser; ///< none: none can be opened

private:
    Appearance &m_appearance;
};

} // namespace salesbench::testing
