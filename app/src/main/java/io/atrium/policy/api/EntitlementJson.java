// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.api;

import io.atrium.engine.decision.decide.Decision;
import io.atrium.engine.decision.decide.DecisionNote;
import io.atrium.engine.decision.decide.NearestChange;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.policy.GrantMode;
import io.atrium.engine.decision.policy.LocalText;
import io.atrium.engine.decision.policy.SourceDocument;
import io.atrium.kernel.Fen;
import io.atrium.policy.Entitlement;
import io.atrium.policy.PolicyId;
import io.atrium.policy.domain.EntitlementGroup;
import io.atrium.web.api.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a policy comes to for a firm.
///
/// @param amount the exact amount, or the ceiling when `outcome` is `CEILING`
/// @param explain where the whole explanation is
record EntitlementJson(
        String decision,
        String firm,
        String policy,
        String version,
        LocalText title,
        LocalText benefit,
        LocalText issuer,
        SourceDocument document,
        GrantMode mode,
        EntitlementGroup group,
        Outcome outcome,
        @Nullable MoneyJson amount,
        List<DecisionNote> notes,
        List<String> missingFacts,
        List<NearestChange> nearest,
        LocalDate asOf,
        Instant factsKnownAt,
        String explain) {

    /// The whole explanation, from the conditions down to facts and steps of the amount.
    record Explained(String decision, String firm, Instant factsKnownAt, String cause, Decision explanation) {}

    static EntitlementJson of(Entitlement entitlement) {
        var stored = entitlement.stored();
        var decided = stored.decision();
        var header = entitlement.policy().header();
        return new EntitlementJson(
                stored.id().value(),
                stored.firm().value(),
                decided.policy(),
                decided.version(),
                header.title(),
                header.benefit(),
                header.issuer(),
                header.document(),
                header.mode(),
                entitlement.group(),
                decided.outcome(),
                amount(decided),
                decided.notes(),
                decided.missingFacts(),
                decided.nearest(),
                decided.asOf(),
                stored.factsKnownAt(),
                explainPath(stored.policy()) + "?firm=" + stored.firm());
    }

    private static String explainPath(PolicyId policy) {
        return "/api/v1/entitlements/" + policy + "/explain";
    }

    private static @Nullable MoneyJson amount(Decision decided) {
        var amount = decided.amount();
        return amount == null
                ? null
                : amount.yuan().map(yuan -> MoneyJson.of(Fen.ofYuan(yuan))).orElse(null);
    }
}
