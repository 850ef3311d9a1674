// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.engine.decision.policy.AmountRule;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.RefusalCode;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.Typed;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.ApplicationCheck;
import io.atrium.policy.ApplicationId;
import io.atrium.policy.ApplicationItems;
import io.atrium.policy.ApplicationOutcome;
import io.atrium.policy.ApplicationReviews;
import io.atrium.policy.ApplicationView;
import io.atrium.policy.Applications;
import io.atrium.policy.DecideApplication;
import io.atrium.policy.PolicySettings;
import io.atrium.policy.domain.ApplicationEvent;
import io.atrium.policy.domain.ApplicationState;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.Seen;
import io.atrium.web.StepUp;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What an officer does with an application: each change has a page that shows what it rests on and asks first.
@Controller
@RequestMapping("/applications/{application}")
class ApplicationReviewPages {

    private static final String ITEM = "item_";

    private final Applications applications;
    private final ApplicationReviews reviews;
    private final ApplicationPageMaker pages;
    private final PolicySettings settings;
    private final FactCatalogue catalogue;
    private final BusinessClock clock;
    private final RequestKeys keys;

    ApplicationReviewPages(
            Applications applications,
            ApplicationReviews reviews,
            ApplicationPageMaker pages,
            PolicySettings settings,
            FactCatalogue catalogue,
            BusinessClock clock,
            RequestKeys keys) {
        this.applications = applications;
        this.reviews = reviews;
        this.pages = pages;
        this.settings = settings;
        this.catalogue = catalogue;
        this.clock = clock;
        this.keys = keys;
    }

    @PostMapping("/acceptance")
    ModelAndView accept(Actor actor, RequestKey key, @PathVariable ApplicationId application, Seen seen) {
        return switch (reviews.accept(actor, key, new DecideApplication.Accept(application, seen))) {
            case ApplicationOutcome.Done _ -> done(application, "accepted");
            case ApplicationOutcome.Refused(var refusal) -> throw new RefusedException(refusal);
        };
    }

    // ---- return for completion

    @GetMapping("/return")
    PageView returning(Actor actor, @PathVariable ApplicationId application, Text t) {
        return asking(actor, application, ApplicationEvent.RETURNED, this::returnForm, as -> as, t);
    }

    private Form returnForm(ApplicationView application, ApplicationCheck check, Text t) {
        var form = Form.to("/applications/" + application.id() + "/return", "policy.application.return.submit");
        var items = ApplicationItems.of(check.policy());
        var words = new ApplicationWords(t, catalogue);
        for (int i = 0; i < items.size(); i++) {
            form = form.with(Field.text(ITEM + i, words.item(check.policy(), items.get(i)))
                    .optional());
        }
        return form;
    }

    @PostMapping("/return")
    ModelAndView giveBack(
            Actor actor,
            RequestKey key,
            @PathVariable ApplicationId application,
            @RequestParam Map<String, String> typed,
            Seen seen,
            Text t) {
        var found = ofOfficer(actor, application);
        var items = ApplicationItems.of(applications.check(found).policy());
        var defects = new ArrayList<DecideApplication.Defect>();
        for (int i = 0; i < items.size(); i++) {
            var text = typed.getOrDefault(ITEM + i, "");
            if (!text.isBlank()) {
                defects.add(new DecideApplication.Defect(items.get(i), text));
            }
        }
        var outcome = reviews.giveBack(actor, key, new DecideApplication.Return(application, defects, seen));
        return answer(
                outcome,
                application,
                "returned",
                as -> asking(actor, application, ApplicationEvent.RETURNED, this::returnForm, as, t),
                typed);
    }

    // ---- approval

    @GetMapping("/approval")
    PageView approving(Actor actor, @PathVariable ApplicationId application, Text t) {
        return asking(actor, application, ApplicationEvent.APPROVED, this::approvalForm, as -> as, t);
    }

    private Form approvalForm(ApplicationView application, ApplicationCheck check, Text t) {
        var isSecond = application.state() == ApplicationState.SECOND_APPROVAL;
        var form = Form.to(
                "/applications/" + application.id() + "/approval",
                isSecond ? "policy.application.approve.second" : "policy.application.approve.submit");
        if (check.policy().content().amount().kind() != AmountRule.Kind.NONE) {
            var agreed = application.ruling().amount();
            var proposed = isSecond && agreed != null ? agreed : check.ceiling().orElse(null);
            form = form.with(Field.number("amount", "policy.application.approve.amount")
                    .hint(
                            isSecond
                                    ? "policy.application.approve.amount.second"
                                    : check.ceiling().isPresent()
                                            ? "policy.application.approve.amount.hint"
                                            : "policy.application.approve.amount.unnamed")
                    .unit("policy.application.yuan")
                    .value(proposed == null ? null : proposed.toString()));
        }
        return form.with(Field.of(FieldKind.TEXTAREA, "reason", "policy.application.approve.reason")
                .hint("policy.application.approve.reason.hint"));
    }

