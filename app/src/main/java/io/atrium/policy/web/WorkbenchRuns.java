// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.Policies;
import io.atrium.policy.PolicyBudgets;
import io.atrium.policy.PolicyId;
import io.atrium.policy.PublishedPolicy;
import io.atrium.policy.Scenarios;
import io.atrium.policy.Supposition;
import io.atrium.policy.Workbench;
import io.atrium.policy.WorkbenchBase;
import io.atrium.policy.WorkbenchResult;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// From an address of the workbench to what it comes to; pages, lists and files ask here.
@Component
class WorkbenchRuns {

    private final Workbench workbench;
    private final Scenarios scenarios;
    private final Policies policies;
    private final PolicyBudgets budgets;
    private final FactCatalogue catalogue;

    WorkbenchRuns(
            Workbench workbench,
            Scenarios scenarios,
            Policies policies,
            PolicyBudgets budgets,
            FactCatalogue catalogue) {
        this.budgets = budgets;
        this.workbench = workbench;
        this.scenarios = scenarios;
        this.policies = policies;
        this.catalogue = catalogue;
    }

    PolicyWords words(Text t) {
        return new PolicyWords(t, catalogue);
    }

    WorkbenchBase base(Actor actor, WorkbenchAsk ask) {
        return workbench
                .base(actor, Objects.requireNonNull(ask.policy()), ask.draft())
                .orElseThrow(WorkbenchRuns::notFound);
    }

    Figures figures(Text t, WorkbenchBase base) {
        return new Figures(words(t), catalogue, base);
    }

    WorkbenchForms form(Actor actor, WorkbenchAsk ask, Text t) {
        var base = base(actor, ask);
        return new WorkbenchForms(t, figures(t, base), base, ask.typed());
    }

    Supposition supposition(WorkbenchAsk ask, WorkbenchForms form) {
        return new Supposition(
                Objects.requireNonNull(ask.policy()),
                ask.draft(),
                Objects.requireNonNull(ask.snapshot()),
                form.values());
    }

    /// Refused where a figure cannot be used: lists and files are linked from pages on which it could.
    WorkbenchResult run(Actor actor, WorkbenchAsk ask, Text t) {
        if (ask.scenario() != null) {
            return scenarios
                    .find(actor, ask.scenario())
                    .map(scenario -> workbench.run(actor, scenario))
                    .orElseThrow(WorkbenchRuns::notFound);
        }
        if (ask.policy() == null || ask.snapshot() == null) {
            throw notFound();
        }
        var form = form(actor, ask, t);
        if (form.isWrong()) {
            throw new RefusedException(CommonRefusal.MALFORMED_REQUEST);
        }
        return workbench.run(actor, supposition(ask, form));
    }

    WorkbenchViews views(WorkbenchAsk ask, WorkbenchResult result, Text t) {
        return new WorkbenchViews(words(t), catalogue, ask, result);
    }

    /// What limits every result of this policy.
    List<String> notes(Actor actor, WorkbenchResult result, Text t) {
        var notes = new ArrayList<String>();
        if (actor.may(Permission.READ_POLICY_BUDGET)) {
            budgets.balances(result.base().policy())
                    .map(pool -> new Fen(pool.available()))
                    .filter(left -> result.after().fen().compareTo(left) > 0)
                    .map(left -> t.of(
                            "policy.workbench.note.pool",
                            left,
                            result.after().fen().minus(left)))
                    .ifPresent(notes::add);
        }
        if (policies.kept().containsKey(result.base().policy())) {
            notes.add(t.of("policy.workbench.note.kept"));
        }
        return notes;
    }

    String title(WorkbenchBase base, Text t) {
        return words(t).of(base.compiled().policy().header().title());
    }

    /// What the published policies are called.
    Map<PolicyId, String> titles(Text t) {
        var words = words(t);
        return policies.list().stream()
                .collect(Collectors.toMap(
                        PublishedPolicy::id, policy -> words.of(policy.header().title())));
    }

    static RefusedException notFound() {
        return new RefusedException(CommonRefusal.NOT_FOUND);
    }
}
