// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <array>

namespace salesbench::merging {

// What merging and showing a conflict share: how values compare, and which lists have elements with a name.

/// Null means absent, numbers compare by value at any depth.
bool same(const QJsonValue &a, const QJsonValue &b);
bool isNothing(const QJsonValue &value);

/// Takes @p name out where @p value is nothing.
void put(QJsonObject &object, const QString &name, const QJsonValue &value);

/// Of the server alone: never a question of who changed it.
bool belongsToServer(const QString &attribute);

/// A lead's or an opportunity's state and its reason, which only mean something together. A quote's state has
/// none.
inline constexpr std::array<QLatin1StringView, 2> StatusUnit{QLatin1StringView("status"),
                                                             QLatin1StringView("statusChangeReason")};
bool isOfStatus(const QString &attribute);

/// What tells the elements of a list apart.
using Key = QString (*)(const QJsonObject &);

/// One value in the three documents; Undefined where one has none.
struct Sides {
    QJsonValue base;
    QJsonValue local;
    QJsonValue remote;

    bool areLists() const;
    bool unique(Key key) const;
    bool isChangedHere() const { return !same(local, base); }
    bool isChangedThere() const { return !same(remote, base); }
};

/// None for what merges whole.
Key keyOf(const QString &attribute, const Sides &sides);

/// A list whose elements have names, in its order.
struct KeyedList {
    QStringList keys;
    QHash<QString, QJsonValue> values;

    QJsonValue at(const QString &key) const { return values.value(key, QJsonValue(QJsonValue::Undefined)); }
};
KeyedList keyed(const QJsonArray &list, Key key);

/// The server's order, then what is here alone, then what neither has any more.
QStringList allKeys(const KeyedList &base, const KeyedList &local, const KeyedList &remote);

struct MergedValue {
    QJsonValue value;
    bool conflict = false;
};
MergedValue mergeValue(const Sides &sides);

} // namespace salesbench::merging
