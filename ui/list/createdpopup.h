// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/createdperiod.h"
#include "ui/list/filterpopup.h"

class QDateEdit;
class QListWidget;

namespace salesbench {

/// Chooses when documents were created: a period, or the first and the last day of a range.
class CreatedPopup : public FilterPopup {
    Q_OBJECT

public:
    /// @p now is in the user's time zone.
    CreatedPopup(const CreatedRange &range, const QDateTime &now, QWidget *parent);

Q_SIGNALS:
    void chosen(const salesbench::CreatedRange &range);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildPeriods(const CreatedRange &range);
    void buildOwnRange(const CreatedRange &range);
    QDateEdit *addDay(const QString &label, const QString &name, const QDate &day);
    void choosePeriod();
    void chooseOwnRange();

    QDateTime m_now;
    QListWidget *m_periods = nullptr;
    QDateEdit *m_first = nullptr;
    QDateEdit *m_last = nullptr;
};

} // namespace salesbench
