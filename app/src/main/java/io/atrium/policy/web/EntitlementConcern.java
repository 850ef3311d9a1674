// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.Entitlement;
import io.atrium.policy.Entitlements;
import io.atrium.policy.PolicyId;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Reason;
import io.atrium.web.concern.Concern;
import io.atrium.web.concern.ConcernSource;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What a policy came to for a firm, for an appeal against it: each condition with its clause and the facts used.
@Component
class EntitlementConcern implements ConcernSource {

    private static final Pattern PATH =
            Pattern.compile("(?:/companies/(org_[a-z0-9]{1,40}))?/entitlements/([a-z0-9-]{1,80})");
    private static final int LINES_MAX = 20;

    private final Entitlements entitlements;
    private final FactCatalogue catalogue;

    EntitlementConcern(Entitlements entitlements, FactCatalogue catalogue) {
        this.entitlements = entitlements;
        this.catalogue = catalogue;
    }

    @Override
    public Optional<Concern> find(Actor actor, String path, Text t) {
        var match = PATH.matcher(path);
        if (!match.matches()) {
            return Optional.empty();
        }
        var firm = match.group(1) == null ? actor.organisation() : new OrgId(match.group(1));
        return entitlements
                .find(actor.scope(Permission.READ_ENTITLEMENT), firm, new PolicyId(match.group(2)))
                .map(found -> concern(found, t));
    }

    private Concern concern(Entitlement found, Text t) {
        var words = new PolicyWords(t, catalogue);
        var reasons = new Reasons(words, found.policy().content())
                .of(found.stored().decision().conditions()).stream();
        var lines = Stream.concat(
                Stream.of(t.of(
                        "policy.concern.outcome",
                        t.of(Tags.of(found.stored().decision().outcome()).key()))),
                reasons.flatMap(EntitlementConcern::leaves).map(leaf -> line(leaf, t)));
        return new Concern(
                t.of("policy.concern.title", words.of(found.policy().header().title())),
                lines.limit(LINES_MAX).toList(),
                "POLICY");
    }

    private static Stream<Reason> leaves(Reason reason) {
        return reason.children().isEmpty()
                ? Stream.of(reason)
                : reason.children().stream().flatMap(EntitlementConcern::leaves);
    }

    private static String line(Reason leaf, Text t) {
        var line =
                new StringBuilder(t.of("policy.concern.reason", leaf.verdict().sign(), leaf.text()));
        var basis = leaf.basis();
        if (basis != null) {
            var clause = basis.clause();
            line.append(clause == null ? "" : t.of("policy.concern.clause", clause));
            List<Fact> facts = basis.facts();
            facts.forEach(fact -> line.append(t.of("policy.concern.fact", fact.label(), fact.value())));
        }
        return line.toString();
    }
}
