// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.api;

import io.atrium.engine.decision.policy.BenefitKind;
import io.atrium.engine.decision.policy.Clause;
import io.atrium.engine.decision.policy.GrantMode;
import io.atrium.engine.decision.policy.LocalText;
import io.atrium.engine.decision.policy.PaymentMode;
import io.atrium.engine.decision.policy.PolicyStatus;
import io.atrium.engine.decision.policy.SourceDocument;
import io.atrium.policy.PolicyVersionView;
import io.atrium.policy.PublishedPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A policy as the API shows it.
///
/// @param clauses as far as their text was seen; `cut_off` marks those that go on
/// @param factsAsked the facts of a firm that it rests on
record PolicyJson(
        String id,
        String version,
        PolicyStatus status,
        LocalText title,
        LocalText benefit,
        BenefitKind benefitKind,
        LocalText issuer,
        SourceDocument document,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        GrantMode mode,
        PaymentMode payment,
        List<LocalText> assumptions,
        List<ClauseJson> clauses,
        List<String> factsAsked,
        List<VersionJson> versions) {

    record ClauseJson(
            String id, LocalText heading, @Nullable String text, boolean cutOff) {}

    record VersionJson(String version, String fingerprint, Instant publishedAt, boolean current) {}

    static PolicyJson of(PublishedPolicy policy, List<PolicyVersionView> versions) {
        var header = policy.header();
        return new PolicyJson(
                policy.id().value(),
                policy.version(),
                header.status(),
                header.title(),
                header.benefit(),
                header.benefitKind(),
                header.issuer(),
                header.document(),
                header.period().from(),
                header.period().to(),
                header.mode(),
                header.payment(),
                header.assumptions(),
                policy.content().clauses().stream().map(PolicyJson::clause).toList(),
                List.copyOf(policy.compiled().factsAsked().keySet()),
                versions.stream().map(PolicyJson::version).toList());
    }

    private static ClauseJson clause(Clause clause) {
        return new ClauseJson(clause.id(), clause.heading(), clause.text(), clause.isCutOff());
    }

    private static VersionJson version(PolicyVersionView view) {
        return new VersionJson(view.version(), view.fingerprint(), view.publishedAt(), view.isCurrent());
    }
}
