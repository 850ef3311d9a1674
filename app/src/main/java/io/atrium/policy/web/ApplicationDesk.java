// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.ApplicationAdvice;
import io.atrium.policy.ApplicationComment;
import io.atrium.policy.ApplicationFilter;
import io.atrium.policy.ApplicationReviews;
import io.atrium.policy.ApplicationView;
import io.atrium.policy.Applications;
import io.atrium.policy.GrantLists.Part;
import io.atrium.policy.Policies;
import io.atrium.policy.domain.ApplicationState;
import io.atrium.web.component.Due;
import io.atrium.web.component.Tile;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.desk.DeskSource;
import io.atrium.web.text.Figure;
import io.atrium.web.text.Text;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Applications on the home page: drafts to go on with, advice to answer, cases that wait for the department.
@Component
class ApplicationDesk implements DeskSource {

    private static final int SHOWN_MAX = 20;
    private static final Set<ApplicationState> OF_DEPARTMENT = EnumSet.of(
            ApplicationState.SUBMITTED,
            ApplicationState.ACCEPTED_FOR_REVIEW,
            ApplicationState.REVIEW,
            ApplicationState.SECOND_APPROVAL,
            ApplicationState.APPROVED);

    private final Applications applications;
    private final ApplicationReviews reviews;
    private final ApplicationAdvice advice;
    private final Policies policies;
    private final FactCatalogue catalogue;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    ApplicationDesk(
            Applications applications,
            ApplicationReviews reviews,
            ApplicationAdvice advice,
            Policies policies,
            FactCatalogue catalogue,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.applications = applications;
        this.reviews = reviews;
        this.advice = advice;
        this.policies = policies;
        this.catalogue = catalogue;
        this.clock = clock;
        this.calendar = calendar;
    }

    @Override
    public int order() {
        return 11;
    }

    @Override
    public List<DeskItem> items(Actor actor, Text t) {
        if (actor.may(Permission.DECIDE_APPLICATION)) {
            return reviews.waiting(actor, OF_DEPARTMENT, SHOWN_MAX).stream()
                    .filter(application -> !isFirstApprover(actor, application))
                    .map(application -> item(application, "department", t))
                    .toList();
        }
        if (actor.may(Permission.COACH_APPLICATION)) {
            var withFirm = EnumSet.of(ApplicationState.DRAFT, ApplicationState.RETURNED_FOR_COMPLETION);
            var shared = new ApplicationFilter(withFirm, null, null, null);
            return applications.page(actor, shared, "", new Part(0, SHOWN_MAX)).stream()
                    .filter(application -> advice.list(actor, application).isEmpty())
                    .map(application -> item(application, "steward", t))
                    .toList();
        }
        return actor.may(Permission.APPLY_FOR_BENEFIT) ? ofFirm(actor, t) : List.of();
    }

    private static boolean isFirstApprover(Actor actor, ApplicationView application) {
        var first = application.ruling().first();
        return application.state() == ApplicationState.SECOND_APPROVAL
                && first != null
                && first.person().equals(actor.person());
    }

    private List<DeskItem> ofFirm(Actor actor, Text t) {
        return applications.ofFirm(actor, actor.organisation()).stream()
                .filter(application -> application.state().isWithFirm())
                .flatMap(application ->
                        Stream.concat(Stream.of(item(application, "firm", t)), adviceOn(actor, application, t)))
                .toList();
    }

    private Stream<DeskItem> adviceOn(Actor actor, ApplicationView application, Text t) {
        var open = advice.list(actor, application).stream()
                .filter(ApplicationComment::isOpen)
                .count();
        return open == 0
                ? Stream.of()
                : Stream.of(new DeskItem(
                        t.of("policy.application.desk.advice", title(application, t), open),
                        t.of("policy.application.desk.advice.action"),
                        "/applications/" + application.id(),
                        null));
    }

    private DeskItem item(ApplicationView application, String reader, Text t) {
        var key =
                "policy.application.desk." + reader + "." + application.state().name();
        return new DeskItem(
                t.of(key, title(application, t), application.firmName(t.lang())),
                t.of(key + ".action"),
                reader.equals("firm")
                        ? ApplicationCourse.FACTS.href(application.id())
                        : "/applications/" + application.id(),
                due(application));
    }

    private String title(ApplicationView application, Text t) {
        return new ApplicationWords(t, catalogue)
                .title(policies.find(application.policy(), application.version())
                        .orElseThrow());
    }

    private @Nullable Due due(ApplicationView application) {
        var at = application.dueAt();
        return at == null ? null : Due.of(at, clock.instant(), calendar);
    }

    /// What a firm handed in and now waits for.
    @Override
    public List<DeskItem> ahead(Actor actor, Text t) {
        return !actor.may(Permission.APPLY_FOR_BENEFIT)
                ? List.of()
                : applications.ofFirm(actor, actor.organisation()).stream()
                        .filter(application -> OF_DEPARTMENT.contains(application.state()))
                        .map(application -> new DeskItem(
                                t.of("policy.application.desk.waiting", title(application, t)),
                                t.of("policy.application.desk.waiting.action"),
                                "/applications/" + application.id(),
                                due(application)))
                        .toList();
    }

    @Override
    public List<Tile> tiles(Actor actor, Text t) {
        if (!actor.may(Permission.DECIDE_APPLICATION)) {
            return List.of();
        }
        var open = new ApplicationFilter(ApplicationFilter.states(ApplicationFilter.OPEN), null, null, null);
        var figure = new Figure(t.number(applications.count(actor, open)), t.of("policy.application.desk.unit"));
        return List.of(
                Tile.of(t.of("policy.application.desk.open"), figure, "/applications?state=" + ApplicationFilter.OPEN));
    }
}
