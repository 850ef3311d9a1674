// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.web;

import io.atrium.appeal.AppealView;
import io.atrium.appeal.Appeals;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.service.CancelVisit;
import io.atrium.service.PlanVisit;
import io.atrium.service.Stewards;
import io.atrium.service.VisitId;
import io.atrium.service.VisitPlanId;
import io.atrium.service.VisitPlanView;
import io.atrium.service.VisitPlanView.State;
import io.atrium.service.VisitView;
import io.atrium.service.Visits;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.deadline.Dues;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/visits`: what is due, what took place; planning a visit and calling it off. The note has [VisitNotePages].
@Controller
class VisitPages {

    static final String PATH = "/visits";
    private static final String PLANS = "/visit-plans";
    private static final int DONE_SHOWN = 100;

    private final Visits visits;
    private final Appeals appeals;
    private final ServedFirmOptions options;
    private final OrganisationNames names;
    private final RequestKeys keys;
    private final Dues dues;
    private final WorkingCalendar calendar;

    VisitPages(
            Visits visits,
            Appeals appeals,
            ServedFirmOptions options,
            OrganisationNames names,
            RequestKeys keys,
            Dues dues,
            WorkingCalendar calendar) {
        this.visits = visits;
        this.appeals = appeals;
        this.options = options;
        this.names = names;
        this.keys = keys;
        this.dues = dues;
        this.calendar = calendar;
    }

    @Bean
    static NavItem visitsNavItem() {
        return new NavItem(
                NavGroup.NEEDS,
                "service.nav.visits",
                PATH,
                42,
                viewer -> viewer.filter(Stewards::mayReadAll).isPresent());
    }

    @GetMapping(PATH)
    PageView list(Actor actor, ListQuery query, Text t) {
        requireReadsAll(actor);
        boolean isSteward = actor.roles().contains(Role.STEWARD);
        var whose = isSteward && !query.filter("whose").equals("all") ? actor.person() : null;
        boolean showsDone = query.filter("show").equals("done");
        var planned = showsDone ? List.<VisitPlanView>of() : visits.planned(actor, whose, null);
        var done = showsDone ? visits.list(actor, whose, null, null, DONE_SHOWN) : List.<VisitView>of();
        var called = names.of(
                t,
                showsDone
                        ? done.stream().map(VisitView::firm).toList()
                        : planned.stream().map(VisitPlanView::firm).toList());
        var page = new VisitsPage(
                actor.may(Permission.SERVE_FIRM),
                tabs(isSteward, whose, showsDone, t),
                table(showsDone, showsDone ? done.size() : planned.size()),
                planned.stream().map(plan -> row(plan, called, t)).toList(),
                done.stream().map(visit -> row(visit, called, t)).toList());
        return PageView.of("service/visits", "service.visits.title", page).under(Crumb.of("insight.nav.home", "/"));
    }

    private static List<Tab> tabs(boolean isSteward, @Nullable PersonId whose, boolean showsDone, Text t) {
        var tabs = new ArrayList<Tab>();
        var all = whose == null ? "whose=all" : "whose=mine";
        tabs.add(Tab.of(t.of("service.visits.planned"), PATH + "?" + all, !showsDone));
        tabs.add(Tab.of(t.of("service.visits.done"), PATH + "?" + all + "&show=done", showsDone));
        if (isSteward) {
            var other = whose == null ? "mine" : "all";
            var show = showsDone ? "&show=done" : "";
            tabs.add(Tab.of(t.of("service.visits.whose." + other), PATH + "?whose=" + other + show, false));
        }
        return tabs;
    }

    private static Table table(boolean showsDone, int rows) {
        return showsDone
                ? Table.of(
                        "service.visits.done",
                        Empty.nothingYet("service.visits.done.none"),
                        rows,
                        Column.text("service.firm"),
                        Column.text("service.visit.day"),
                        Column.text("service.steward"),
                        Column.text("service.visit.brought"))
                : Table.of(
                        "service.visits.planned",
                        Empty.nothingYet("service.visits.planned.none"),
                        rows,
                        Column.text("service.firm"),
                        Column.text("service.visit.purpose"),
                        Column.text("service.steward"),
                        Column.text("service.visit.day"));
    }

    private VisitsPage.Planned row(VisitPlanView plan, Map<OrgId, String> called, Text t) {
        return new VisitsPage.Planned(
                PLANS + "/" + plan.id(),
                called.getOrDefault(plan.firm(), ""),
                plan.purpose(),
                plan.stewardName(),
                new ServiceText(t, dues, calendar).due(plan));
    }

    private VisitsPage.Done row(VisitView visit, Map<OrgId, String> called, Text t) {
        return new VisitsPage.Done(
                PATH + "/" + visit.id(),
                called.getOrDefault(visit.firm(), ""),
                t.dateShort(visit.visitedOn()),
                visit.stewardName(),
                new ServiceText(t, dues, calendar).needs(visit));
    }

    @GetMapping(PATH + "/{id}")
    PageView show(Actor actor, @PathVariable VisitId id, Text t) {
        actor.require(Permission.READ_SERVICE);
        var visit = visits.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        var firm = names.of(t, visit.firm());
        var facts = List.of(
                Fact.of(t.of("service.firm"), firm).linked(MyFirmsPages.PATH + "/" + visit.firm()),
                Fact.of(t.of("service.visit.day"), t.date(visit.visitedOn())),
                Fact.of(t.of("service.visit.met"), visit.met()),
                Fact.of(t.of("service.steward"), visit.stewardName())
                        .from(t.of("service.visit.handed-in", t.dateTime(visit.handedInAt()))));
        var needs = visit.appeals().stream()
                .flatMap(appeal -> appeals.find(actor, appeal).stream())
                .map(VisitPages::need)
                .toList();
        var page = new VisitPage(facts, visit.said().lines().toList(), needs);
        return under(actor, PageView.of("service/visit", "service.visit.title", page, firm));
    }

    private static VisitPage.Need need(AppealView appeal) {
        return new VisitPage.Need(
                "/appeals/" + appeal.id(),
                appeal.number(),
                appeal.need().title(),
                Tag.of(Tone.INFO, "appeal.state." + appeal.state()));
    }

    private static PageView under(Actor actor, PageView page) {
        return Stewards.mayReadAll(actor)
                ? page.under(Crumb.of("insight.nav.home", "/"), Crumb.of("service.nav.visits", PATH))
                : page.under(Crumb.of("insight.nav.home", "/"), Crumb.of("service.nav.steward", "/my-steward"));
    }

    @GetMapping(PLANS + "/new")
    PageView ask(Actor actor, Text t, @RequestParam(defaultValue = "") String firm) {
        actor.require(Permission.SERVE_FIRM);
        return asking(actor, planForm(actor, t, firm));
    }

    @PostMapping(PLANS)
    ModelAndView plan(Actor actor, RequestKey key, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.SERVE_FIRM);
        var form = planForm(actor, t, typed.getOrDefault("firm", "")).answered(typed);
        var day = ServiceText.day(typed.get("day"));
        var errors = new ArrayList<FieldError>();
        if (typed.getOrDefault("firm", "").isEmpty()) {
            errors.add(FieldError.of("firm", "service.note.firm.wrong"));
        }
        if (day.isEmpty()) {
            errors.add(FieldError.of("day", "service.note.day.wrong"));
        }
        if (!errors.isEmpty()) {
            return asking(actor, form.wrong(errors)).refused();
        }
        try {
            var command = new PlanVisit(
                    key,
                    new OrgId(typed.getOrDefault("firm", "")),
                    day.orElseThrow(),
                    typed.getOrDefault("purpose", ""));
            var id = visits.plan(actor, command);
            return SeeOther.to(PLANS + "/" + id).saying(Flash.done("service.visit.plan.done"));
        } catch (RefusedException refused) {
            return asking(actor, form.refused(refused.refusal())).refused();
        }
    }

    private Form planForm(Actor actor, Text t, String firm) {
        return Form.to(
                        PLANS,
                        "service.visit.plan.submit",
                        Field.select("firm", "service.firm", options.firms(actor, t, firm))
                                .value(firm),
                        Field.of(FieldKind.DATE, "day", "service.visit.day"),
                        Field.text("purpose", "service.visit.purpose").hint("service.visit.purpose.hint"))
                .keyed(keys.fresh());
    }

    private static PageView asking(Actor actor, Form form) {
        return under(actor, PageView.of("service/visit-plan-new", "service.visit.plan", new VisitPlanPage.New(form)));
    }

    @GetMapping(PLANS + "/{id}")
    PageView plan(Actor actor, @PathVariable VisitPlanId id, Text t) {
        return view(actor, t, found(actor, id), cancelForm(id));
    }

    @PostMapping(PLANS + "/{id}/cancellation")
    ModelAndView cancel(
            Actor actor,
            RequestKey key,
            @PathVariable VisitPlanId id,
            Text t,
            @RequestParam Map<String, String> typed) {
        var plan = found(actor, id);
        actor.require(Permission.SERVE_FIRM);
        try {
            visits.cancel(actor, new CancelVisit(key, id, typed.getOrDefault("reason", "")));
            return SeeOther.to(PLANS + "/" + id).saying(Flash.done("service.visit.cancelled"));
        } catch (RefusedException refused) {
            return view(actor, t, plan, cancelForm(id).answered(typed).refused(refused.refusal()))
                    .refused();
        }
    }

    private VisitPlanView found(Actor actor, VisitPlanId id) {
        actor.require(Permission.READ_SERVICE);
        return visits.findPlan(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private Form cancelForm(VisitPlanId id) {
        return Form.to(
                        PLANS + "/" + id + "/cancellation",
                        "service.visit.cancel",
                        Field.text("reason", "service.visit.cancel.reason").hint("service.visit.cancel.hint"))
                .keyed(keys.fresh());
    }

    private PageView view(Actor actor, Text t, VisitPlanView plan, Form cancel) {
        var text = new ServiceText(t, dues, calendar);
        boolean isOpen = plan.state() == State.PLANNED;
        boolean mayEnd = isOpen && actor.may(Permission.SERVE_FIRM);
        var facts = new ArrayList<>(text.facts(plan, names.of(t, plan.firm())));
        if (plan.reason() != null) {
            facts.add(Fact.of(t.of("service.visit.cancel.reason"), plan.reason()));
        }
        var page = new VisitPlanPage(
                Tag.of(tone(plan.state()), "service.visit.state." + plan.state()),
                isOpen ? text.due(plan) : null,
                facts,
                mayEnd ? "/visits/new?firm=" + plan.firm() + "&plan=" + plan.id() : null,
                mayEnd ? cancel : null);
        return under(actor, PageView.of("service/visit-plan", "service.visit.plan.title", page, t.date(plan.day())));
    }

    private static Tone tone(State state) {
        return switch (state) {
            case PLANNED -> Tone.WAIT;
            case DONE -> Tone.GOOD;
            case CANCELLED -> Tone.PLAIN;
        };
    }

    private static void requireReadsAll(Actor actor) {
        if (!Stewards.mayReadAll(actor)) {
            throw new RefusedException(
                    Refusal.of(CommonRefusal.NOT_ALLOWED, "permission", Permission.SERVE_FIRM.name()));
        }
    }
}
