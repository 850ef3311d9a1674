// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.policy.PolicyHeader;
import io.atrium.policy.GrantView;
import io.atrium.policy.domain.GrantState;
import io.atrium.web.text.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When money or quota arrives (何时到账): by the terms of the policy, and by where a grant stands that is on its way.
final class PaidWhen {

    private final Text t;

    PaidWhen(Text t) {
        this.t = t;
    }

    String of(PolicyHeader header, @Nullable GrantView grant) {
        if (grant != null && (grant.state().isOpen() || grant.state() == GrantState.GRANTED)) {
            return of(grant);
        }
        var terms = header.grant();
        if (terms != null && !header.isGrantedByList()) {
            return t.of("policy.when.application");
        }
        return terms == null
                ? t.of("policy.when", header.payment())
                : t.of("policy.when.terms", terms.publicityWorkingDays(), terms.confirmWorkingDays());
    }

    String of(GrantView grant) {
        var due = grant.dueAt();
        return switch (grant.state()) {
            case PUBLICITY -> dated("policy.when.publicity", due);
            case FIRM_CONFIRM -> dated("policy.when.confirm", due);
            case PAYMENT_ORDER -> t.of("policy.when.ordered");
            case GRANTED -> t.of("policy.when.granted");
            case OBJECTION_HELD -> t.of("policy.when.held");
            case ACCOUNT_ABNORMAL -> t.of("policy.when.account");
            case RULE_PUBLISHED, DATA_MATCHED, LIST_CONFIRMED -> t.of("policy.when.listed");
            case CLAWBACK_HEARING, CLAWBACK_REVIEW -> t.of("policy.when.clawback");
            case POOL_EXHAUSTED -> t.of("policy.when.pool");
            case DECLINED, WAIVED_NO_CONFIRM, RETURNED, BUDGET_YEAR_CLOSED, OBJECTION_UPHELD, CLAWBACK ->
                t.of("policy.when.never");
        };
    }

    private String dated(String key, @Nullable Instant due) {
        return due == null ? t.of("policy.when.listed") : t.of(key, due);
    }
}
