// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import io.atrium.appeal.AppealSettings;
import io.atrium.appeal.RouteRule;
import io.atrium.appeal.Rules;
import io.atrium.appeal.memory.CaseMemory;
import io.atrium.engine.meaning.pattern.CaseEvent;
import io.atrium.engine.meaning.pattern.Finding;
import io.atrium.engine.meaning.pattern.PatternSettings;
import io.atrium.engine.meaning.pattern.PatternWatch;
import io.atrium.engine.meaning.pattern.Topic;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Looks once a day at the needs of the last 180 days, up to yesterday, and keeps what stands out (态势发现).
///
/// Each look feeds a watch of its own from the beginning, so that it rests on the database alone: after a
/// crash, on another node, or a second time on one day it finds the same, and what is kept already is not kept
/// again.
@Component
public class FindingWatch {

    /// More than a community brings in half a year; beyond it the oldest are left out.
    private static final int CASES_MAX = 50_000;

    /// What was found on an earlier day and not kept, because nobody looked, is old news after these.
    private static final int TOLD_DAYS = 30;

    private static final int TEXTS_AT_ONCE = 500;

    private final FindingStore store;
    private final FindingNotices notices;
    private final CaseMemory memory;
    private final Rules rules;
    private final AppealSettings settings;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    /// Vectors of the last look by id of the case; a text never changes.
    private Map<String, float[]> vectors = Map.of();

    FindingWatch(
            FindingStore store,
            FindingNotices notices,
            CaseMemory memory,
            Rules rules,
            AppealSettings settings,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.store = store;
        this.notices = notices;
        this.memory = memory;
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
        this.calendar = calendar;
    }

    /// Looks if a day is over at which nobody has looked.
    @Transactional
    public void goOn() {
        if (!store.isClosed(clock.today().minusDays(1))) {
            look();
        }
    }

    /// Looks now; returns how many findings are new.
    @Transactional
    public synchronized int look() {
        store.lockWatch();
        var yesterday = clock.today().minusDays(1);
        int kept = 0;
        for (var finding : findings(yesterday)) {
            if (finding.day().isAfter(yesterday.minusDays(TOLD_DAYS)) && !store.isKnown(finding)) {
                kept += keep(finding);
            }
        }
        store.close(yesterday, clock.instant());
        return kept;
    }

    /// Tells the community, once each, of what is overdue at a unit.
    @Transactional
    public void escalate() {
        var now = clock.instant();
        store.overdue(now).stream()
                .filter(finding -> store.escalate(finding.id(), now))
                .forEach(finding -> notices.overdue(finding, rules.community()));
    }

    private List<Finding> findings(LocalDate yesterday) {
        var first = yesterday.minusDays(PatternWatch.DAYS_TO_FEED_AGAIN - 1L);
        var cases = store.cases(start(first), start(yesterday.plusDays(1)), CASES_MAX);
        if (cases.isEmpty()) {
            return List.of();
        }
        embed(cases);
        var watch = new PatternWatch(PatternSettings.usual(), calendar::isWorkingDay);
        var found = new ArrayList<Finding>();
        LocalDate open = null;
        for (var each : cases) {
            var day = calendar.dayOf(each.raisedAt());
            if (open != null && day.isAfter(open)) {
                found.addAll(watch.close(day.minusDays(1)));
            }
            open = day;
            watch.add(event(each, day));
        }
        found.addAll(watch.close(yesterday));
        return found;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(BusinessClock.ZONE).toInstant();
    }

    private void embed(List<FindingStore.Case> cases) {
        var known = new HashMap<String, float[]>();
        var unknown = new ArrayList<FindingStore.Case>();
        for (var each : cases) {
            var vector = vectors.get(each.id());
            if (vector == null) {
                unknown.add(each);
            } else {
                known.put(each.id(), vector);
            }
        }
        for (int from = 0; from < unknown.size(); from += TEXTS_AT_ONCE) {
            var some = unknown.subList(from, Math.min(unknown.size(), from + TEXTS_AT_ONCE));
            var placed =
                    memory.vectors(some.stream().map(FindingStore.Case::text).toList());
            for (int i = 0; i < some.size(); i++) {
                known.put(some.get(i).id(), placed.get(i));
            }
        }
        vectors = known;
    }

    private CaseEvent event(FindingStore.Case each, LocalDate day) {
        return new CaseEvent(
                each.id(),
                each.firm(),
                each.building(),
                day,
                each.category(),
                each.text(),
                Objects.requireNonNull(vectors.get(each.id())));
    }

    /// Gives it to the unit that leads the category of most of its cases, with a date.
    private int keep(Finding finding) {
        var category = category(finding);
        var routed = new FindingStore.Routed(
                topic(finding),
                category,
                rules.route(category).map(RouteRule::lead).orElseGet(rules::community),
                calendar.closing(calendar.plusWorkingDays(clock.today(), settings.findingDays())));
        var id = store.insert(finding, routed, clock.instant());
        id.ifPresent(kept -> notices.found(kept, finding, routed));
        return id.isPresent() ? 1 : 0;
    }

    /// Clusters are numbered anew at each look; the first case of the finding names them for good.
    private static String topic(Finding finding) {
        return switch (finding.topic()) {
            case Topic.OfCategory(var category) -> "category:" + category;
            case Topic.OfCluster _ -> "case:" + finding.cases().getFirst();
        };
    }

    private String category(Finding finding) {
        if (finding.topic() instanceof Topic.OfCategory(var category)) {
            return category;
        }
        var counts = store.categories(finding.cases()).stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry<String, Long>::getValue))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }
}
