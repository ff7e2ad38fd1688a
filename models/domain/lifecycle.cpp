// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lifecycle.h"

#include <array>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

using enum State;

constexpr std::array StateTexts{"acknowledged"_L1, "inProgress"_L1, "pending"_L1,  "approved"_L1,
                                "accepted"_L1,     "rejected"_L1,   "cancelled"_L1};
static_assert(StateTexts.size() == StateCount);

constexpr std::array LeadStates{Acknowledged, InProgress, Pending, Accepted, Rejected, Cancelled};
constexpr std::array LeadMoves{
    Move{Acknowledged, InProgress}, Move{Acknowledged, Cancelled}, Move{InProgress, Accepted},
    Move{InProgress, Pending},      Move{InProgress, Rejected},    Move{Pending, InProgress},
    Move{Pending, Rejected},
};
constexpr std::array OpportunityMoves{
    Move{Acknowledged, InProgress}, Move{Acknowledged, Cancelled}, Move{InProgress, Accepted},
    Move{InProgress, Pending},      Move{InProgress, Rejected},    Move{InProgress, Cancelled},
    Move{Pending, InProgress},      Move{Pending, Rejected},       Move{Pending, Cancelled},
};

constexpr std::array QuoteStates{InProgress, Pending, Approved, Accepted, Rejected, Cancelled};
constexpr std::array QuoteMoves{
    Move{InProgress, Pending}, Move{InProgress, Approved}, Move{InProgress, Cancelled}, Move{Pending, InProgress},
    Move{Pending, Cancelled},  Move{Approved, Accepted},   Move{Approved, Rejected},
};

constexpr std::array QuoteItemStates{InProgress, Pending, Approved, Rejected};
constexpr std::array QuoteItemMoves{
    Move{InProgress, Pending},
    Move{InProgress, Approved},
    Move{Pending, InProgress},
    Move{Approved, Rejected},
};

constexpr Lifecycle LeadCycle{Acknowledged, LeadStates, LeadMoves};
constexpr Lifecycle OpportunityCycle{Acknowledged, LeadStates, OpportunityMoves};
constexpr Lifecycle QuoteCycle{InProgress, QuoteStates, QuoteMoves};
constexpr Lifecycle QuoteItemCycle{InProgress, QuoteItemStates, QuoteItemMoves};

} // namespace

QLatin1StringView toText(State state)
{
    return StateTexts[static_cast<size_t>(state)];
}

std::optional<State> stateFromText(QAnyStringView text)
{
    for (size_t i = 0; i < StateTexts.size(); ++i) {
        if (text == StateTexts[i])
            return static_cast<State>(i);
    }
    return {};
}

std::vector<State> Lifecycle::next(State from) const
{
    std::vector<State> result;
    for (Move move : m_moves) {
        if (move.from == from)
            result.push_back(move.to);
    }
    return result;
}

const Lifecycle &leadLifecycle()
{
    return LeadCycle;
}

const Lifecycle &opportunityLifecycle()
{
    return OpportunityCycle;
}

const Lifecycle &quoteLifecycle()
{
    return QuoteCycle;
}

const Lifecycle &quoteItemLifecycle()
{
    return QuoteItemCycle;
}

} // namespace salesbench
