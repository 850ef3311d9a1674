// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.check;

import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.decide.Decision;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.engine.decision.policy.Example;
import java.util.Optional;

/// An example and what the policy really decides for it.
public record ExampleRun(CompiledPolicy policy, Example example, Decision decision) {

    public static ExampleRun of(CompiledPolicy policy, Example example) {
        return new ExampleRun(policy, example, policy.decide(example.facts(), example.asOf()));
    }

    /// The value that an input or a computed figure has here.
    public Optional<FactValue> value(String subject, FactType type) {
        return policy.valueOf(example.facts(), example.asOf(), subject).flatMap(type::parse);
    }

    boolean hasAllFacts() {
        return example.facts().keys().containsAll(policy.factsAsked().keySet());
    }
}
