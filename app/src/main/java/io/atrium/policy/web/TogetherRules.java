// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.policy.Together;
import io.atrium.kernel.Fen;
import io.atrium.policy.PublishedPolicy;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says how a policy goes together with others, as its package declares it.
final class TogetherRules {

    private final PolicyWords words;
    private final Text t;
    private final List<PublishedPolicy> policies;

    TogetherRules(PolicyWords words, List<PublishedPolicy> policies) {
        this.words = words;
        this.t = words.t();
        this.policies = policies;
    }

    List<String> lines(PublishedPolicy policy) {
        var lines = new ArrayList<String>();
        var reasons = new Reasons(words, policy.content());
        for (var exclusion : policy.header().excludes()) {
            var other = title(exclusion.policy());
            lines.add(t.of("policy.rule.not-both", other, reasons.clauseName(exclusion.clause())));
        }
        lines.addAll(bindings(policy, reasons));
        Optional.ofNullable(policy.header().keptFor()).ifPresent(kept -> {
            var who = words.factName(kept.fact());
            lines.add(t.of("policy.rule.kept", who, t.date(kept.until()), reasons.clauseName(kept.clause())));
        });
        return lines;
    }

    private List<String> bindings(PublishedPolicy policy, Reasons reasons) {
        var rules = policy.header().together();
        var lines = new ArrayList<String>();
        for (var group : rules.takeHigher()) {
            var others = titles(mates(policy, group.name()));
            lines.add(t.of("policy.rule.higher", others, reasons.clauseName(group.clause())));
        }
        for (var cap : rules.caps()) {
            lines.add(t.of("policy.rule.cap", new Fen(cap.fen()), reasons.clauseName(cap.clause())));
        }
        rules.paidFrom().ifPresent(pool -> {
            var amount = new Fen(pool.fen());
            lines.add(t.of("policy.rule.pool." + pool.order(), amount, reasons.clauseName(pool.clause())));
        });
        if (rules.order() < Together.LAST) {
            lines.add(t.of("policy.rule.order", rules.order()));
        }
        return lines;
    }

    private Stream<PublishedPolicy> mates(PublishedPolicy policy, String group) {
        return policies.stream()
                .filter(other -> !other.id().equals(policy.id()))
                .filter(other -> other.header().together().takeHigher().stream()
                        .anyMatch(own -> own.name().equals(group)));
    }

    private String titles(Stream<PublishedPolicy> found) {
        return found.map(policy -> words.of(policy.header().title())).collect(Collectors.joining(t.of("policy.comma")));
    }

    private String title(String policy) {
        return policies.stream()
                .filter(found -> found.id().value().equals(policy))
                .map(found -> words.of(found.header().title()))
                .findFirst()
                .orElse(policy);
    }
}
