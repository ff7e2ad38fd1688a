// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/words.h"

#include "models/domain/money.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr const char *ChoiceWords[][2] = {
    {"hot", QT_TRANSLATE_NOOP("Words", "Hot")},       {"warm", QT_TRANSLATE_NOOP("Words", "Warm")},
    {"cold", QT_TRANSLATE_NOOP("Words", "Cold")},     {"high", QT_TRANSLATE_NOOP("Words", "High")},
    {"medium", QT_TRANSLATE_NOOP("Words", "Medium")}, {"low", QT_TRANSLATE_NOOP("Words", "Low")},
};

QString word(const char *text)
{
    return QCoreApplication::translate("Words", text);
}

QString endWord(ResourceKind kind, State to)
{
    const bool opportunity = kind == ResourceKind::SalesOpportunity;
    const bool quote = kind == ResourceKind::Quote;
    if (to == State::Accepted)
        return opportunity ? word("Mark as won") : quote ? word("Customer accepts") : word("Accept and convert");
    if (to == State::Rejected)
        return opportunity ? word("Mark as lost") : quote ? word("Customer rejects") : word("Reject");
    return opportunity ? word("Abandon") : quote ? word("Cancel quote") : word("Cancel lead");
}

} // namespace

QString stateWord(ResourceKind kind, State state)
{
    const bool opportunity = kind == ResourceKind::SalesOpportunity;
    switch (state) {
    case State::Acknowledged:
        return word("Acknowledged");
    case State::InProgress:
        return word("In progress");
    case State::Pending:
        return word("Pending");
    case State::Approved:
        return word("Approved");
    case State::Accepted:
        return opportunity ? word("Won") : word("Accepted");
    case State::Rejected:
        return opportunity ? word("Lost") : word("Rejected");
    case State::Cancelled:
        return word("Cancelled");
    }
    return {};
}

QString moveWord(ResourceKind kind, Move move)
{
    switch (move.to) {
    case State::InProgress:
        return move.from == State::Pending ? word("Resume") : word("Start");
    case State::Pending:
        return word("Set pending");
    case State::Approved:
        return word("Approve");
    default:
        return endWord(kind, move.to);
    }
}

QString choiceText(const QString &value)
{
    for (const auto &[known, shown] : ChoiceWords) {
        if (value == QLatin1StringView(known))
            return word(shown);
    }
    return value;
}

QString syncSentence(SyncState sync)
{
    switch (sync) {
    case SyncState::Synced:
        return {};
    case SyncState::Waiting:
        return word("Changed here, not yet sent");
    case SyncState::Sending:
        return word("Being sent to the server");
    case SyncState::Unknown:
        return word("Sent, but the server has not answered");
    case SyncState::Conflict:
        return word("Changed here and on the server: compare and decide");
    case SyncState::Refused:
        return word("The server refused the change");
    case SyncState::LocalOnly:
        return word("Kept on this computer only");
    }
    return {};
}

QString amountText(double value, const QString &currency)
{
    const bool whole = value == std::trunc(value);
    QString text = QLocale().toString(std::abs(value), 'f', whole ? 0 : minorDigits(currency));
    return value < 0 ? u'\u2212' + text : text;
}

QString moneyText(double value, const QString &currency)
{
    return amountText(value, currency) + u' ' + currency;
}

QString dateText(const QDateTime &when)
{
    return when.isValid() ? QLocale().toString(when.toLocalTime().date(), u"d MMM yyyy"_s) : QString();
}

QString ageText(const QDateTime &since, const QDateTime &now)
{
    const qint64 minutes = since.secsTo(now) / 60;
    if (minutes < 1)
        return word("now");
    if (minutes < 60)
        return word("%1 min").arg(minutes);
    if (minutes < 24 * 60)
        return word("%1 h").arg(minutes / 60);
    return word("%1 d").arg(QLocale().toString(minutes / (24 * 60)));
}

} // namespace salesbench
