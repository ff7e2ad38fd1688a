// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http/httpmessage.h"

#include <QUrl>

#include <chrono>
#include <memory>

namespace salesbench {

/// What came of a POST.
struct PostOutcome {
    int status = 0; ///< 0 = no answer
    QString why; ///< the network's own words where there is no answer
};

/// Posts to other servers, from one thread of its own. Follows no redirect, uses no proxy, and takes no more
/// of an answer than it must: the status counts, however long the body goes on.
class HttpCourier {
public:
    struct Limits {
        std::chrono::milliseconds exchange{10'000}; ///< from connecting to the answer's status
        std::uint32_t headerBytes = 16 * 1024; ///< of the answer
        std::uint64_t bodyBytes = 64 * 1024; ///< of the answer; above, the connection is closed
    };
    using Answered = std::function<void(const PostOutcome &)>;

    /// One connection to one place, made when it is needed and kept as long as both sides like.
    class Line;

    explicit HttpCourier(const Limits &limits);

    /// Stops.
    ~HttpCourier();

    /// Calls @p task on the courier's thread; not after stop().
    void run(std::function<void()> task);

    /// Hangs up and ends the thread. Who waits for an answer gets none.
    void stop();

    // The rest is for the courier's thread alone.

    /// @p url is http or https. A certificate must be valid for its host.
    std::shared_ptr<Line> lineTo(const QUrl &url);

    /// One at a time on each line. @p answered is called on the courier's thread, later.
    void post(const std::shared_ptr<Line> &line, const QVector<HttpHeader> &headers, const QByteArray &body,
              Answered answered);

    void after(std::chrono::milliseconds time, std::function<void()> task);

private:
    class Private;
    Q_DISABLE_COPY_MOVE(HttpCourier)

    std::unique_ptr<Private> d;
};

} // namespace salesbench
