// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.FileSnapshot;
import io.atrium.policy.FirmSnapshotId;
import io.atrium.policy.FirmSnapshotOutcome;
import io.atrium.policy.FirmSnapshotView;
import io.atrium.policy.FirmSnapshots;
import io.atrium.policy.LongSnapshots;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
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
import io.atrium.web.component.Table;
import io.atrium.web.component.UploadLimit;
import io.atrium.web.operation.Operations;
import io.atrium.web.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// `/policy-snapshots`: the frozen facts on which a department simulates; taken with one button, never changed.
@Controller
class SnapshotPages {

    static final String LIST = "/policy-snapshots";

    private static final String PAGE = LIST + "/{id}";

    private static final String FILES = LIST + "/files";
    private static final String FILE = "file";
    private static final UploadLimit LIMIT =
            new UploadLimit(".csv,.gz,text/csv,application/gzip", LongSnapshots.FILE_BYTES_MAX, 1);

    private final FirmSnapshots snapshots;
    private final LongSnapshots longSnapshots;
    private final SnapshotFacts facts;
    private final RequestKeys keys;
    private final BusinessClock clock;

    SnapshotPages(
            FirmSnapshots snapshots,
            LongSnapshots longSnapshots,
            SnapshotFacts facts,
            RequestKeys keys,
            BusinessClock clock) {
        this.snapshots = snapshots;
        this.longSnapshots = longSnapshots;
        this.facts = facts;
        this.keys = keys;
        this.clock = clock;
    }

    static Form form(Text t, RequestKey key) {
        return Form.to(
                        LIST,
                        "policy.snapshot.take",
                        Field.text("name", "policy.snapshot.name")
                                .hint("policy.snapshot.name.hint")
                                .value(t.of("policy.snapshot.name.proposed")))
                .keyed(key);
    }

    @GetMapping(LIST)
    PageView list(Actor actor, Text t) {
        actor.require(Permission.WRITE_POLICY);
        return list(actor, form(t, keys.fresh()), fileForm(), t);
    }

    private Form fileForm() {
        return Form.to(
                        FILES,
                        "policy.snapshot.file.take",
                        Field.text("name", "policy.snapshot.name").hint("policy.snapshot.file.name.hint"),
                        Field.of(FieldKind.DATE, "day", "policy.snapshot.file.day")
                                .hint("policy.snapshot.file.day.hint")
                                .value(clock.today().toString()),
                        Field.upload(FILE, "policy.snapshot.file.file", LIMIT).hint("policy.snapshot.file.file.hint"))
                .keyed(keys.fresh());
    }

