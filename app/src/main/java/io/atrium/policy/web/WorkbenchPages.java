// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.policy.GrantMode;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.FirmSnapshotView;
import io.atrium.policy.FirmSnapshots;
import io.atrium.policy.Policies;
import io.atrium.policy.PolicyDraft;
import io.atrium.policy.PolicyDrafts;
import io.atrium.policy.PolicyId;
import io.atrium.policy.PolicyKeepers;
import io.atrium.policy.PublishedPolicy;
import io.atrium.policy.Workbench;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.component.Field;
import io.atrium.web.component.Option;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// `/policy-workbench?source=…&snapshot=…&v-enough_staff=10`: the whole supposition stands in the address, so that it
/// can
/// be linked; nothing is kept.
@Controller
class WorkbenchPages {

    private static final int LISTED_MAX = 100;

    private final WorkbenchRuns runs;
    private final Workbench workbench;
    private final FirmSnapshots snapshots;
    private final Policies policies;
    private final PolicyDrafts drafts;
    private final PolicyKeepers keepers;
    private final RequestKeys keys;
    private final Sheets sheets;

    WorkbenchPages(
            WorkbenchRuns runs,
            Workbench workbench,
            FirmSnapshots snapshots,
            Policies policies,
            PolicyDrafts drafts,
            PolicyKeepers keepers,
            RequestKeys keys,
            Sheets sheets) {
        this.runs = runs;
        this.workbench = workbench;
        this.snapshots = snapshots;
        this.policies = policies;
        this.drafts = drafts;
        this.keepers = keepers;
        this.keys = keys;
        this.sheets = sheets;
    }

    @Bean
    static NavItem workbenchNavItem() {
        return NavItem.needing(
                Permission.WRITE_POLICY, NavGroup.BENEFITS, "policy.workbench.title", WorkbenchAsk.PATH, 23);
    }

    /// A script asks for the results alone, and names everything that they rest on.
    @GetMapping(WorkbenchAsk.PATH)
    PageView show(
            Actor actor,
            Text t,
            @RequestParam Map<String, String> parameters,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script) {
        actor.require(Permission.WRITE_POLICY);
        var asked = WorkbenchAsk.of(parameters);
        return script != null && asked.policy() != null && asked.snapshot() != null
                ? fragment(actor, t, asked)
                : whole(actor, t, asked);
    }

    private PageView fragment(Actor actor, Text t, WorkbenchAsk ask) {
        var form = runs.form(actor, ask, t);
        var page = WorkbenchPage.ofResult(form.form(), simulated(actor, ask, form, t));
        var view = PageView.of("policy/_simulated", "policy.workbench.title", page);
        return form.isWrong() ? view.refused() : view;
    }

    private PageView whole(Actor actor, Text t, WorkbenchAsk asked) {
        var taken = snapshots.list(actor, null, LISTED_MAX);
        if (taken.isEmpty() && asked.snapshot() == null) {
            return first(t);
        }
        var snapshot = Optional.ofNullable(asked.snapshot())
                .or(() -> taken.stream().findFirst().map(FirmSnapshotView::id))
                .flatMap(id -> snapshots.find(actor, id))
                .orElseThrow(WorkbenchRuns::notFound);
        var choices = choices(snapshot);
        var policy = Optional.ofNullable(asked.policy())
                .or(() -> preferred(actor, choices))
                .orElseThrow(WorkbenchRuns::notFound);
        var ask = asked.with(policy, snapshot.id());
        return page(actor, t, ask, choice(ask, sources(actor, choices, t), taken, t));
    }

    /// Nothing can be counted before there are firms to count.
    private PageView first(Text t) {
        return PageView.of(
                        "policy/workbench-first",
                        "policy.workbench.title",
                        new WorkbenchPage.First(SnapshotPages.form(t, keys.fresh()), FirmSnapshots.FIRMS_MAX))
                .under(Crumb.of("insight.nav.home", "/"));
    }

