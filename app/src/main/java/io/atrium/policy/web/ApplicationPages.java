// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.engine.decision.policy.BenefitKind;
import io.atrium.files.pdf.OfficialSheets;
import io.atrium.files.pdf.SheetDraft;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.ApplicationCheck;
import io.atrium.policy.ApplicationId;
import io.atrium.policy.ApplicationOutcome;
import io.atrium.policy.ApplicationView;
import io.atrium.policy.Applications;
import io.atrium.policy.ApplyForBenefit;
import io.atrium.policy.PolicyId;
import io.atrium.policy.PolicyRefusal;
import io.atrium.policy.PolicySettings;
import io.atrium.policy.domain.PreCheck;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/applications/{id}`: the start page, the record for everybody who may see it, what the firm does outside the form.
@Controller
class ApplicationPages {

    private final Applications applications;
    private final ApplicationPageMaker pages;
    private final ApplicationFacts facts;
    private final PolicySettings settings;
    private final FactCatalogue catalogue;
    private final OfficialSheets sheets;
    private final RequestKeys keys;

    ApplicationPages(
            Applications applications,
            ApplicationPageMaker pages,
            ApplicationFacts facts,
            PolicySettings settings,
            FactCatalogue catalogue,
            OfficialSheets sheets,
            RequestKeys keys) {
        this.applications = applications;
        this.pages = pages;
        this.facts = facts;
        this.settings = settings;
        this.catalogue = catalogue;
        this.sheets = sheets;
        this.keys = keys;
    }

    @GetMapping("/applications/new")
    PageView start(Actor actor, @RequestParam PolicyId policy, Text t) {
        actor.require(Permission.APPLY_FOR_BENEFIT);
        return start(actor, policy, start(policy), t);
    }

    private Form start(PolicyId policy) {
        return Form.to("/applications", "policy.application.start.submit", Field.hidden("policy", policy.value()))
                .keyed(keys.fresh());
    }

    private PageView start(Actor actor, PolicyId policy, Form form, Text t) {
        var check = applications.check(actor, policy).orElseThrow(ApplicationPages::notFound);
        var words = pages.words(t);
        return PageView.of(
                        "policy/application-start",
                        "policy.application.start.title",
                        start(actor, check, form, t),
                        words.title(check.policy()))
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("policy.entitlements.own", "/entitlements"),
                        Crumb.of("policy.entitlement.title", "/entitlements/" + policy, words.title(check.policy())));
    }

    private ApplicationStartPage start(Actor actor, ApplicationCheck check, Form form, Text t) {
        var words = pages.words(t);
        var open = applications.ofFirm(actor, actor.organisation()).stream()
                .filter(found -> found.policy().equals(check.policy().id()))
                .filter(found -> found.state().isOpen())
                .map(found -> "/applications/" + found.id())
                .findFirst()
                .orElse(null);
        var blocked = applications.isTaken(check.policy()) ? null : t.of("policy.application.start.blocked");
        return new ApplicationStartPage(
                words.policy().of(check.policy().header().benefit()),
                verdict(check, t),
                terms(check, t),
                new PolicyViews(words.policy()).conditions(check.policy()),
                t.of("policy.application.start.known", facts.known(check, t).size()),
                facts.askable(check).stream()
                        .map(fact -> words.policy().factName(fact.key()))
                        .toList(),
                List.of(
                        t.of("policy.application.start.course.facts"),
                        t.of("policy.application.start.course.papers"),
                        t.of("policy.application.start.course.check"),
                        t.of("policy.application.start.course.answers")),
                blocked,
                open,
                blocked == null && open == null ? form : null,
                "/policies/" + check.policy().id());
    }

    private String verdict(ApplicationCheck check, Text t) {
        var verdict = check.verdict(catalogue);
        return t.of("policy.application.check." + verdict.name())
                + (verdict == PreCheck.NOT_MET ? t.of("policy.application.start.anyway") : "");
    }

    private List<Fact> terms(ApplicationCheck check, Text t) {
        var words = new PolicyWords(t, catalogue);
        var header = check.policy().header();
        var days = settings.applicationTerms();
        var list = new ArrayList<Fact>();
        var amount = words.amount(check.decision());
        list.add(Fact.of(t.of("policy.application.start.get"), amount == null ? words.of(header.benefit()) : amount));
        list.add(Fact.of(t.of("policy.card.deadline"), words.deadline(header.period())));
        list.add(Fact.of(
                t.of("policy.application.start.how-long"),
                t.of("policy.application.start.days", days.accept(), days.review(header.mode()))));
        list.add(Fact.of(
                t.of("policy.card.when"),
                t.of(
                        header.grant() != null
                                ? "policy.application.fulfilment.voucher"
                                : header.benefitKind() == BenefitKind.TITLE
                                        ? "policy.application.start.paid.title"
                                        : "policy.application.start.paid.outside")));
        list.add(Fact.of(
                t.of("policy.about.contact"), words.of(header.contact(), t.of("policy.about.contact.unknown"))));
        return list;
    }

    @PostMapping("/applications")
    ModelAndView begin(Actor actor, RequestKey key, @RequestParam PolicyId policy, Text t) {
        return switch (applications.start(actor, key, new ApplyForBenefit.Start(policy))) {
            case ApplicationOutcome.Done done -> SeeOther.to(ApplicationCourse.FACTS.href(done.application()));
            case ApplicationOutcome.Refused(var refusal) ->
                start(actor, policy, start(policy).refused(refusal), t).refused();
        };
    }

    @GetMapping("/applications/{application}")
    PageView show(Actor actor, @PathVariable ApplicationId application, Text t) {
        return pages.page(actor, pages.find(actor, application), t, new ApplicationForms(keys));
    }

    /// The confirmation after it was handed in: number, what next, by whom, by when.
    @GetMapping("/applications/{application}/receipt")
    PageView receipt(Actor actor, @PathVariable ApplicationId application, Text t) {
        var found = own(actor, application);
        if (found.number() == null) {
            throw notFound();
        }
        return PageView.of(
                        "policy/application-receipt",
                        "policy.application.receipt.title",
                        pages.record(actor, found, t, new ApplicationForms(keys)),
                        found.number())
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("policy.application.list.title", "/applications"),
                        Crumb.of(
                                "policy.application.show.title",
                                "/applications/" + application,
                                pages.title(found, t)));
    }

    @GetMapping("/applications/{application}/withdrawal")
    PageView withdrawal(Actor actor, @PathVariable ApplicationId application, Text t) {
        var found = own(actor, application);
        return withdrawal(found, withdrawal(found), t);
    }

    private Form withdrawal(ApplicationView found) {
        var isDraft = found.submittedAt() == null;
        var form = Form.to(
                        "/applications/" + found.id() + "/withdrawal",
                        isDraft ? "policy.application.door.discard" : "policy.application.door.withdraw")
                .keyed(keys.fresh());
        return isDraft ? form : form.with(Field.of(FieldKind.TEXTAREA, "reason", "policy.grant.reason"));
    }

    private PageView withdrawal(ApplicationView found, Form form, Text t) {
        var page = new ApplicationDecidePage(
                List.of(),
                List.of(),
                form,
                List.of(t.of("policy.application.withdraw.final")),
                "/applications/" + found.id(),
                true);
        return PageView.of(
                        "policy/application-decide",
                        found.submittedAt() == null
                                ? "policy.application.discard.title"
                                : "policy.application.withdraw.title",
                        page,
                        pages.title(found, t))
                .under(crumbs(found, t));
    }

    @PostMapping("/applications/{application}/withdrawal")
    ModelAndView withdraw(
            Actor actor,
            RequestKey key,
            @PathVariable ApplicationId application,
            @RequestParam(defaultValue = "") String reason,
            Text t) {
        var found = own(actor, application);
        return switch (applications.withdraw(actor, key, new ApplyForBenefit.Withdraw(application, reason))) {
            case ApplicationOutcome.Done _ ->
                SeeOther.to("/applications/" + application).saying(Flash.done("policy.application.flash.withdrawn"));
            case ApplicationOutcome.Refused(var refusal)
            when refusal.code() == PolicyRefusal.REASON_MISSING ->
                withdrawal(
                                found,
                                withdrawal(found)
                                        .answered(Map.of("reason", reason))
                                        .refused(refusal),
                                t)
                        .refused();
            case ApplicationOutcome.Refused(var refusal) -> throw new RefusedException(refusal);
        };
    }

    @PostMapping("/applications/{application}/sharing")
    ModelAndView share(
            Actor actor,
            RequestKey key,
            @PathVariable ApplicationId application,
            @RequestParam(defaultValue = "true") boolean shared) {
        return switch (applications.share(actor, key, new ApplyForBenefit.Share(application, shared))) {
            case ApplicationOutcome.Done _ ->
                SeeOther.to("/applications/" + application)
                        .saying(Flash.done(
                                shared ? "policy.application.flash.shared" : "policy.application.flash.unshared"));
            case ApplicationOutcome.Refused(var refusal) -> throw new RefusedException(refusal);
        };
    }

    /// Only the firm issues it, and only the firm opens it: a draft is nobody else's.
    @PostMapping("/applications/{application}/sheet")
    ModelAndView sheet(Actor actor, RequestKey key, @PathVariable ApplicationId application, Text t) {
        var found = own(actor, application);
        var draft = new SheetDraft(
                "benefit-application",
                Permission.APPLY_FOR_BENEFIT,
                new SheetDraft.Holder(found.firm(), found.firmName(t.lang())),
                application.value(),
                t.of("policy.application.sheet.title", pages.title(found, t)),
                "policy/application-sheet",
                pages.record(actor, found, t, new ApplicationForms(keys)));
        return SeeOther.to(sheets.issue(actor, key, draft, t).href()).saying(Flash.done("policy.grant.sheet.issued"));
    }

    private Crumb[] crumbs(ApplicationView found, Text t) {
        return new Crumb[] {
            Crumb.of("insight.nav.home", "/"),
            Crumb.of("policy.application.list.title", "/applications"),
            Crumb.of("policy.application.show.title", "/applications/" + found.id(), pages.title(found, t))
        };
    }

    private ApplicationView own(Actor actor, ApplicationId application) {
        actor.require(Permission.APPLY_FOR_BENEFIT);
        return applications
                .find(actor, application)
                .filter(found -> ApplicationForms.isApplicant(actor, found))
                .orElseThrow(ApplicationPages::notFound);
    }

    private static RefusedException notFound() {
        return new RefusedException(CommonRefusal.NOT_FOUND);
    }
}
