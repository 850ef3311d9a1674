// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.engine.decision.policy.BenefitKind;
import io.atrium.identity.OrganisationView;
import io.atrium.identity.Organisations;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.ApplicationAdvice;
import io.atrium.policy.ApplicationCheck;
import io.atrium.policy.ApplicationId;
import io.atrium.policy.ApplicationReviews;
import io.atrium.policy.ApplicationStepView;
import io.atrium.policy.ApplicationView;
import io.atrium.policy.Applications;
import io.atrium.policy.PolicySettings;
import io.atrium.policy.domain.ApplicationEvent;
import io.atrium.policy.domain.ApplicationState;
import io.atrium.policy.domain.ApplicationTerms;
import io.atrium.web.Crumb;
import io.atrium.web.PageView;
import io.atrium.web.component.Due;
import io.atrium.web.component.Fact;
import io.atrium.web.component.TimelineEntry;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the page of one application together, for whoever may see it.
@Component
class ApplicationPageMaker {

    private static final String SYSTEM = "policy";

    private final Applications applications;
    private final ApplicationAdvice advice;
    private final ApplicationCourseViews course;
    private final Organisations organisations;
    private final FactCatalogue catalogue;
    private final PolicySettings settings;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    ApplicationPageMaker(
            Applications applications,
            ApplicationAdvice advice,
            ApplicationCourseViews course,
            Organisations organisations,
            FactCatalogue catalogue,
            PolicySettings settings,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.applications = applications;
        this.advice = advice;
        this.course = course;
        this.organisations = organisations;
        this.catalogue = catalogue;
        this.settings = settings;
        this.clock = clock;
        this.calendar = calendar;
    }

    ApplicationView find(Actor actor, ApplicationId application) {
        return applications.find(actor, application).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    PageView page(Actor actor, ApplicationView application, Text t, ApplicationForms forms) {
        var title = title(application, t);
        return PageView.of(
                        "policy/application",
                        "policy.application.show.title",
                        record(actor, application, t, forms),
                        title)
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("policy.application.list.title", "/applications"));
    }

    String title(ApplicationView application, Text t) {
        return words(t).title(applications.check(application).policy());
    }

    ApplicationWords words(Text t) {
        return new ApplicationWords(t, catalogue);
    }

    ApplicationPage record(Actor actor, ApplicationView application, Text t, ApplicationForms forms) {
        var check = applications.check(application);
        var words = words(t);
        var kept = applications.kept(application.id());
        var reasons = new Reasons(words.policy(), check.policy().content());
        var isOwn = actor.organisation().equals(application.firm());
        return new ApplicationPage(
                words.policy().of(check.policy().header().benefit()),
                ApplicationWords.tag(application.state()),
                words.steps(application.state()),
                words.next(application, due(application)),
                term(application, check, t),
                about(application, check, t, words),
                ruling(actor, application, check, t, words),
                fulfilment(application, check, t),
                forms.doors(actor, application, check, t),
                stuck(actor, application, check, t),
                forms.accept(actor, application, check),
                forms.share(actor, application),
                isOwn && (application.sharedAt() != null || application.state().isWithFirm())
                        ? t.of(
                                application.sharedAt() == null
                                        ? "policy.application.share.lead"
                                        : "policy.application.shared.lead")
                        : null,
                applications.defects(application.id()).stream()
                        .map(defect -> new ApplicationPage.Lack(
                                words.item(check.policy(), defect.item()), defect.text(), defect.answer()))
                        .toList(),
                advice.list(actor, application).stream()
                        .map(comment -> forms.advice(
                                actor, application, comment, words.item(check.policy(), comment.item()), t))
                        .toList(),
                forms.comment(actor, application, check, words),
                t.of(kept.isPresent() ? "policy.application.decision.kept" : "policy.application.decision.now"),
                reasons.of(kept.orElse(check.decision()).conditions()),
                course.papers(application, check, words, t),
                application.statement(),
                applications.steps(application.id()).stream()
                        .map(step -> entry(step, t))
                        .toList(),
                forms.sheet(actor, application));
    }

    @Nullable
    Due due(ApplicationView application) {
        var at = application.dueAt();
        return at == null ? null : Due.of(at, clock.instant(), calendar);
    }

    /// Why an officer is not offered to approve, where the rules say no.
    private static @Nullable String stuck(Actor actor, ApplicationView application, ApplicationCheck check, Text t) {
        var isUnderReview = application.state() != ApplicationState.SUBMITTED
                && ApplicationForms.isPossible(application, ApplicationEvent.REJECTED);
        return ApplicationForms.isOfficer(actor, application)
                        && isUnderReview
                        && !ApplicationReviews.isApprovable(check)
                ? t.of(
                        "policy.application.stuck",
                        t.of("policy.outcome", check.decision().outcome()))
                : null;
    }

