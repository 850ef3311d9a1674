// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import static io.atrium.policy.domain.GrantEvent.*;
import static io.atrium.policy.domain.GrantState.*;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The life of a grant without application: one table, anything that is not in it is refused.
///
/// ```
/// RULE_PUBLISHED → DATA_MATCHED → LIST_CONFIRMED → PUBLICITY → FIRM_CONFIRM → PAYMENT_ORDER → GRANTED
///                                                    ↕ OBJECTION_HELD            ↕ ACCOUNT_ABNORMAL
/// ```
public final class GrantSteps {

    private static final Map<GrantState, Map<GrantEvent, GrantState>> STEPS = new EnumMap<>(GrantState.class);

    static {
        step(RULE_PUBLISHED, FACTS_MATCHED, DATA_MATCHED);
        step(DATA_MATCHED, DEPARTMENT_CONFIRMED, LIST_CONFIRMED);
        step(LIST_CONFIRMED, PUBLICITY_STARTED, PUBLICITY);
        step(PUBLICITY, OBJECTION_RAISED, OBJECTION_HELD);
        step(OBJECTION_HELD, OBJECTION_REJECTED, PUBLICITY);
        step(OBJECTION_HELD, OBJECTION_ACCEPTED, OBJECTION_UPHELD);
        step(PUBLICITY, PUBLICITY_ENDED, FIRM_CONFIRM);
        step(FIRM_CONFIRM, FIRM_ACCEPTED, PAYMENT_ORDER);
        step(FIRM_CONFIRM, FIRM_DECLINED, DECLINED);
        step(FIRM_CONFIRM, WINDOW_CLOSED, WAIVED_NO_CONFIRM);
        step(FIRM_CONFIRM, BUDGET_YEAR_ENDED, BUDGET_YEAR_CLOSED);
        step(PAYMENT_ORDER, VOUCHER_ISSUED, GRANTED);
        step(PAYMENT_ORDER, ACCOUNT_FAILED, ACCOUNT_ABNORMAL);
        step(ACCOUNT_ABNORMAL, ACCOUNT_MENDED, PAYMENT_ORDER);
        step(ACCOUNT_ABNORMAL, BUDGET_YEAR_ENDED, BUDGET_YEAR_CLOSED);
        step(GRANTED, RECLAIMED, CLAWBACK);
    }

    private GrantSteps() {}

    /// Where the event leads from a state; empty when it is not allowed there.
    public static Optional<GrantState> next(GrantState state, GrantEvent event) {
        return Optional.ofNullable(STEPS.getOrDefault(state, Map.of()).get(event));
    }

    private static void step(GrantState from, GrantEvent event, GrantState to) {
        STEPS.computeIfAbsent(from, _ -> new EnumMap<>(GrantEvent.class)).put(event, to);
    }
}
