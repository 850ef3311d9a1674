// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.Companies;
import io.atrium.company.CompanyFile;
import io.atrium.company.FactCatalogue;
import io.atrium.company.web.TimelinePage.Day;
import io.atrium.company.web.TimelinePage.Line;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.PageView;
import io.atrium.web.component.Field;
import io.atrium.web.component.Option;
import io.atrium.web.component.Pager;
import io.atrium.web.component.Tag;
import io.atrium.web.text.Text;
import io.atrium.web.timeline.TimelineItem;
import io.atrium.web.timeline.TimelineSource;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// `/company/timeline`: everything that happened to a firm in one stream, whatever module it comes from.
@Controller
class TimelinePages {

    /// Nobody reads further back on a page; the lists of the modules do.
    private static final int ENTRIES_MAX = 500;

    private final List<TimelineSource> sources;
    private final Companies companies;
    private final FactCatalogue catalogue;
    private final BusinessClock clock;
    private final InstantSource systemClock;

    TimelinePages(
            List<TimelineSource> sources,
            Companies companies,
            FactCatalogue catalogue,
            BusinessClock clock,
            InstantSource systemClock) {
        this.sources = sources;
        this.companies = companies;
        this.catalogue = catalogue;
        this.clock = clock;
        this.systemClock = systemClock;
    }

    @GetMapping("/company/timeline")
    PageView own(Actor actor, Text t, ListQuery query) {
        actor.require(Permission.READ_COMPANY);
        return page(actor, actor.organisation(), t, query).under(Crumb.of("company.file.heading", FileTabs.OWN));
    }

    @GetMapping("/companies/{firm}/timeline")
    PageView of(Actor actor, Text t, ListQuery query, @PathVariable OrgId firm) {
        return page(actor, firm, t, query).under(Crumb.of("company.list.title", "/companies"));
    }

    private PageView page(Actor actor, OrgId firm, Text t, ListQuery query) {
        var file = file(actor, firm);
        var all = entries(actor, firm, t, query.filter("kind"));
        var shown = all.stream().skip(query.offset()).limit(query.size()).toList();
        var page = new TimelinePage(
                new IdentityBars(catalogue, t).of(file),
                FileTabs.of(actor, firm).tabs(t, "timeline"),
                query,
                List.of(filter()),
                days(shown, t),
                new Pager(query, all.size()));
        return PageView.of("company/timeline", "company.timeline.title", page);
    }

    private List<TimelineItem> entries(Actor actor, OrgId firm, Text t, String kind) {
        return sources.stream()
                .filter(source -> kind.isEmpty()
                        || source.kinds().stream()
                                .anyMatch(known -> known.name().equals(kind)))
                .flatMap(source -> source.entries(actor, firm, t, ENTRIES_MAX).stream())
                .filter(item -> kind.isEmpty() || item.kind().name().equals(kind))
                .sorted(TimelineItem.NEWEST_FIRST)
                .limit(ENTRIES_MAX)
                .toList();
    }

    private Field filter() {
        var kinds = sources.stream()
                .flatMap(source -> source.kinds().stream())
                .distinct()
                .sorted()
                .map(kind -> Option.key(kind.name(), kind.titleKey()));
        var all = Stream.concat(Stream.of(Option.key("", "company.list.filter.all")), kinds);
        return Field.select("kind", "company.timeline.kind", all.toList());
    }

    private static List<Day> days(List<TimelineItem> items, Text t) {
        var byDay = items.stream()
                .collect(Collectors.groupingBy(
                        item -> LocalDate.ofInstant(item.entry().at(), BusinessClock.ZONE),
                        LinkedHashMap::new,
                        Collectors.mapping(TimelinePages::line, Collectors.toList())));
        return byDay.entrySet().stream()
                .map(day -> new Day(t.date(day.getKey()), day.getValue()))
                .toList();
    }

    private static Line line(TimelineItem item) {
        var entry = item.entry();
        return new Line(
                LocalTime.ofInstant(entry.at(), BusinessClock.ZONE)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString(),
                Tag.of(entry.tone(), item.kind().titleKey()),
                entry.what(),
                entry.who(),
                entry.href());
    }

    private CompanyFile file(Actor actor, OrgId firm) {
        return companies
                .file(actor, firm, clock.today(), systemClock.instant())
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }
}