    @StepUp
    @PostMapping("/approval")
    ModelAndView approve(
            Actor actor,
            RequestKey key,
            @PathVariable ApplicationId application,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String reason,
            Seen seen,
            Text t) {
        ofOfficer(actor, application);
        var outcome =
                reviews.approve(actor, key, new DecideApplication.Approve(application, amount(amount), reason, seen));
        var said = outcome instanceof ApplicationOutcome.Done moved
                ? "approved." + moved.state().name()
                : "";
        return answer(
                outcome,
                application,
                said,
                as -> asking(actor, application, ApplicationEvent.APPROVED, this::approvalForm, as, t),
                Map.of("amount", amount, "reason", reason));
    }

    private static @Nullable Fen amount(String typed) {
        return typed.isBlank() ? null : Typed.amount(typed).orElse(Fen.ZERO);
    }

    // ---- back to review

    @GetMapping("/send-back")
    PageView sendingBack(Actor actor, @PathVariable ApplicationId application, Text t) {
        return asking(actor, application, ApplicationEvent.SENT_BACK, this::sendBackForm, as -> as, t);
    }

    private Form sendBackForm(ApplicationView application, ApplicationCheck check, Text t) {
        return Form.to(
                "/applications/" + application.id() + "/send-back",
                "policy.application.door.send-back",
                Field.of(FieldKind.TEXTAREA, "reason", "policy.grant.reason").hint("policy.grant.reason.hint"));
    }

    @PostMapping("/send-back")
    ModelAndView sendBack(
            Actor actor,
            RequestKey key,
            @PathVariable ApplicationId application,
            @RequestParam(defaultValue = "") String reason,
            Seen seen,
            Text t) {
        ofOfficer(actor, application);
        var outcome = reviews.sendBack(actor, key, new DecideApplication.SendBack(application, reason, seen));
        return answer(
                outcome,
                application,
                "sent-back",
                as -> asking(actor, application, ApplicationEvent.SENT_BACK, this::sendBackForm, as, t),
                Map.of("reason", reason));
    }

    // ---- rejection

    @GetMapping("/rejection")
    PageView rejecting(Actor actor, @PathVariable ApplicationId application, Text t) {
        return asking(actor, application, ApplicationEvent.REJECTED, this::rejectionForm, as -> as, t);
    }

    private Form rejectionForm(ApplicationView application, ApplicationCheck check, Text t) {
        var reasons = new Reasons(new PolicyWords(t, catalogue), check.policy().content());
        var clauses = check.policy().content().clauses().stream()
                .map(clause -> Option.literal(clause.id(), reasons.clauseName(clause)))
                .toList();
        return Form.to(
                "/applications/" + application.id() + "/rejection",
                "policy.application.door.reject",
                Field.select("clause", "policy.application.clause", clauses),
                Field.of(FieldKind.TEXTAREA, "reason", "policy.grant.reason")
                        .hint("policy.application.reject.reason.hint"));
    }

    @PostMapping("/rejection")
    ModelAndView reject(
            Actor actor,
            RequestKey key,
            @PathVariable ApplicationId application,
            @RequestParam(defaultValue = "") String clause,
            @RequestParam(defaultValue = "") String reason,
            Seen seen,
            Text t) {
        ofOfficer(actor, application);
        var outcome = reviews.reject(actor, key, new DecideApplication.Reject(application, clause, reason, seen));
        return answer(
                outcome,
                application,
                "rejected",
                as -> asking(actor, application, ApplicationEvent.REJECTED, this::rejectionForm, as, t),
                Map.of("clause", clause, "reason", reason));
    }

    // ---- payment outside, or a title

    @GetMapping("/fulfilment")
    PageView fulfilling(Actor actor, @PathVariable ApplicationId application, Text t) {
        return asking(actor, application, ApplicationEvent.PAID_OUTSIDE, this::fulfilmentForm, as -> as, t);
    }

    private Form fulfilmentForm(ApplicationView application, ApplicationCheck check, Text t) {
        var form = Form.to(
                "/applications/" + application.id() + "/fulfilment",
                "policy.application.fulfil.submit",
                Field.of(FieldKind.DATE, "on", "policy.application.fulfilled-on")
                        .small()
                        .value(clock.today().toString()));
        var approved = application.ruling().amount();
        if (approved != null) {
            form = form.with(Field.number("amount", "policy.application.fulfilled")
                    .unit("policy.application.yuan")
                    .value(approved.toString()));
        }
        return form.with(Field.text("note", "policy.application.fulfil.note")
                .hint("policy.application.fulfil.note.hint")
                .optional());
    }

