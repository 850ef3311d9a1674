// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.policy.Condition;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.FirmList;
import io.atrium.policy.FirmList.Kind;
import io.atrium.policy.FirmSnapshots;
import io.atrium.policy.Policies;
import io.atrium.policy.PolicyId;
import io.atrium.policy.Workbench;
import io.atrium.policy.WorkbenchResult;
import io.atrium.policy.domain.FrozenFirms;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.PageView;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/policy-workbench/firms?…&list=winners`: who stands behind a figure of a simulation, with what each gets in force
/// and supposed.
@Controller
class WorkbenchFirmsPages {

    private static final String PATH = WorkbenchAsk.PATH + "/firms";

    private final WorkbenchRuns runs;
    private final Workbench workbench;
    private final FirmSnapshots snapshots;
    private final Policies policies;
    private final Sheets sheets;

    WorkbenchFirmsPages(
            WorkbenchRuns runs, Workbench workbench, FirmSnapshots snapshots, Policies policies, Sheets sheets) {
        this.runs = runs;
        this.workbench = workbench;
        this.snapshots = snapshots;
        this.policies = policies;
        this.sheets = sheets;
    }

    /// One firm of a list.
    private record Listed(
            @Nullable OrgId firm, String name, int row, WorkbenchResult.Answer before, WorkbenchResult.Answer after) {

        Fen change() {
            return after.amount().minus(before.amount());
        }
    }

    @GetMapping(PATH)
    PageView list(Actor actor, ListQuery query, Text t, @RequestParam Map<String, String> parameters) {
        actor.require(Permission.WRITE_POLICY);
        actor.require(Permission.READ_ENTITLEMENT);
        var ask = WorkbenchAsk.of(parameters);
        var result = runs.run(actor, ask, t);
        var list = named(parameters);
        var rows = rows(result, list);
        var views = runs.views(ask, result, t);
        var shown = part(actor, result, rows, new Part(query.offset(), query.size()), t).stream()
                .map(listed -> row(result, listed, views, t))
                .toList();
        var table = table().paged(query, rows.length).exported(query);
        var page = new WorkbenchFirmsPage(
                lead(result, list, t),
                views.moved(),
                lifted(result, list, views, t),
                table,
                shown,
                back(ask),
                views.source());
        return PageView.of("policy/workbench-firms", "policy.workbench.list.title", page, title(result, list, t))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("policy.workbench.title", back(ask)));
    }

    @GetMapping(PATH + "/export")
    ResponseEntity<byte[]> export(
            Actor actor, ListQuery query, SheetFormat format, Text t, @RequestParam Map<String, String> parameters) {
        actor.require(Permission.WRITE_POLICY);
        actor.require(Permission.READ_ENTITLEMENT);
        var ask = WorkbenchAsk.of(parameters);
        var result = runs.run(actor, ask, t);
        var rows = rows(result, named(parameters));
        var views = runs.views(ask, result, t);
        var sheet = Sheet.<Listed>named("policy.workbench.list.file")
                .text("policy.grant-list.firm", Listed::name)
                .text("policy.workbench.group.district", row -> district(result, row, views))
                .text("policy.workbench.group.size", row -> size(result, row, views))
                .text(
                        "policy.workbench.before",
                        row -> t.of("policy.outcome", row.before().outcome()))
                .money("policy.workbench.amount-before", row -> row.before().amount())
                .text(
                        "policy.workbench.after",
                        row -> t.of("policy.outcome", row.after().outcome()))
                .money("policy.workbench.amount-after", row -> row.after().amount())
                .money("policy.workbench.change", Listed::change);
        var paged = SheetRows.paged(
                rows.length, (page, size) -> part(actor, result, rows, new Part((long) (page - 1) * size, size), t));
        return sheets.answer(sheet, paged, new SheetAsk(format, query, t));
    }

    private static FirmList named(Map<String, String> parameters) {
        return FirmList.named(parameters.getOrDefault("list", "granted")).orElseThrow(WorkbenchRuns::notFound);
    }

    /// A list of a condition, policy or outcome that is not there is not found.
    private static int[] rows(WorkbenchResult result, FirmList list) {
        try {
            return result.rows(list);
        } catch (NoSuchElementException _) {
            throw WorkbenchRuns.notFound();
        }
    }

    private record Part(long offset, int size) {}

    private List<Listed> part(Actor actor, WorkbenchResult result, int[] rows, Part asked, Text t) {
        var part = Arrays.stream(rows)
                .skip(asked.offset())
                .limit(asked.size())
                .boxed()
                .toList();
        return snapshots.named(actor, result.snapshot(), part).stream()
                .map(found -> new Listed(
                        found.firm(),
                        name(found, t),
                        found.row(),
                        result.before(found.row()),
                        result.after(found.row())))
                .toList();
    }

    private static String name(FirmSnapshots.NamedFirm found, Text t) {
        return found.firm() == null ? t.of("policy.workbench.list.line", found.line()) : found.name();
    }

    private static Table table() {
        return Table.of(
                "policy.workbench.list.caption",
                Empty.nothingYet("policy.workbench.nobody"),
                0,
                Column.text("policy.grant-list.firm"),
                Column.text("policy.workbench.group.district"),
                Column.text("policy.workbench.group.size"),
                Column.text("policy.workbench.before"),
                Column.number("policy.workbench.amount-before"),
                Column.text("policy.workbench.after"),
                Column.number("policy.workbench.amount-after"),
                Column.number("policy.workbench.budget-change"));
    }

    private static WorkbenchFirmsPage.Row row(WorkbenchResult result, Listed listed, WorkbenchViews views, Text t) {
        return new WorkbenchFirmsPage.Row(
                listed.name(),
                listed.firm() == null
                        ? null
                        : "/companies/" + listed.firm() + "/entitlements/"
                                + result.base().policy(),
                district(result, listed, views),
                size(result, listed, views),
                Tags.of(listed.before().outcome()),
                t.yuan(listed.before().amount()),
                Tags.of(listed.after().outcome()),
                t.yuan(listed.after().amount()),
                views.signed(listed.change()));
    }

    private static String district(WorkbenchResult result, Listed listed, WorkbenchViews views) {
        return views.groupName(FrozenFirms.DISTRICT, result.textAt(FrozenFirms.DISTRICT, listed.row()));
    }

    private static String size(WorkbenchResult result, Listed listed, WorkbenchViews views) {
        return views.groupName(FrozenFirms.SIZE, result.textAt(FrozenFirms.SIZE, listed.row()));
    }

    private String title(WorkbenchResult result, FirmList list, Text t) {
        return switch (list.kind()) {
            case NEAR -> t.of("policy.workbench.list.near", condition(result, list, t));
            case OVERLAP -> t.of("policy.workbench.list.overlap", otherTitle(list, t));
            case OUTCOME -> t.of("policy.workbench.list.outcome", t.of("policy.outcome." + list.of()));
            case GRANTED, WINNERS, LOSERS, MORE, LESS -> t.of("policy.workbench.list." + list.word());
        };
    }

    private String lead(WorkbenchResult result, FirmList list, Text t) {
        var kind = list.kind().name().toLowerCase(Locale.ROOT);
        return t.of("policy.workbench.list.lead." + kind, runs.title(result.base(), t));
    }

    private static String condition(WorkbenchResult result, FirmList list, Text t) {
        return result.base()
                .compiled()
                .policy()
                .conditions()
                .leaves()
                .filter(leaf -> leaf.id().equals(list.of()))
                .map(Condition.Leaf::label)
                .map(label -> t.lang() == Lang.ZH ? label.zh() : label.en())
                .findFirst()
                .orElse(list.of());
    }

    private String otherTitle(FirmList list, Text t) {
        return policies.find(new PolicyId(list.of()))
                .map(policy -> runs.words(t).of(policy.header().title()))
                .orElse(list.of());
    }

    private @Nullable String lifted(WorkbenchResult result, FirmList list, WorkbenchViews views, Text t) {
        if (list.kind() != Kind.NEAR) {
            return null;
        }
        return workbench
                .without(result, list.of())
                .map(difference -> t.of(
                        "policy.workbench.near.lifted",
                        difference.winners(),
                        views.signed(new Fen(difference.fenAfter() - difference.fenBefore()))))
                .orElse(null);
    }

    private static String back(WorkbenchAsk ask) {
        return Optional.ofNullable(ask.scenario())
                .map(scenario -> "/policy-scenarios/" + scenario)
                .orElseGet(ask::href);
    }
}
