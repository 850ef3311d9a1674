// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.web;

import io.atrium.files.pdf.OfficialSheets;
import io.atrium.files.pdf.PlainSheet;
import io.atrium.files.pdf.PlainSheet.Section;
import io.atrium.files.pdf.SheetDraft;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.service.ItemState;
import io.atrium.service.ItemView;
import io.atrium.service.PackId;
import io.atrium.service.PackVersion;
import io.atrium.service.PackView;
import io.atrium.service.ServicePacks;
import io.atrium.service.domain.PackChange;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.deadline.Dues;
import io.atrium.web.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/service-packs`: what firms were promised; each with its versions and what they changed, and as an official sheet.
@Controller
class PackPages {

    static final String PATH = "/service-packs";
    private static final String SHEET = "service-pack";

    private final ServicePacks packs;
    private final OrganisationNames names;
    private final OfficialSheets sheets;
    private final RequestKeys keys;
    private final Dues dues;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    PackPages(
            ServicePacks packs,
            OrganisationNames names,
            OfficialSheets sheets,
            RequestKeys keys,
            Dues dues,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.packs = packs;
        this.names = names;
        this.sheets = sheets;
        this.keys = keys;
        this.dues = dues;
        this.clock = clock;
        this.calendar = calendar;
    }

    @Bean
    static NavItem packsNavItem() {
        return NavItem.needing(Permission.READ_SERVICE, NavGroup.NEEDS, "service.nav.packs", PATH, 44);
    }

    @GetMapping(PATH)
    PageView list(Actor actor, ListQuery query, Text t) {
        actor.require(Permission.READ_SERVICE);
        var found = packs.list(actor, query.offset(), query.size());
        var called = names.of(t, found.stream().map(PackView::firm).toList());
        var table = Table.of(
                        "service.packs.caption",
                        Empty.nothingYet("service.packs.none"),
                        0,
                        Column.text("service.pack.title"),
                        Column.text("service.firm"),
                        Column.text("service.pack.kept"),
                        Column.text("service.pack.next"))
                .paged(query, packs.count(actor));
        var rows = found.stream().map(pack -> row(pack, called, t)).toList();
        var write = actor.may(Permission.SERVE_FIRM) ? PATH + "/new" : null;
        return PageView.of("service/packs", "service.packs.title", new PackPage.Listed(table, rows, write))
                .under(Crumb.of("insight.nav.home", "/"));
    }

    private PackPage.Row row(PackView pack, Map<OrgId, String> called, Text t) {
        var items = pack.items();
        long confirmed = items.stream()
                .filter(item -> item.state() == ItemState.CONFIRMED)
                .count();
        long overdue =
                items.stream().filter(item -> item.isOverdue(clock.today())).count();
        return new PackPage.Row(
                PATH + "/" + pack.id(),
                called.getOrDefault(pack.firm(), ""),
                pack.title(),
                t.of("service.pack.kept.of", confirmed, items.size()),
                overdue == 0 ? "" : t.of("service.pack.overdue", overdue),
                items.stream()
                        .filter(item -> item.state().isToDo())
                        .map(ItemView::dueOn)
                        .min(LocalDate::compareTo)
                        .map(calendar::closing)
                        .map(dues::at)
                        .orElse(null));
    }

    @GetMapping(PATH + "/{id}")
    PageView show(Actor actor, @PathVariable PackId id, Text t, @RequestParam(defaultValue = "") String version) {
        var pack = found(actor, id);
        var versions = packs.versions(actor, id);
        var shown = versions.stream()
                .filter(each -> String.valueOf(each.number()).equals(version))
                .findFirst()
                .orElse(versions.isEmpty() ? null : versions.getLast());
        var called = called(pack, versions, t);
        var old = shown == null || shown.number() == pack.version() ? null : shown;
        var items = old != null
                ? old.lines().stream().map(line -> line(line, called, t)).toList()
                : pack.items().stream().map(item -> item(item, called, t)).toList();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(t.of("service.firm"), called.getOrDefault(pack.firm(), "")));
        if (shown != null) {
            facts.add(Fact.of(t.of("service.pack.version"), t.of("service.pack.version.of", shown.number()))
                    .from(t.of("service.pack.version.by", shown.by(), t.dateTime(shown.at()))));
            facts.add(Fact.of(t.of("service.assign.reason"), shown.reason()));
        }
        var page = new PackPage(
                old == null ? null : t.of("service.pack.old", old.number(), pack.version()),
                facts,
                Table.of(
                        "service.pack.items",
                        Empty.nothingYet("service.pack.items.none"),
                        items.size(),
                        Column.text("service.pack.words"),
                        Column.text("service.pack.unit"),
                        Column.text("service.pack.day"),
                        Column.text("service.pack.state")),
                items,
                shown == null ? List.of() : changes(versions, shown, called, t),
                versions.reversed().stream()
                        .map(each -> new PackPage.Version(
                                PATH + "/" + id + "?version=" + each.number(),
                                t.of("service.pack.version.line", each.number(), t.dateTime(each.at()), each.reason()),
                                each.equals(shown)))
                        .toList(),
                actor.scope(Permission.SERVE_FIRM).sees(pack.firm()) ? PATH + "/new?firm=" + pack.firm() : null,
                versions.isEmpty() ? null : sheetForm(id));
        return PageView.of("service/pack", "service.pack.page", page, pack.title())
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("service.nav.packs", PATH));
    }

    private Form sheetForm(PackId id) {
        return Form.to(PATH + "/" + id + "/sheet", "service.pack.sheet").keyed(keys.fresh());
    }

    private Map<OrgId, String> called(PackView pack, List<PackVersion> versions, Text t) {
        var concerned = new LinkedHashSet<OrgId>();
        concerned.add(pack.firm());
        pack.items().forEach(item -> concerned.add(item.unit()));
        versions.forEach(version -> version.lines().forEach(line -> concerned.add(line.unit())));
        return names.of(t, concerned);
    }

    private PackPage.Item item(ItemView item, Map<OrgId, String> called, Text t) {
        return new PackPage.Item(
                ItemPages.PATH + "/" + item.id(),
                item.words(),
                called.getOrDefault(item.unit(), ""),
                item.state().isToDo() ? dues.at(calendar.closing(item.dueOn())) : null,
                t.dateShort(item.dueOn()),
                tag(item.state()));
    }

    private static PackPage.Item line(PackVersion.Line line, Map<OrgId, String> called, Text t) {
        return new PackPage.Item(
                null, line.words(), called.getOrDefault(line.unit(), ""), null, t.dateShort(line.dueOn()), null);
    }

    static Tag tag(ItemState state) {
        var tone = switch (state) {
            case PROMISED -> Tone.PLAIN;
            case IN_WORK -> Tone.INFO;
            case DONE -> Tone.WAIT;
            case CONFIRMED -> Tone.GOOD;
            case DROPPED -> Tone.PLAIN;
        };
        return Tag.of(tone, "service.item.state." + state);
    }

    private static List<String> changes(
            List<PackVersion> versions, PackVersion shown, Map<OrgId, String> called, Text t) {
        return versions.stream()
                .filter(each -> each.number() == shown.number() - 1)
                .flatMap(earlier -> PackChange.between(earlier, shown).stream())
                .flatMap(change -> words(change, called, t).stream())
                .toList();
    }

    private static List<String> words(PackChange change, Map<OrgId, String> called, Text t) {
        var before = change.before();
        var after = change.after();
        if (before == null && after != null) {
            return List.of(t.of(
                    "service.pack.change.added",
                    after.words(),
                    called.getOrDefault(after.unit(), ""),
                    t.dateShort(after.dueOn())));
        }
        if (before == null || after == null) {
            return before == null ? List.of() : List.of(t.of("service.pack.change.dropped", before.words()));
        }
        var lines = new ArrayList<String>();
        if (!before.words().equals(after.words())) {
            lines.add(t.of("service.pack.change.words", before.words(), after.words()));
        }
        if (!before.unit().equals(after.unit())) {
            lines.add(t.of(
                    "service.pack.change.unit",
                    after.words(),
                    called.getOrDefault(before.unit(), ""),
                    called.getOrDefault(after.unit(), "")));
        }
        if (!before.dueOn().equals(after.dueOn())) {
            lines.add(t.of(
                    "service.pack.change.day", after.words(), t.dateShort(before.dueOn()), t.dateShort(after.dueOn())));
        }
        return lines;
    }

    /// For the firm and for those who see whole packs.
    @PostMapping(PATH + "/{id}/sheet")
    SeeOther sheet(Actor actor, RequestKey key, @PathVariable PackId id, Text t) {
        var pack = found(actor, id);
        var versions = packs.versions(actor, id);
        if (versions.isEmpty()) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        var called = called(pack, versions, t);
        var sections = new ArrayList<Section>();
        sections.add(new Section(
                t.of("service.pack.sheet.facts"),
                List.of(
                        Fact.of(t.of("service.firm"), called.getOrDefault(pack.firm(), "")),
                        Fact.of(t.of("service.pack.version"), t.of("service.pack.version.of", pack.version())),
                        Fact.of(
                                t.of("service.assign.reason"),
                                versions.getLast().reason()))));
        for (var item : pack.items()) {
            sections.add(new Section(
                    item.words(),
                    List.of(
                            Fact.of(t.of("service.pack.unit"), called.getOrDefault(item.unit(), "")),
                            Fact.of(t.of("service.pack.day"), t.date(item.dueOn())),
                            Fact.of(
                                    t.of("service.pack.state"),
                                    t.of(tag(item.state()).key())))));
        }
        var draft = new SheetDraft(
                SHEET,
                Permission.READ_SERVICE,
                new SheetDraft.Holder(pack.firm(), called.getOrDefault(pack.firm(), "")),
                id.value(),
                t.of("service.pack.sheet.title", pack.title()),
                PlainSheet.TEMPLATE,
                new PlainSheet(sections));
        return SeeOther.to(sheets.issue(actor, key, draft, t).href());
    }

    private PackView found(Actor actor, PackId id) {
        actor.require(Permission.READ_SERVICE);
        return packs.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }
}