    @StepUp
    @PostMapping("/fulfilment")
    ModelAndView fulfil(
            Actor actor,
            RequestKey key,
            @PathVariable ApplicationId application,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String note,
            Seen seen,
            Text t) {
        ofOfficer(actor, application);
        var day = on == null ? clock.today() : on;
        var outcome =
                reviews.fulfil(actor, key, new DecideApplication.Fulfil(application, day, amount(amount), note, seen));
        return answer(
                outcome,
                application,
                "fulfilled",
                as -> asking(actor, application, ApplicationEvent.PAID_OUTSIDE, this::fulfilmentForm, as, t),
                Map.of("on", day.toString(), "amount", amount, "note", note));
    }

    // ---- what all have in common

    @FunctionalInterface
    private interface FormMaker {
        Form form(ApplicationView application, ApplicationCheck check, Text t);
    }

    @FunctionalInterface
    private interface Again {
        PageView page(UnaryOperator<Form> as);
    }

    private PageView asking(
            Actor actor, ApplicationId id, ApplicationEvent event, FormMaker maker, UnaryOperator<Form> as, Text t) {
        var application = ofOfficer(actor, id);
        var check = applications.check(application);
        var form =
                maker.form(application, check, t).seen(check.seen(application)).keyed(keys.fresh());
        var key = "policy.application.decide." + event.name();
        var page = new ApplicationDecidePage(
                basis(application, check, t),
                new Reasons(new PolicyWords(t, catalogue), check.policy().content())
                        .of(check.decision().conditions()),
                as.apply(form),
                consequences(application, event, t),
                "/applications/" + id,
                event == ApplicationEvent.REJECTED);
        return PageView.of(
                        "policy/application-decide",
                        key + ".title",
                        page,
                        pages.words(t).name(application))
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("policy.application.list.title", "/applications"),
                        Crumb.of("policy.application.show.title", "/applications/" + id, pages.title(application, t)));
    }

    private List<Fact> basis(ApplicationView application, ApplicationCheck check, Text t) {
        var words = new PolicyWords(t, catalogue);
        var basis = new ArrayList<Fact>();
        basis.add(Fact.of(t.of("policy.grant.firm"), application.firmName(t.lang())));
        basis.add(Fact.of(
                t.of("policy.application.decide.rules"),
                t.of("policy.outcome", check.decision().outcome())));
        check.ceiling().ifPresent(most -> basis.add(Fact.of(t.of("policy.application.ceiling"), t.money(most))));
        var agreed = application.ruling().amount();
        var first = application.ruling().first();
        if (agreed != null && first != null) {
            basis.add(Fact.of(
                    t.of("policy.application.first"),
                    t.of(
                            "policy.application.first.said",
                            first.name(),
                            agreed,
                            String.valueOf(application.ruling().reason()))));
        }
        if (!application.statement().isEmpty()) {
            basis.add(Fact.of(t.of("policy.application.statement"), application.statement()));
        }
        basis.add(Fact.of(
                t.of("policy.about.document"),
                words.of(check.policy().header().document().name())));
        return basis;
    }

    private List<String> consequences(ApplicationView application, ApplicationEvent event, Text t) {
        var key = "policy.application.decide." + event.name();
        return switch (event) {
            case RETURNED ->
                List.of(
                        t.of(key + ".once"),
                        t.of(key + ".term", settings.applicationTerms().complete()));
            case APPROVED -> {
                var policy = applications.check(application).policy();
                var lines = new ArrayList<String>();
                lines.add(t.of(policy.header().grant() != null ? key + ".voucher" : key + ".outside"));
                var isMoney = policy.content().amount().kind() != AmountRule.Kind.NONE;
                if (isMoney && application.state() != ApplicationState.SECOND_APPROVAL) {
                    lines.add(t.of(key + ".second", settings.secondOfficer().grantLimit()));
                }
                yield lines;
            }
            default -> List.of(t.of(key + ".what"));
        };
    }

    private ModelAndView answer(
            ApplicationOutcome outcome,
            ApplicationId application,
            String said,
            Again again,
            Map<String, String> typed) {
        return switch (outcome) {
            case ApplicationOutcome.Done _ -> done(application, said);
            case ApplicationOutcome.Refused(var refusal) -> {
                if (refusal.code().kind() == RefusalCode.Kind.CONFLICT
                        && refusal.code() != CommonRefusal.CHANGED_MEANWHILE) {
                    throw new RefusedException(refusal);
                }
                var page = again.page(form -> form.answered(typed).refused(refusal));
                yield refusal.code() == CommonRefusal.CHANGED_MEANWHILE ? page.overtaken() : page.refused();
            }
        };
    }

    private static ModelAndView done(ApplicationId application, String said) {
        return SeeOther.to("/applications/" + application).saying(Flash.done("policy.application.flash." + said));
    }

    private ApplicationView ofOfficer(Actor actor, ApplicationId application) {
        actor.require(Permission.DECIDE_APPLICATION);
        return applications
                .find(actor, application)
                .filter(found -> ApplicationForms.isOfficer(actor, found))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }
}