    private PageView list(Actor actor, Form form, Form fileForm, Text t) {
        var found = snapshots.list(actor, null, FirmSnapshots.SNAPSHOTS_MAX);
        var table = Table.of(
                "policy.snapshot.list",
                Empty.nothingYet("policy.snapshot.none"),
                found.size(),
                Column.text("policy.snapshot.name"),
                Column.text("policy.snapshot.source"),
                Column.text("policy.snapshot.day"),
                Column.number("policy.snapshot.firms"),
                Column.text("policy.snapshot.taken"));
        return PageView.of(
                        "policy/snapshots",
                        "policy.snapshot.title",
                        new SnapshotsPage(table, rows(found, t), form, fileForm))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("policy.workbench.title", WorkbenchAsk.PATH));
    }

    private static List<SnapshotsPage.Row> rows(List<FirmSnapshotView> found, Text t) {
        return found.stream()
                .map(snapshot -> new SnapshotsPage.Row(
                        snapshot.name(),
                        LIST + "/" + snapshot.id(),
                        source(snapshot, t),
                        t.date(snapshot.day()),
                        t.number(snapshot.firms()),
                        t.of("policy.draft.about.by", snapshot.takenBy(), snapshot.knownAt())))
                .toList();
    }

    private static String source(FirmSnapshotView snapshot, Text t) {
        var file = snapshot.fileName();
        return file == null ? t.of("policy.snapshot.source.here") : t.of("policy.snapshot.source.file", file);
    }

    /// On to the workbench: that is what it was taken for.
    @PostMapping(LIST)
    ModelAndView take(Actor actor, Text t, RequestKey key, @RequestParam String name) {
        if (longSnapshots.isLong()) {
            return underWay(longSnapshots.start(actor, key, new FirmSnapshots.Take(name)));
        }
        return switch (snapshots.take(actor, key, new FirmSnapshots.Take(name))) {
            case FirmSnapshotOutcome.Done(var id) ->
                SeeOther.to(WorkbenchAsk.PATH + "?snapshot=" + id).saying(Flash.done("policy.snapshot.flash.taken"));
            case FirmSnapshotOutcome.Refused(var refusal) -> {
                var form = form(t, keys.fresh()).answered(Map.of("name", name)).refused(refusal);
                yield list(actor, form, fileForm(), t).refused();
            }
        };
    }

    private static ModelAndView underWay(Operations.Begun begun) {
        return SeeOther.to("/operations/" + begun.id() + (begun.isNew() ? "" : "?already"));
    }

    /// The file of a city, which is read while nobody waits.
    @PostMapping(FILES)
    ModelAndView takeFile(
            Actor actor,
            Text t,
            RequestKey key,
            @RequestParam String name,
            @RequestParam String day,
            @RequestParam(FILE) MultipartFile file)
            throws IOException {
        actor.require(Permission.WRITE_POLICY);
        var form = fileForm().answered(Map.of("name", name, "day", day));
        if (file.isEmpty()) {
            return list(
                            actor,
                            form(t, keys.fresh()),
                            form.wrong(List.of(FieldError.of(FILE, "policy.snapshot.file.missing"))),
                            t)
                    .refused();
        }
        try {
            var about = new FileSnapshot(
                    name.strip(), day(day), Objects.requireNonNullElse(file.getOriginalFilename(), "firms.csv"));
            longSnapshots.objection(actor, about).ifPresent(refusal -> {
                throw new RefusedException(refusal);
            });
            var content = Files.createTempFile("atrium-firms", ".csv");
            file.transferTo(content);
            return underWay(longSnapshots.start(actor, key, about, content));
        } catch (RefusedException refused) {
            return list(actor, form(t, keys.fresh()), form.refused(refused.refusal()), t)
                    .refused();
        }
    }

    private LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException _) {
            throw new RefusedException(LongSnapshots.dayWrong(clock.today()));
        }
    }

    @GetMapping(PAGE)
    PageView show(Actor actor, Text t, @PathVariable FirmSnapshotId id) {
        var found = find(actor, id);
        var known = facts.rows(snapshots.open(actor, id).orElseThrow(WorkbenchRuns::notFound), t);
        var page = new SnapshotsPage.One(
                List.of(
                        Fact.of(t.of("policy.snapshot.source"), source(found, t)),
                        Fact.of(t.of("policy.snapshot.day"), t.date(found.day())),
                        Fact.of(t.of("policy.snapshot.firms"), t.number(found.firms())),
                        Fact.of(
                                t.of("policy.snapshot.taken"),
                                t.of("policy.draft.about.by", found.takenBy(), found.knownAt())),
                        Fact.of(t.of("policy.snapshot.scenarios"), t.number(snapshots.uses(found)))
                                .linked(ScenarioPages.LIST),
                        Fact.of(t.of("policy.snapshot.sha256"), found.sha256())),
                facts.table(known.size()),
                known,
                WorkbenchAsk.PATH + "?snapshot=" + id,
                LIST + "/" + id + "/removal");
        return view("policy/snapshot", page, found);
    }

    @GetMapping(PAGE + "/removal")
    PageView remove(Actor actor, Text t, @PathVariable FirmSnapshotId id) {
        return removal(find(actor, id), removal(id), t);
    }

    private Form removal(FirmSnapshotId id) {
        return Form.to(LIST + "/" + id + "/removal", "policy.snapshot.remove").keyed(keys.fresh());
    }

    private static PageView removal(FirmSnapshotView found, Form form, Text t) {
        var consequences = List.of(t.of("policy.snapshot.remove.consequence"));
        return view("policy/removal", new RemovalPage(form, consequences, LIST + "/" + found.id()), found);
    }

    @PostMapping(PAGE + "/removal")
    ModelAndView remove(Actor actor, Text t, RequestKey key, @PathVariable FirmSnapshotId id) {
        return switch (snapshots.remove(actor, key, id)) {
            case FirmSnapshotOutcome.Done _ -> SeeOther.to(LIST).saying(Flash.done("policy.snapshot.flash.removed"));
            case FirmSnapshotOutcome.Refused(var refusal) ->
                removal(find(actor, id), removal(id).refused(refusal), t).refused();
        };
    }

    private static PageView view(String template, Object page, FirmSnapshotView found) {
        return PageView.of(template, "policy.snapshot.one", page, found.name())
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("policy.workbench.title", WorkbenchAsk.PATH),
                        Crumb.of("policy.snapshot.title", LIST));
    }

    private FirmSnapshotView find(Actor actor, FirmSnapshotId id) {
        return snapshots.find(actor, id).orElseThrow(WorkbenchRuns::notFound);
    }
}
