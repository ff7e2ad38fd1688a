// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPair>
#include <QVector>

#include <optional>

namespace salesbench::faults {

/// A request or an answer as it stands on the wire. One without Content-Length has no body.
struct HttpMessage {
    QByteArray start; ///< "POST /tmf-api/sales/v4/salesLead HTTP/1.1", or "HTTP/1.1 201 Created"
    QVector<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;

    /// The first message of @p buffer, taken out of it; nothing where it is not all there.
    static std::optional<HttpMessage> take(QByteArray &buffer);
    static HttpMessage answer(int status);
    /// Whole ones, one behind the other.
    static QVector<HttpMessage> all(QByteArray pipeline);

    QByteArray header(const QByteArray &name) const;
    void set(const QByteArray &name, const QByteArray &value);
    void remove(const QByteArray &name);

    QByteArray verb() const { return start.left(start.indexOf(' ')); }
    QByteArray path() const; ///< without a query
    bool isBatch() const { return path().endsWith("/batch"); }
    /// The requests of a batch; of any other, itself.
    QVector<HttpMessage> parts() const { return isBatch() ? all(body) : QVector{*this}; }
    int status() const { return start.mid(9, 3).toInt(); }

    QByteArray toBytes() const;
};

} // namespace salesbench::faults
