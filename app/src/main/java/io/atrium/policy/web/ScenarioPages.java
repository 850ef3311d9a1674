// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.FirmSnapshotView;
import io.atrium.policy.FirmSnapshots;
import io.atrium.policy.PolicyId;
import io.atrium.policy.Scenario;
import io.atrium.policy.ScenarioId;
import io.atrium.policy.ScenarioOutcome;
import io.atrium.policy.Scenarios;
import io.atrium.policy.WorkbenchResult;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/policy-scenarios`: suppositions kept under a name, for oneself or the department, and two of them side by side.
@Controller
class ScenarioPages {

    static final String LIST = "/policy-scenarios";
    static final String PAGE = LIST + "/{id}";

    private static final String SHARED = "shared";

    private final Scenarios scenarios;
    private final FirmSnapshots snapshots;
    private final WorkbenchRuns runs;
    private final RequestKeys keys;

    ScenarioPages(Scenarios scenarios, FirmSnapshots snapshots, WorkbenchRuns runs, RequestKeys keys) {
        this.scenarios = scenarios;
        this.snapshots = snapshots;
        this.runs = runs;
        this.keys = keys;
    }

    @GetMapping(LIST)
    PageView list(Actor actor, Text t) {
        actor.require(Permission.WRITE_POLICY);
        var found = scenarios.list(actor);
        var names = new HashMap<String, String>();
        snapshots
                .list(actor, null, FirmSnapshots.SNAPSHOTS_MAX)
                .forEach(snapshot -> names.put(snapshot.id().value(), snapshot.name()));
        var titles = runs.titles(t);
        var rows =
                found.stream().map(scenario -> row(scenario, titles, names, t)).toList();
        var table = Table.of(
                "policy.scenario.list",
                Empty.nothingYet("policy.scenario.none", "policy.scenario.none.action", WorkbenchAsk.PATH),
                rows.size(),
                Column.text("policy.scenario.name"),
                Column.text("policy.draft.about.policy"),
                Column.text("policy.scenario.figures"),
                Column.text("policy.scenario.snapshot"),
                Column.text("policy.scenario.seen-by"),
                Column.text("policy.scenario.kept"));
        return PageView.of(
                        "policy/scenarios",
                        "policy.scenario.title",
                        new ScenarioPage.Listed(table, rows, found.size() < 2 ? null : compare(found, null, null)))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("policy.workbench.title", WorkbenchAsk.PATH));
    }

    private static ScenarioPage.Row row(
            Scenario scenario, Map<PolicyId, String> titles, Map<String, String> snapshotNames, Text t) {
        return new ScenarioPage.Row(
                scenario.name(),
                path(scenario),
                t.of(
                        "policy.scenario.of",
                        titles.getOrDefault(scenario.policy(), scenario.policy().value()),
                        scenario.version()),
                snapshotNames.getOrDefault(scenario.snapshot().value(), ""),
                t.number(scenario.figures().size()),
                tag(scenario),
                scenario.author().name(),
                scenario.createdAt());
    }

    private static Tag tag(Scenario scenario) {
        return scenario.isShared()
                ? new Tag(Tone.INFO, "policy.scenario.shared")
                : new Tag(Tone.PLAIN, "policy.scenario.own");
    }

    static String path(Scenario scenario) {
        return LIST + "/" + scenario.id();
    }

    /// The figures come along in the address, as they stand on the workbench at that moment.
    @GetMapping(LIST + "/new")
    PageView fresh(Actor actor, Text t, @RequestParam Map<String, String> parameters) {
        actor.require(Permission.WRITE_POLICY);
        var ask = WorkbenchAsk.of(parameters);
        return fresh(ask, runs.run(actor, ask, t), form(ask), t);
    }

    private Form form(WorkbenchAsk ask) {
        var form = Form.to(
                        LIST,
                        "policy.scenario.keep",
                        Field.text("name", "policy.scenario.name").hint("policy.scenario.name.hint"),
                        Field.of(FieldKind.TEXTAREA, "note", "policy.scenario.note")
                                .hint("policy.scenario.note.hint")
                                .optional(),
                        Field.radios(
                                        SHARED,
                                        "policy.scenario.seen-by",
                                        List.of(
                                                Option.key("false", "policy.scenario.own.choice"),
                                                Option.key("true", "policy.scenario.shared.choice")))
                                .value("false"))
                .keyed(keys.fresh());
        for (var parameter : ask.parameters().entrySet()) {
            form = form.with(Field.hidden(parameter.getKey(), parameter.getValue()));
        }
        return form;
    }

    private PageView fresh(WorkbenchAsk ask, WorkbenchResult result, Form form, Text t) {
        var views = runs.views(ask, result, t);
        return PageView.of(
                        "policy/scenario-new",
                        "policy.scenario.new",
                        new ScenarioPage.Fresh(form, views.moved(), views.summary(), ask.href()))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("policy.workbench.title", ask.href()));
    }

    @PostMapping(LIST)
    ModelAndView keep(Actor actor, Text t, RequestKey key, @RequestParam Map<String, String> parameters) {
        actor.require(Permission.WRITE_POLICY);
        var ask = WorkbenchAsk.of(parameters);
        if (ask.policy() == null || ask.snapshot() == null) {
            throw WorkbenchRuns.notFound();
        }
        var command = new Scenarios.Keep(
                runs.supposition(ask, runs.form(actor, ask, t)),
                parameters.getOrDefault("name", ""),
                parameters.getOrDefault("note", ""),
                Boolean.parseBoolean(parameters.get(SHARED)));
        return switch (scenarios.keep(actor, key, command)) {
            case ScenarioOutcome.Done(var id) -> to(id, "policy.scenario.flash.kept");
            case ScenarioOutcome.Refused(var refusal) ->
                fresh(
                                ask,
                                runs.run(actor, ask, t),
                                form(ask).answered(parameters).refused(refusal),
                                t)
                        .refused();
        };
    }

    @GetMapping(PAGE)
    PageView show(Actor actor, Text t, @PathVariable ScenarioId id) {
        var scenario = find(actor, id);
        var ask = of(scenario);
        var result = runs.run(actor, ask, t);
        var again = again(scenario, result, t);
        var page = new ScenarioPage(
                tag(scenario),
                about(scenario, runs.title(result.base(), t), result.snapshot().about(), t),
                runs.views(ask, result, t).simulated(runs.notes(actor, result, t)),
                again.href(),
                again.href(WorkbenchAsk.PATH + "/draft", Map.of()),
                LIST + "/comparison?left=" + id,
                sharing(actor, scenario),
                keys.fresh());
        return PageView.of("policy/scenario", "policy.scenario.one", page, scenario.name())
                .under(crumbs());
    }

    private static ScenarioPage.@Nullable Sharing sharing(Actor actor, Scenario scenario) {
        return scenario.isBy(actor.person())
                ? new ScenarioPage.Sharing(
                        path(scenario) + "/sharing",
                        !scenario.isShared(),
                        scenario.isShared() ? "policy.scenario.unshare" : "policy.scenario.share",
                        path(scenario) + "/removal")
                : null;
    }

    private static WorkbenchAsk of(Scenario scenario) {
        return WorkbenchAsk.of(Map.of(WorkbenchAsk.SCENARIO, scenario.id().value()));
    }

    /// The same figures on the workbench, in its units.
    private WorkbenchAsk again(Scenario scenario, WorkbenchResult result, Text t) {
        var figures = runs.figures(t, result.base());
        var typed = new HashMap<String, String>();
        scenario.figures()
                .forEach((name, value) -> result.base()
                        .threshold(name)
                        .ifPresent(figure -> typed.put(name, figures.typed(figure, value))));
        return new WorkbenchAsk(scenario.policy(), scenario.draft(), scenario.snapshot(), typed, null);
    }

    private List<Fact> about(Scenario scenario, String title, FirmSnapshotView snapshot, Text t) {
        var facts = new ArrayList<Fact>();
        var draft = scenario.draft();
        facts.add(Fact.of(t.of("policy.draft.about.policy"), title).linked("/policies/" + scenario.policy()));
        facts.add(Fact.of(
                t.of("policy.scenario.moved-in"),
                t.of(draft == null ? "policy.scenario.in.version" : "policy.scenario.in.draft", scenario.version())));
        facts.add(Fact.of(
                t.of("policy.scenario.against"),
                scenario.against() == null
                        ? t.of("policy.scenario.against.none")
                        : t.of("policy.scenario.in.version", scenario.against())));
        facts.add(Fact.of(
                        t.of("policy.scenario.snapshot"),
                        t.of("policy.workbench.choice.snapshot", snapshot.name(), snapshot.day(), snapshot.firms()))
                .linked(SnapshotPages.LIST + "/" + snapshot.id()));
        facts.add(Fact.of(
                t.of("policy.scenario.kept"),
                t.of("policy.draft.about.by", scenario.author().name(), scenario.createdAt())));
        if (!scenario.note().isEmpty()) {
            facts.add(Fact.of(t.of("policy.scenario.note"), scenario.note()));
        }
        return facts;
    }

    @PostMapping(PAGE + "/sharing")
    ModelAndView share(
            Actor actor, RequestKey key, @PathVariable ScenarioId id, @RequestParam(SHARED) boolean isShared) {
        return answer(
                scenarios.share(actor, key, id, isShared),
                isShared ? "policy.scenario.flash.shared" : "policy.scenario.flash.unshared");
    }

    @GetMapping(PAGE + "/removal")
    PageView remove(Actor actor, Text t, @PathVariable ScenarioId id) {
        var scenario = find(actor, id);
        var form =
                Form.to(path(scenario) + "/removal", "policy.scenario.remove").keyed(keys.fresh());
        var consequence = t.of(scenario.isShared() ? "policy.scenario.remove.shared" : "policy.scenario.remove.own");
        return PageView.of(
                        "policy/removal",
                        "policy.scenario.one",
                        new RemovalPage(form, List.of(consequence), path(scenario)),
                        scenario.name())
                .under(crumbs());
    }

    @PostMapping(PAGE + "/removal")
    ModelAndView remove(Actor actor, RequestKey key, @PathVariable ScenarioId id) {
        return switch (scenarios.remove(actor, key, id)) {
            case ScenarioOutcome.Done _ -> SeeOther.to(LIST).saying(Flash.done("policy.scenario.flash.removed"));
            case ScenarioOutcome.Refused(var refusal) -> throw new RefusedException(refusal);
        };
    }

    private static ModelAndView answer(ScenarioOutcome outcome, String flash) {
        return switch (outcome) {
            case ScenarioOutcome.Done(var id) -> to(id, flash);
            case ScenarioOutcome.Refused(var refusal) -> throw new RefusedException(refusal);
        };
    }

    private static ModelAndView to(ScenarioId id, String flash) {
        return SeeOther.to(LIST + "/" + id).saying(Flash.done(flash));
    }

    /// Two scenarios side by side; with one of them the other is asked for.
    @GetMapping(LIST + "/comparison")
    PageView compare(
            Actor actor,
            Text t,
            @RequestParam(required = false) @Nullable ScenarioId left,
            @RequestParam(required = false) @Nullable ScenarioId right) {
        actor.require(Permission.WRITE_POLICY);
        var found = scenarios.list(actor);
        var one = left == null ? null : find(actor, left);
        var other = right == null ? null : find(actor, right);
        var choice = compare(found, one, other);
        var page = one == null || other == null
                ? ScenarioComparison.asking(choice)
                : new ScenarioComparison(runs, t).of(choice, side(actor, one, t), side(actor, other, t));
        return PageView.of("policy/scenario-comparison", "policy.scenario.comparison", page)
                .under(crumbs());
    }

    private ScenarioComparison.Counted side(Actor actor, Scenario scenario, Text t) {
        var ask = of(scenario);
        var result = runs.run(actor, ask, t);
        return new ScenarioComparison.Counted(scenario, result, runs.views(ask, result, t));
    }

    private static List<Field> compare(List<Scenario> found, @Nullable Scenario left, @Nullable Scenario right) {
        var options = found.stream()
                .map(scenario -> Option.literal(scenario.id().value(), scenario.name()))
                .toList();
        return List.of(
                Field.select("left", "policy.scenario.left", options)
                        .value(left == null ? null : left.id().value()),
                Field.select("right", "policy.scenario.right", options)
                        .value(right == null ? null : right.id().value()));
    }

    private static Crumb[] crumbs() {
        return new Crumb[] {
            Crumb.of("insight.nav.home", "/"),
            Crumb.of("policy.workbench.title", WorkbenchAsk.PATH),
            Crumb.of("policy.scenario.title", LIST)
        };
    }

    private Scenario find(Actor actor, ScenarioId id) {
        return scenarios.find(actor, id).orElseThrow(WorkbenchRuns::notFound);
    }
}
