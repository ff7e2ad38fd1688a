// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/resource.h"
#include "models/domain/session.h"
#include "resources/demo/democatalogue.h"
#include "resources/demo/demodeal.h"

#include <QDateTime>
#include <QJsonObject>

#include <functional>

namespace salesbench {

/// The documents of an invented telecom operator. Each is made from seed, now and its index alone, so the same
/// options give the same bytes on every machine and a million of them need no memory. Every status is
/// one that the lifecycles reach; lead, opportunity and quotes name each other.
class DemoData {
public:
    struct Options {
        quint64 seed = 1;
        int leads = 500;
        int opportunities = 120; ///< each from a lead of its own; cut to the number of leads
        int quotes = 80;         ///< none without an opportunity
        QDateTime now;           ///< nothing has happened after it; must be valid
        QString ownerRole = DefaultOwnerRole;

        /// As many opportunities and quotes for @p leads as the default has for 500.
        static Options forLeads(int leads, const QDateTime &now);
    };

    explicit DemoData(Options options);

    qint64 count(ResourceKind kind) const;

    /// 0 <= @p index < count(kind). The oldest document has index 0.
    QJsonObject document(ResourceKind kind, qint64 index) const;

    /// Hands out leads, then opportunities, then quotes, oldest first. Ends early when @p take says false.
    void visit(const std::function<bool(ResourceKind, const QJsonObject &)> &take) const;

    /// Representatives first, then the supervisor.
    static const QVector<Person> &team() { return demo::team(); }
    static const QVector<demo::Offering> &offerings() { return demo::offerings(); }
    static const QVector<demo::Entry> &campaigns() { return demo::campaigns(); }
    static const QVector<demo::Entry> &channels() { return demo::channels(); }
    static const QVector<demo::Entry> &segments() { return demo::segments(); }

private:
    Options m_options;
    demo::Layout m_layout;
};

} // namespace salesbench
