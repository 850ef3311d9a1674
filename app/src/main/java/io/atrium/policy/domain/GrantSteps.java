// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import static io.atrium.policy.domain.GrantDuty.Owner.*;
import static io.atrium.policy.domain.GrantEvent.*;
import static io.atrium.policy.domain.GrantState.*;

import io.atrium.kernel.calendar.Deadline;
import io.atrium.kernel.calendar.DeadlineUnit;
import io.atrium.kernel.calendar.WorkingCalendar;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The life of a grant without application: one table, anything that is not in it is refused.
///
/// ```
/// RULE_PUBLISHED → DATA_MATCHED → LIST_CONFIRMED → PUBLICITY → FIRM_CONFIRM → PAYMENT_ORDER → GRANTED
///                                                    ↕ OBJECTION_HELD            ↕ ACCOUNT_ABNORMAL → RETURNED
/// GRANTED → CLAWBACK_HEARING → CLAWBACK_REVIEW → CLAWBACK, or GRANTED again
/// ```
///
/// Beside the steps stands who has to act in a state, and by when; a state without a duty is an end.
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
        step(ACCOUNT_ABNORMAL, ACCOUNT_TERM_ENDED, RETURNED);
        step(DATA_MATCHED, POOL_SPENT, POOL_EXHAUSTED);
        step(PAYMENT_ORDER, POOL_SPENT, POOL_EXHAUSTED);
        step(GRANTED, CLAWBACK_OPENED, CLAWBACK_HEARING);
        step(CLAWBACK_HEARING, FIRM_HEARD, CLAWBACK_REVIEW);
        step(CLAWBACK_HEARING, HEARING_ENDED, CLAWBACK_REVIEW);
        step(CLAWBACK_REVIEW, CLAWBACK_REFUSED, GRANTED);
        step(CLAWBACK_REVIEW, RECLAIMED, CLAWBACK);
    }

    private static final Map<GrantState, GrantDuty> DUTIES = new EnumMap<>(Map.ofEntries(
            Map.entry(RULE_PUBLISHED, GrantDuty.ownTerm(SYSTEM, 1)),
            Map.entry(DATA_MATCHED, GrantDuty.ownTerm(DEPARTMENT, 5)),
            Map.entry(LIST_CONFIRMED, GrantDuty.ownTerm(SYSTEM, 1)),
            Map.entry(PUBLICITY, GrantDuty.policyTerm(SYSTEM)),
            Map.entry(OBJECTION_HELD, GrantDuty.ownTerm(DEPARTMENT, ObjectionTerm.WORKING_DAYS)),
            Map.entry(FIRM_CONFIRM, GrantDuty.policyTerm(FIRM)),
            Map.entry(PAYMENT_ORDER, GrantDuty.ownTerm(SYSTEM, 1)),
            Map.entry(ACCOUNT_ABNORMAL, GrantDuty.ownTerm(FIRM, 20)),
            Map.entry(CLAWBACK_HEARING, GrantDuty.ownTerm(FIRM, 5)),
            Map.entry(CLAWBACK_REVIEW, GrantDuty.ownTerm(SECOND_OFFICER, 5))));

    private GrantSteps() {}

    /// Where the event leads from a state; empty when it is not allowed there.
    public static Optional<GrantState> next(GrantState state, GrantEvent event) {
        return Optional.ofNullable(STEPS.getOrDefault(state, Map.of()).get(event));
    }

    /// Who has to act in a state, and by when; empty where a grant has come to its end.
    public static Optional<GrantDuty> duty(GrantState state) {
        return Optional.ofNullable(DUTIES.get(state));
    }

    /// The end of a term of the platform's own that begins now; empty where the policy names the term, or none runs.
    public static Optional<Instant> ownTerm(GrantState state, Instant from, WorkingCalendar calendar) {
        return duty(state)
                .flatMap(duty -> Optional.ofNullable(duty.workingDays()))
                .map(days -> new Deadline(days, DeadlineUnit.WORKING_DAY).dueAfter(from, calendar));
    }

    private static void step(GrantState from, GrantEvent event, GrantState to) {
        STEPS.computeIfAbsent(from, _ -> new EnumMap<>(GrantEvent.class)).put(event, to);
    }
}
