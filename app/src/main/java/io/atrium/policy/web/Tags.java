// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.policy.GrantMode;
import io.atrium.engine.decision.policy.PolicyStatus;
import io.atrium.policy.domain.GrantState;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;

/// States in words with their tone.
final class Tags {

    private Tags() {}

    static Tag of(Outcome outcome) {
        var tone = switch (outcome) {
            case ENTITLED -> Tone.GOOD;
            case CEILING, REVIEW -> Tone.INFO;
            case UNKNOWN -> Tone.WAIT;
            case NOT_YET, NOT_IN_FORCE -> Tone.PLAIN;
        };
        return new Tag(tone, "policy.outcome." + outcome.name());
    }

    static Tag of(PolicyStatus status) {
        var tone = switch (status) {
            case IN_FORCE -> Tone.GOOD;
            case DEMO -> Tone.INFO;
            case DRAFT, SECONDARY_ONLY -> Tone.WAIT;
            case EXPIRED, SUPERSEDED -> Tone.PLAIN;
        };
        return new Tag(tone, "policy.status." + status.name());
    }

    static Tag of(GrantMode mode) {
        return new Tag(mode == GrantMode.APPLY ? Tone.PLAIN : Tone.INFO, "policy.mode." + mode.name());
    }

    static Tag of(GrantState state) {
        return new Tag(tone(state), "policy.grant.state." + state.name());
    }

    static Tone tone(GrantState state) {
        return switch (state) {
            case GRANTED -> Tone.GOOD;
            case FIRM_CONFIRM, OBJECTION_HELD, ACCOUNT_ABNORMAL, CLAWBACK_HEARING, CLAWBACK_REVIEW -> Tone.WAIT;
            case RULE_PUBLISHED, DATA_MATCHED, LIST_CONFIRMED, PUBLICITY, PAYMENT_ORDER -> Tone.INFO;
            case DECLINED, WAIVED_NO_CONFIRM, RETURNED, BUDGET_YEAR_CLOSED, POOL_EXHAUSTED -> Tone.PLAIN;
            case OBJECTION_UPHELD, CLAWBACK -> Tone.BAD;
        };
    }
}
