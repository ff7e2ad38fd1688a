// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quotetotals.h"

#include <QFrame>

class QGridLayout;

namespace salesbench {

/// What a quote comes to: a column for each price type, period and currency, never added to each other.
class TotalsBlock : public QFrame {
    Q_OBJECT

public:
    explicit TotalsBlock(QWidget *parent = nullptr);

    /// A problem is shown in place of totals.
    void setTotals(const Result<QuoteTotals> &totals);

private:
    void showProblem(const QString &sentence);
    void addNames(bool hasDiscount, const QString &tax);
    void addTotal(const PriceTotal &total, int column, bool hasDiscount);
    void addAmount(const PriceTotal &total, qint64 minor, int row, int column, bool isSum);

    QGridLayout *m_grid = nullptr;
};

} // namespace salesbench
