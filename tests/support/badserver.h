// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/faketmf.h"

#include <QTest>

namespace salesbench::testing {

/// A server as it should not be, and what a person is told of it.
struct BadServer {
    std::function<void(FakeTmf &)> spoil;
    bool isSecure = false; ///< the address says https
    QString sentence; ///< in what is said, wherever it is said
    int exitCode = 0; ///< of a synchronisation on the command line
    int leads = 0; ///< that come in all the same
};

inline constexpr int BadServerLeads = 2500; ///< more than two pages

inline void spoilWith(FakeTmf &tmf, const FakeAnswer &answer)
{
    tmf.instead = [answer](const FakeRequest &) { return std::optional(answer); };
}

inline void failInTheMiddle(FakeTmf &tmf)
{
    tmf.instead = [](const FakeRequest &request) -> std::optional<FakeAnswer> {
        const bool isFirst = request.query(QStringLiteral("offset"), 0) == 0;
        return isFirst ? std::nullopt
                       : std::optional(FakeAnswer{.status = 500, .body = R"({"reason": "Out of order"})"});
    };
}

/// One row for each: QFETCH(BadServer, server).
inline void addBadServers()
{
    using namespace Qt::StringLiterals;
    QTest::addColumn<BadServer>("server");
    const auto row = [](const char *name, const BadServer &server) {
        QTest::newRow(name) << server;
    };
    row("refused connection",
        {[](FakeTmf &tmf) { tmf.server().close(); }, false, u"refused the connection. Is it running?"_s, 1, 0});
    row("no TLS",
        {[](FakeTmf &tmf) { tmf.server().greeting = "HTTP/1.1 400 Bad Request\r\n\r\n"; }, true,
         u"No secure connection to 127.0.0.1"_s, 2, 0});
    row("wrong address", {[](FakeTmf &tmf) { spoilWith(tmf, {.status = 404, .body = "{}"}); }, false,
                          u"has no TMF699 interface at /tmf-api/sales/v4"_s, 2, 0});
    row("no sign-in", {[](FakeTmf &tmf) { spoilWith(tmf, {.status = 401, .body = "{}"}); }, false,
                       u"does not accept the sign-in. A valid token is needed."_s, 2, 0});
    row("web page", {[](FakeTmf &tmf) { spoilWith(tmf, {.body = "<!DOCTYPE html><html>"}); }, false,
                     u"answers with a web page instead of data"_s, 2, 0});
    row("object for a list", {[](FakeTmf &tmf) { spoilWith(tmf, {.body = "{}"}); }, false,
                              u"answers a list with a single object"_s, 2, 0});
    row("500 in the middle", {failInTheMiddle, false, u"could not do it (error 500): Out of order"_s, 1, 1000});
}

} // namespace salesbench::testing

Q_DECLARE_METATYPE(salesbench::testing::BadServer)
