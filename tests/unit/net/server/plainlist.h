// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QVector>

namespace salesbench::testing {

/// What a GET of a list asks for, apart from how it is written.
struct PlainQuery {
    struct Term {
        QString path;
        QString op; ///< "eq", "gt", "gte", "lt", "lte" or "regex"
        QStringList anyOf;
        bool operator==(const Term &) const = default;
    };
    struct Key {
        QString path;
        bool descending = false;
    };
    QVector<Term> terms;
    QVector<Key> keys;

    static PlainQuery random(QRandomGenerator &random, const QString &stateAttribute, const QString &created);

    /// Percent-encoded, in one of the ways to write it.
    QByteArray text(QRandomGenerator &random) const;
};

/// The ids that @p query finds among @p documents, evaluated as TMF630 tells it and in no clever way. Nothing
/// of the server's is used.
QStringList plainList(const QVector<QJsonObject> &documents, const PlainQuery &query);

/// Only documents that @p partyId may see as a representative.
QVector<QJsonObject> visibleTo(const QVector<QJsonObject> &documents, const QString &partyId);

/// A body for POST, with attributes that are often absent, lists of several elements and values that are
/// easily sorted wrong. What a resource does not know is an extension there.
QJsonObject randomBody(QRandomGenerator &random, int number);

} // namespace salesbench::testing