    /// How long the present state may last, and whether a text says so or the platform assumes it.
    private @Nullable String term(ApplicationView application, ApplicationCheck check, Text t) {
        var mode = check.policy().header().mode();
        return settings.applicationTerms()
                .of(application.state(), mode)
                .map(days -> t.of(
                        ApplicationTerms.isSourced(application.state(), mode)
                                ? "policy.application.term.sourced." + mode.name()
                                : "policy.application.term.assumed",
                        days))
                .orElse(null);
    }

    private List<Fact> about(ApplicationView application, ApplicationCheck check, Text t, ApplicationWords words) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(t.of("policy.application.number"), words.name(application)));
        facts.add(Fact.of(t.of("policy.grant.firm"), application.firmName(t.lang())));
        facts.add(Fact.of(t.of("policy.grant-list.policy"), words.title(check.policy()))
                .linked("/policies/" + application.policy()));
        facts.add(Fact.of(t.of("policy.application.version"), application.version()));
        facts.add(Fact.of(t.of("policy.application.department"), department(application, t)));
        facts.add(Fact.of(
                t.of("policy.application.submitted"),
                application.submittedAt() == null
                        ? t.of("policy.application.submitted.not")
                        : t.dateTime(application.submittedAt())));
        return facts;
    }

    String department(ApplicationView application, Text t) {
        return organisations
                .find(application.department())
                .map(found -> name(found, t))
                .orElse(application.department().value());
    }

    private static String name(OrganisationView found, Text t) {
        return t.lang() == Lang.EN ? found.nameEn() : found.nameZh();
    }

    private List<Fact> ruling(
            Actor actor, ApplicationView application, ApplicationCheck check, Text t, ApplicationWords words) {
        var ruling = application.ruling();
        var facts = new ArrayList<Fact>();
        add(facts, "policy.application.ceiling", ruling.ceiling(), t);
        add(facts, "policy.application.amount", ruling.amount(), t);
        if (ruling.clause() != null) {
            var clause = new Reasons(words.policy(), check.policy().content()).clauseName(ruling.clause());
            facts.add(Fact.of(t.of("policy.application.clause"), clause));
        }
        if (ruling.reason() != null) {
            facts.add(Fact.of(t.of("policy.application.reason"), ruling.reason()));
        }
        if (ruling.first() != null) {
            facts.add(Fact.of(t.of("policy.application.first"), ruling.first().name()));
        }
        if (ruling.voucher() != null) {
            var voucher = Fact.of(t.of("policy.grant.voucher"), ruling.voucher());
            facts.add(
                    actor.scope(Permission.READ_VOUCHER).sees(application.firm())
                            ? voucher.linked("/vouchers/" + ruling.voucher())
                            : voucher);
        }
        if (ruling.fulfilledOn() != null) {
            facts.add(Fact.of(t.of("policy.application.fulfilled-on"), t.date(ruling.fulfilledOn())));
        }
        add(facts, "policy.application.fulfilled", ruling.fulfilled(), t);
        return facts;
    }

    private static void add(List<Fact> facts, String key, @Nullable Fen amount, Text t) {
        if (amount != null) {
            facts.add(Fact.of(t.of(key), t.money(amount)));
        }
    }

    /// Who pays, and that Atrium only keeps what the department tells.
    private @Nullable String fulfilment(ApplicationView application, ApplicationCheck check, Text t) {
        if (application.state() != ApplicationState.APPROVED && application.state() != ApplicationState.FULFILLED) {
            return null;
        }
        var header = check.policy().header();
        if (header.grant() != null) {
            return t.of("policy.application.fulfilment.voucher");
        }
        return t.of(
                header.benefitKind() == BenefitKind.TITLE
                        ? "policy.application.fulfilment.title"
                        : "policy.application.fulfilment.outside",
                department(application, t));
    }

    private TimelineEntry entry(ApplicationStepView step, Text t) {
        var event = t.of("policy.application.event", step.event());
        var what = step.note() == null ? event : t.of("policy.grant.note", event, step.note());
        return TimelineEntry.of(step.at(), what)
                .by(step.by().equals(SYSTEM) ? t.of("policy.grant.by-system") : step.by())
                .toned(ApplicationWords.tone(step.state()));
    }
}
