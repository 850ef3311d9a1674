// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.policy.ClawbackView;
import io.atrium.policy.PayeeReport;
import io.atrium.policy.domain.GrantState;
import io.atrium.voucher.VoucherView;
import io.atrium.web.component.Fact;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands beside the straight way of a grant: the firm's account, and why it should be taken back.
///
/// @param recalled the voucher of a grant that was taken back
record GrantAside(
        @Nullable PayeeReport payee,
        @Nullable ClawbackView clawback,
        @Nullable VoucherView recalled) {

    List<Fact> facts(GrantState state, Text t) {
        var facts = new ArrayList<Fact>();
        if (payee != null && !payee.condition().canBePaid()) {
            facts.add(Fact.of(
                    t.of("policy.payee"),
                    t.of(
                            "policy.payee.recorded",
                            t.of("policy.payee.condition", payee.condition()),
                            payee.reason(),
                            payee.at())));
        }
        if (clawback != null && isClawback(state)) {
            facts.add(Fact.of(t.of("policy.clawback.clause"), clawback.clause()));
            facts.add(Fact.of(t.of("policy.clawback.reason"), clawback.reason()));
        }
        if (recalled != null) {
            var spent = recalled.paid().plus(recalled.held());
            facts.add(Fact.of(
                    t.of("policy.clawback.returned"), t.money(recalled.amount().minus(spent))));
            facts.add(Fact.of(t.of("policy.clawback.claimed"), t.money(recalled.paid())));
        }
        return facts;
    }

    private static boolean isClawback(GrantState state) {
        return state == GrantState.CLAWBACK_HEARING
                || state == GrantState.CLAWBACK_REVIEW
                || state == GrantState.CLAWBACK;
    }
}
