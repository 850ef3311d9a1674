// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.decide.AmountResult;
import io.atrium.engine.decision.decide.Decision;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.together.Claim;
import io.atrium.engine.decision.together.Combination;
import io.atrium.engine.decision.together.Combine;
import io.atrium.engine.decision.together.Situation;
import io.atrium.kernel.Fen;
import io.atrium.policy.Entitlement;
import io.atrium.policy.PolicyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the policies of one firm come to together (组合结果): its answers, and what it has had of each this year.
record FirmTogether(List<Entitlement> entitlements, Map<PolicyId, Fen> had) {

    Combination best() {
        return Combine.best(situation());
    }

    /// The best that can be had without one of them.
    Combination without(String policy) {
        return Combine.best(situation().without(policy));
    }

    /// One answer by itself, as an earlier one is shown.
    FirmTogether only(Entitlement shown) {
        return new FirmTogether(List.of(shown), had);
    }

    Optional<Entitlement> find(String policy) {
        return entitlements.stream()
                .filter(found -> found.policy().id().value().equals(policy))
                .findFirst();
    }

    Fen had(PolicyId policy) {
        return had.getOrDefault(policy, Fen.ZERO);
    }

    private Situation situation() {
        return new Situation(
                entitlements.stream()
                        .map(this::claim)
                        .filter(claim -> claim.fen() > 0 || claim.hadFen() > 0)
                        .toList(),
                Map.of());
    }

    private Claim claim(Entitlement found) {
        return Claim.of(
                found.policy().header(),
                fen(found.stored().decision()),
                had(found.policy().id()).value());
    }

    private static long fen(Decision decision) {
        var isOpen = decision.outcome() == Outcome.ENTITLED || decision.outcome() == Outcome.CEILING;
        return isOpen
                ? Optional.ofNullable(decision.amount())
                        .map(AmountResult::amountFen)
                        .orElse(0L)
                : 0;
    }
}
