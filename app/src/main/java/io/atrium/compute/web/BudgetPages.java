// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.budget.BudgetId;
import io.atrium.compute.budget.BudgetStanding;
import io.atrium.compute.budget.Budgets;
import io.atrium.compute.budget.ChangeBudget;
import io.atrium.compute.budget.RemoveBudget;
import io.atrium.compute.budget.SetBudget;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.Seen;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/budgets/{id}`: one budget beside what counts against it; setting, changing and removing budgets.
@Controller
class BudgetPages {

    private final Budgets budgets;
    private final OrganisationNames names;
    private final RequestKeys keys;

    BudgetPages(Budgets budgets, OrganisationNames names, RequestKeys keys) {
        this.budgets = budgets;
        this.names = names;
        this.keys = keys;
    }

    @GetMapping("/budgets/new")
    PageView ask(Actor actor, Text t, @RequestParam(defaultValue = "") String project) {
        actor.require(Permission.SET_BUDGET);
        return asking(t, BudgetForms.ask(project).keyed(keys.fresh()));
    }

    @PostMapping("/budgets")
    ModelAndView set(Actor actor, RequestKey key, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.SET_BUDGET);
        var answers = new BudgetForms(typed);
        var form = BudgetForms.ask("").keyed(keys.fresh()).answered(typed);
        if (!answers.errors().isEmpty()) {
            return asking(t, form.wrong(answers.errors())).refused();
        }
        try {
            var project = typed.getOrDefault("project", "");
            var budget = budgets.set(actor, new SetBudget(key, project, answers.terms()));
            return SeeOther.to("/budgets/" + budget).saying(Flash.done("compute.budget.flash.set"));
        } catch (RefusedException refused) {
            return asking(t, form.refused(refused.refusal())).refused();
        }
    }

    private static PageView asking(Text t, Form form) {
        var effects = List.of(
                t.of("compute.budget.effect.counts"),
                t.of("compute.budget.effect.alerts"),
                t.of("compute.budget.effect.refuse"),
                t.of("compute.budget.effect.stop"));
        return PageView.of("compute/budget-new", "compute.budget.new", new BudgetPage.Ask(form, effects))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("compute.nav.budgets", "/budgets"));
    }

    @GetMapping("/budgets/{id}")
    PageView show(Actor actor, @PathVariable BudgetId id, Text t, @RequestParam(defaultValue = "") String month) {
        return view(actor, t, visible(actor, id, month), null);
    }

    @PostMapping("/budgets/{id}")
    ModelAndView change(
            Actor actor,
            RequestKey key,
            Seen seen,
            @PathVariable BudgetId id,
            Text t,
            @RequestParam Map<String, String> typed) {
        actor.require(Permission.SET_BUDGET);
        var standing = visible(actor, id, "");
        var answers = new BudgetForms(typed);
        var form = changeForm(standing).answered(typed);
        if (!answers.errors().isEmpty()) {
            return view(actor, t, standing, form.wrong(answers.errors())).refused();
        }
        try {
            budgets.change(actor, new ChangeBudget(key, id, answers.terms(), seen));
            return SeeOther.to("/budgets/" + id).saying(Flash.done("compute.budget.flash.changed"));
        } catch (RefusedException refused) {
            if (refused.refusal().code() == CommonRefusal.CHANGED_MEANWHILE) {
                var stored = visible(actor, id, "");
                var both = changeForm(stored).answered(typed);
                return view(actor, t, stored, both.overtaken(changeForm(stored), null, "/budgets/" + id))
                        .overtaken();
            }
            return view(actor, t, visible(actor, id, ""), form.refused(refused.refusal()))
                    .refused();
        }
    }

    @GetMapping("/budgets/{id}/removal")
    PageView askRemoval(Actor actor, @PathVariable BudgetId id, Text t) {
        actor.require(Permission.SET_BUDGET);
        var budget = visible(actor, id, "").budget();
        var href = "/budgets/" + id;
        var page = new BudgetPage.Removal(
                Form.to(href + "/removal", "compute.budget.removal.submit").keyed(keys.fresh()),
                List.of(t.of("compute.budget.removal.free"), t.of("compute.budget.removal.kept")),
                href);
        return PageView.of("compute/budget-removal", "compute.budget.removal.title", page)
                .under(
                        Crumb.of("compute.nav.budgets", "/budgets"),
                        Crumb.of("compute.budget.page.title", href, BudgetViews.name(t, budget.project())));
    }

    @PostMapping("/budgets/{id}/removal")
    SeeOther remove(Actor actor, RequestKey key, @PathVariable BudgetId id) {
        budgets.remove(actor, new RemoveBudget(key, id));
        return SeeOther.to("/budgets").saying(Flash.done("compute.budget.flash.removed"));
    }

    private PageView view(Actor actor, Text t, BudgetStanding standing, @Nullable Form refused) {
        var views = new BudgetViews(t);
        var budget = standing.budget();
        boolean maySet = actor.scope(Permission.SET_BUDGET).sees(budget.firm());
        boolean isOwn = actor.scope(Permission.READ_BUDGET) instanceof Scope.Own;
        var alerts = budgets.alerts(budget.id());
        var page = new BudgetPage(
                BudgetViews.tag(standing),
                standing.month().equals(budgets.month()) ? views.next(standing) : null,
                views.share(standing),
                views.sums(standing),
                BudgetViews.linesHref(
                        budget.isOfProject() ? budget.project() : null,
                        standing.month(),
                        isOwn ? null : budget.firm().value()),
                views.facts(standing, names.of(t, budget.firm())),
                BudgetViews.alertTable(alerts.size()),
                alerts.stream().map(views::alert).toList(),
                maySet ? refused == null ? changeForm(standing) : refused : null,
                maySet ? "/budgets/" + budget.id() + "/removal" : null);
        return PageView.of("compute/budget", "compute.budget.page.title", page, BudgetViews.name(t, budget.project()))
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("compute.nav.budgets", "/budgets?month=" + standing.month()));
    }

    private Form changeForm(BudgetStanding standing) {
        return BudgetForms.change(standing.budget()).keyed(keys.fresh());
    }

    private BudgetStanding visible(Actor actor, BudgetId id, String month) {
        actor.require(Permission.READ_BUDGET);
        return budgets.find(actor.scope(Permission.READ_BUDGET), id, BudgetListPages.month(month, budgets.month()))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }
}
