// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import static io.atrium.appeal.AppealMove.*;
import static java.util.Map.entry;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// State of an appeal (诉求状态), and the one table of what leads where; every other move is refused.
///
/// ```
/// RAISED ──dispatch──> DISPATCHED ──sign──> IN_WORK ──answer──> ANSWERED ──accept, lapse──> CLOSED
///   ^                      │ return             │ ^ reply           │ reopen, once              │ reopen, once
///   └──────────────────────┴────────────────────┤ │                 └──────> DISPATCHED <───────┘
///                                        ask    v │
///                                   WAITING_FOR_FIRM          the firm may withdraw until it is answered: WITHDRAWN
/// ```
public enum AppealState {
    RAISED,
    DISPATCHED,
    IN_WORK,
    WAITING_FOR_FIRM,
    ANSWERED,
    CLOSED,
    WITHDRAWN;

    private static final Map<AppealState, Map<AppealMove, AppealState>> TABLE = new EnumMap<>(AppealState.class);

    static {
        row(RAISED, Map.of(DISPATCH, DISPATCHED, NOTE, RAISED, WITHDRAW, WITHDRAWN));
        row(
                DISPATCHED,
                Map.of(
                        SIGN, IN_WORK,
                        RETURN, RAISED,
                        DISPATCH, DISPATCHED,
                        MEET, DISPATCHED,
                        NOTE, DISPATCHED,
                        WITHDRAW, WITHDRAWN));
        row(
                IN_WORK,
                Map.ofEntries(
                        entry(CONTACT, IN_WORK),
                        entry(PLAN, IN_WORK),
                        entry(MEET, IN_WORK),
                        entry(ASK_HELP, IN_WORK),
                        entry(HELP, IN_WORK),
                        entry(EXTEND, IN_WORK),
                        entry(NOTE, IN_WORK),
                        entry(RETURN, RAISED),
                        entry(ASK_FIRM, WAITING_FOR_FIRM),
                        entry(ANSWER, ANSWERED),
                        entry(WITHDRAW, WITHDRAWN)));
        row(
                WAITING_FOR_FIRM,
                Map.of(
                        REPLY, IN_WORK,
                        HELP, WAITING_FOR_FIRM,
                        NOTE, WAITING_FOR_FIRM,
                        ANSWER, ANSWERED,
                        WITHDRAW, WITHDRAWN));
        row(
                ANSWERED,
                Map.of(
                        CALL_BACK, ANSWERED,
                        ACCEPT, CLOSED,
                        LAPSE, CLOSED,
                        NOTE, ANSWERED,
                        REOPEN, DISPATCHED));
        row(CLOSED, Map.of(REOPEN, DISPATCHED, NOTE, CLOSED, FOLLOW_UP, CLOSED));
        row(WITHDRAWN, Map.of());
    }

    /// Where a move leads from here; empty when it is not possible.
    public Optional<AppealState> after(AppealMove move) {
        return Optional.ofNullable(moves().get(move));
    }

    /// What may happen now.
    public Set<AppealMove> possible() {
        return moves().isEmpty() ? EnumSet.noneOf(AppealMove.class) : EnumSet.copyOf(moves().keySet());
    }

    public boolean isOpen() {
        return this != CLOSED && this != WITHDRAWN;
    }

    private Map<AppealMove, AppealState> moves() {
        return Objects.requireNonNull(TABLE.get(this));
    }

    private static void row(AppealState from, Map<AppealMove, AppealState> moves) {
        TABLE.put(from, moves);
    }
}
