// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.check;

import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.decide.Decision;
import io.atrium.engine.decision.policy.Example;

/// An example and what the policy really decides for it.
record ExampleRun(CompiledPolicy policy, Example example, Decision decision) {

    static ExampleRun of(CompiledPolicy policy, Example example) {
        return new ExampleRun(policy, example, policy.decide(example.facts(), example.asOf()));
    }

    boolean hasAllFacts() {
        return example.facts().keys().containsAll(policy.factsAsked().keySet());
    }
}
