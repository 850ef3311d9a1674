// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.policy.PolicyHeader;
import io.atrium.engine.decision.policy.PolicyPackage;
import java.time.Instant;
import java.util.Set;

/// One published version of a policy, ready to decide.
public record PublishedPolicy(PolicyId id, String version, Instant publishedAt, CompiledPolicy compiled) {

    public PolicyPackage content() {
        return compiled.policy();
    }

    public PolicyHeader header() {
        return content().header();
    }

    /// Whether another value of one of these facts could change an answer.
    public boolean reads(Set<String> facts) {
        return compiled.factsAsked().keySet().stream().anyMatch(facts::contains);
    }
}
