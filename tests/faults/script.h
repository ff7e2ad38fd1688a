// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "tests/faults/dice.h"

#include <QMap>

namespace salesbench::faults {

/// A document that a round's user made. Its name is its own and never changes, so that it is known by it
/// everywhere, whatever its id became.
struct Made {
    ResourceKind kind = ResourceKind::SalesLead;
    QString localId;
    QString name;
    QString origin; ///< local id of the lead that an opportunity was made from
    QMap<QString, QString> values; ///< that the user gave last, by attribute
    bool isDeleted = false; ///< by the user
    bool isGone = false; ///< somebody else deleted it, or may have
    bool isTouched = false; ///< somebody else changed it, or may have
};

/// What one line for `salesbench apply` does. No other line writes its value.
struct Deed {
    Edit::Op op = Edit::Op::Update;
    Made made; ///< Create: the new one
    QString attribute; ///< Update
    QString value;
};

/// The line itself.
QByteArray toLine(const Deed &deed);

/// Writes what a user could, and knows what of it counts.
class Script {
public:
    explicit Script(Dice &dice)
        : m_dice(dice)
    {
    }

    /// Deeds of which each may build on those before it.
    QVector<Deed> write(int count);
    /// It is recorded.
    void accept(const Deed &deed);

    QString fresh(const QString &what) { return what + u'-' + QString::number(++m_token); }
    QVector<Made> &made() { return m_made; }
    const QVector<Made> &made() const { return m_made; }

    static const QStringList &attributes();

private:
    Deed next(const QVector<Made> &known);
    Deed creation(const QVector<Made> &known);
    static void apply(const Deed &deed, QVector<Made> &known);

    Dice &m_dice;
    QVector<Made> m_made;
    int m_token = 0;
};

} // namespace salesbench::faults
