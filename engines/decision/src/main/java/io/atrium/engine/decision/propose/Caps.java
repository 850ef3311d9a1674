// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.propose;

import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.policy.AmountRule;
import io.atrium.engine.decision.policy.AmountRule.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The cap of an amount as a boundary of what is capped.
final class Caps {

    private Caps() {}

    static Stream<Boundary> of(CompiledPolicy policy, List<Firm> starts) {
        var capped = step(policy, Role.PRODUCT).or(() -> step(policy, Role.BASE));
        var cap = step(policy, Role.CAP);
        if (capped.isEmpty() || cap.isEmpty()) {
            return Stream.of();
        }
        return starts.stream()
                .flatMap(firm ->
                        policy.valueOf(firm.facts(), firm.day(), cap.get().decision()).stream())
                .flatMap(text -> FactType.NUMBER.parse(text).stream())
                .distinct()
                .map(value -> new Boundary(capped.get().decision(), value));
    }

    private static Optional<AmountRule.Step> step(CompiledPolicy policy, Role role) {
        return policy.policy().amount().steps().stream()
                .filter(step -> step.role() == role)
                .findFirst();
    }
}
