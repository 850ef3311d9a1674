// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.decide.Outcome;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.ApplicationStepView;
import io.atrium.policy.ApplicationView;
import io.atrium.policy.Applications;
import io.atrium.policy.Entitlement;
import io.atrium.policy.Entitlements;
import io.atrium.policy.GrantStepView;
import io.atrium.policy.GrantView;
import io.atrium.policy.Grants;
import io.atrium.web.component.TimelineEntry;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import io.atrium.web.timeline.TimelineItem;
import io.atrium.web.timeline.TimelineKind;
import io.atrium.web.timeline.TimelineSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What policies decided for a firm, and how its grants moved. Answers of texts that are not in force are left out.
@Component
class PolicyTimeline implements TimelineSource {

    private final Entitlements entitlements;
    private final Grants grants;
    private final Applications applications;

    PolicyTimeline(Entitlements entitlements, Grants grants, Applications applications) {
        this.entitlements = entitlements;
        this.grants = grants;
        this.applications = applications;
    }

    @Override
    public Set<TimelineKind> kinds() {
        return EnumSet.of(TimelineKind.DECISION, TimelineKind.GRANT);
    }

    @Override
    public List<TimelineItem> entries(Actor actor, OrgId firm, Text t, int limit) {
        var scope = actor.scope(Permission.READ_ENTITLEMENT);
        if (!scope.sees(firm)) {
            return List.of();
        }
        var base = actor.organisation().equals(firm) ? "/entitlements/" : "/companies/" + firm + "/entitlements/";
        var decisions = entitlements.recent(scope, firm, limit).stream()
                .filter(answer -> answer.stored().decision().outcome() != Outcome.NOT_IN_FORCE)
                .map(answer -> decided(answer, base, t));
        var moves = grants.list(scope, firm).stream()
                .flatMap(grant -> grants.steps(grant.id()).stream().map(step -> moved(grant, step, t)));
        var applied = applications.ofFirm(actor, firm).stream()
                .flatMap(application ->
                        applications.steps(application.id()).stream().map(step -> applied(application, step, t)));
        return Stream.of(decisions, moves, applied)
                .flatMap(items -> items)
                .sorted(TimelineItem.NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    private static TimelineItem decided(Entitlement answer, String base, Text t) {
        var title = answer.policy().header().title();
        var decision = answer.stored().decision();
        var what = t.of(
                "policy.timeline.decided",
                t.lang() == Lang.ZH ? title.zh() : title.en(),
                t.of("policy.outcome", decision.outcome()));
        var entry = TimelineEntry.of(answer.stored().factsKnownAt(), what)
                .toned(decision.outcome() == Outcome.ENTITLED ? Tone.GOOD : Tone.PLAIN)
                .linked(base + answer.policy().id());
        return new TimelineItem(TimelineKind.DECISION, entry);
    }

    private static TimelineItem applied(ApplicationView application, ApplicationStepView step, Text t) {
        var name = application.number() == null ? t.of("policy.application.unnumbered") : application.number();
        var what = t.of("policy.application.timeline", name, t.of("policy.application.event", step.event()));
        var entry = TimelineEntry.of(step.at(), what)
                .toned(ApplicationWords.tone(step.state()))
                .linked("/applications/" + application.id());
        return new TimelineItem(TimelineKind.GRANT, entry);
    }

    private static TimelineItem moved(GrantView grant, GrantStepView step, Text t) {
        var what = t.of("policy.timeline.moved", grant.amount(), t.of("policy.grant.state", step.state()));
        var entry = TimelineEntry.of(step.at(), what).toned(Tone.INFO).linked("/grants/" + grant.id());
        return new TimelineItem(TimelineKind.GRANT, entry);
    }
}
