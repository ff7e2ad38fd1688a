// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QAnyStringView>

#include <optional>
#include <span>
#include <vector>

namespace salesbench {

/// Every status (leads, opportunities) and state (quotes) that TMF699 and TMF648 v4 know.
enum class State { Acknowledged, InProgress, Pending, Approved, Accepted, Rejected, Cancelled };
inline constexpr int StateCount = 7;

/// The value as it stands in a document, for example "inProgress".
QLatin1StringView toText(State state);

/// Nothing when the text is no state of the standards: such a document is shown as it is and offers no moves.
std::optional<State> stateFromText(QAnyStringView text);

struct Move {
    State from;
    State to;
    constexpr bool operator==(const Move &) const = default;
};

/// The moves that one kind of resource may make. A value over a constexpr table; the screen (which
/// buttons), the store, the server (409) and the sync planner all read the same one.
/// Sources: TMF699 4.0.0 state diagram for leads, TMF648 4.0.0 for quotes and their items; the
/// opportunity's are this product's own: a lead's, and cancelled also from inProgress and pending.
class Lifecycle {
public:
    constexpr Lifecycle(State initial, std::span<const State> states, std::span<const Move> moves)
        : m_initial(initial)
        , m_states(states)
        , m_moves(moves)
    {
    }

    constexpr State initial() const { return m_initial; }
    constexpr std::span<const State> states() const { return m_states; }
    constexpr std::span<const Move> moves() const { return m_moves; }

    constexpr bool has(State state) const
    {
        for (State known : m_states) {
            if (known == state)
                return true;
        }
        return false;
    }

    /// A move to the same state is no move, and so not allowed here; callers let it pass unseen.
    constexpr bool allows(State from, State to) const
    {
        for (Move move : m_moves) {
            if (move == Move{from, to})
                return true;
        }
        return false;
    }

    constexpr bool isFinal(State state) const
    {
        for (Move move : m_moves) {
            if (move.from == state)
                return false;
        }
        return has(state);
    }

    /// The legal next states in the table's order; empty for a final or foreign state.
    std::vector<State> next(State from) const;

private:
    State m_initial;
    std::span<const State> m_states;
    std::span<const Move> m_moves;
};

const Lifecycle &leadLifecycle();
const Lifecycle &opportunityLifecycle();
const Lifecycle &quoteLifecycle();
const Lifecycle &quoteItemLifecycle();

/// Rejecting and cancelling need a reason from the user (statusChangeReason, a note on a quote).
constexpr bool needsReason(State to)
{
    return to == State::Rejected || to == State::Cancelled;
}

} // namespace salesbench