    private PageView page(Actor actor, Text t, WorkbenchAsk ask, List<Field> choice) {
        var base = runs.base(actor, ask);
        var form = runs.form(actor, ask, t);
        var page = new WorkbenchPage(
                WorkbenchAsk.PATH,
                choice,
                Map.of(WorkbenchAsk.SOURCE, ask.source(), WorkbenchAsk.SNAPSHOT, String.valueOf(ask.snapshot())),
                form.form(),
                form.groups(),
                simulated(actor, ask, form, t),
                ask.with(Map.of()).href(),
                "/policies/" + base.policy());
        var view = PageView.of("policy/workbench", "policy.workbench.title.of", page, runs.title(base, t))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("policy.workbench.title", WorkbenchAsk.PATH));
        return form.isWrong() ? view.refused() : view;
    }

    /// The links of the result carry only what was moved.
    private WorkbenchPage.@Nullable Simulated simulated(Actor actor, WorkbenchAsk ask, WorkbenchForms form, Text t) {
        if (form.isWrong()) {
            return null;
        }
        var result = workbench.run(actor, runs.supposition(ask, form));
        var typed = new TreeMap<>(ask.typed());
        typed.keySet().retainAll(result.moved().keySet());
        return runs.views(ask.with(typed), result, t).simulated(runs.notes(actor, result, t));
    }

    /// Policies that can grant on the snapshot's day, each in the version that holds today.
    private List<PublishedPolicy> choices(FirmSnapshotView snapshot) {
        return policies.list().stream()
                .filter(policy -> policy.header().isInForce(snapshot.day()))
                .toList();
    }

    /// One's own automatic policy first: there a figure moves money at once.
    private Optional<PolicyId> preferred(Actor actor, List<PublishedPolicy> choices) {
        var own = keepers.list(actor);
        return choices.stream()
                .min(Comparator.comparing((PublishedPolicy policy) -> !own.contains(policy.id()))
                        .thenComparing(policy -> policy.header().mode() != GrantMode.AUTOMATIC)
                        .thenComparing(policy -> policy.id().value()))
                .map(PublishedPolicy::id);
    }

    private List<Option> sources(Actor actor, List<PublishedPolicy> choices, Text t) {
        var words = runs.words(t);
        var open = drafts.list(actor, null, LISTED_MAX).stream()
                .filter(draft -> draft.state().isOpen())
                .map(draft -> Option.literal(draft.policy() + "@" + draft.id(), draft(draft, t)));
        var inForce = choices.stream()
                .map(policy -> Option.literal(
                        policy.id().value(),
                        t.of(
                                "policy.workbench.choice.version",
                                words.of(policy.header().title()),
                                policy.version())));
        return Stream.concat(inForce, open).toList();
    }

    private static String draft(PolicyDraft draft, Text t) {
        return t.of("policy.workbench.choice.draft", new PolicyDraftViews(t).title(draft), draft.version());
    }

    private List<Field> choice(WorkbenchAsk ask, List<Option> sources, List<FirmSnapshotView> taken, Text t) {
        var shown = sources.stream().anyMatch(option -> option.value().equals(ask.source()))
                ? sources
                : Stream.concat(sources.stream(), Stream.of(Option.literal(ask.source(), ask.source())))
                        .toList();
        var frozen = taken.stream()
                .map(snapshot -> Option.literal(
                        snapshot.id().value(),
                        t.of("policy.workbench.choice.snapshot", snapshot.name(), snapshot.day(), snapshot.firms())))
                .toList();
        return List.of(
                Field.select(WorkbenchAsk.SOURCE, "policy.workbench.choice.policy", shown)
                        .value(ask.source()),
                Field.select(WorkbenchAsk.SNAPSHOT, "policy.workbench.choice.facts", frozen)
                        .value(String.valueOf(ask.snapshot())));
    }

    @GetMapping(WorkbenchAsk.PATH + "/export")
    ResponseEntity<byte[]> export(
            Actor actor, ListQuery query, SheetFormat format, Text t, @RequestParam Map<String, String> parameters) {
        actor.require(Permission.WRITE_POLICY);
        var ask = WorkbenchAsk.of(parameters);
        var result = runs.run(actor, ask, t);
        var rows = new ResultSheet(t, runs.views(ask, result, t), result).rows();
        return sheets.answer(ResultSheet.SHEET, SheetRows.of(rows), new SheetAsk(format, query, t));
    }
}
