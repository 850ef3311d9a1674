// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

import io.atrium.engine.meaning.pattern.Finding.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Watches a stream of cases (诉求态势监测): add each case in the order of the days, close each day, get findings.
///
/// Every case is counted under its category and under its cluster, at its place, at all places around it, and
/// everywhere; one firm once a day. At the close of a day each count is compared with what is usual for such days.
/// What stands out is reported once, with the least likely count as its name, and stays silent while it goes on.
///
/// Not for many threads: one feeder.
public final class PatternWatch {
    /// After these, counts from before make no difference that could be told.
    public static final int DAYS_TO_FEED_AGAIN = 180;

    /// Working days before surges are reported at all: nobody knows before what is usual.
    static final double SETTLING_DAYS = 15;

    /// A feeder that is further behind than this has the wrong clock.
    private static final int DAYS_SKIPPED_MAX = 3_660;

    private final StreamingClusters clusters;
    private final UsualCounts usual;
    private final UnusualCounts unusual;
    private final OpenSurges open = new OpenSurges();
    private final RepeatedFirms repeated;
    private @Nullable LocalDate today;
    private int casesToday;

    /// @param isWorkingDay the calendar of the place, with its holidays and worked weekends
    public PatternWatch(PatternSettings settings, Predicate<LocalDate> isWorkingDay) {
        this.clusters = new StreamingClusters(settings.clusterCloseness());
        this.usual = new UsualCounts(settings, isWorkingDay);
        this.unusual = new UnusualCounts(settings, usual);
        this.repeated = new RepeatedFirms(settings.repetitionsMin());
    }

    /// Takes a case in. Its day must be open: close the days before it first. A late case counts for the open day.
    ///
    /// @return the cluster it joined
    public long add(CaseEvent event) {
        if (today == null) today = event.day();
        if (event.day().isAfter(today)) throw new IllegalStateException("close " + today + " before " + event.day());
        long cluster = clusters.add(event);
        usual.add(
                event,
                today.toEpochDay(),
                List.of(new Topic.OfCategory(event.category()), new Topic.OfCluster(cluster)));
        repeated.add(event, today.toEpochDay(), cluster);
        casesToday++;
        return cluster;
    }

    /// Closes all days up to this one, those without a case too, and tells what was found.
    public List<Finding> close(LocalDate day) {
        if (today == null) today = day;
        if (day.toEpochDay() - today.toEpochDay() > DAYS_SKIPPED_MAX) throw new IllegalArgumentException("day: " + day);
        var findings = new ArrayList<Finding>();
        while (!today.isAfter(day)) {
            findings.addAll(closeOne(today));
            casesToday = 0;
            today = today.plusDays(1);
        }
        return findings;
    }

    public Optional<Cluster> cluster(long id) {
        return today == null ? Optional.empty() : clusters.find(id, today);
    }

    /// All clusters, the weightiest first.
    public List<Cluster> clusters() {
        return today == null ? List.of() : clusters.list(today);
    }

    private List<Finding> closeOne(LocalDate day) {
        usual.begin(day, casesToday);
        var findings = new ArrayList<Finding>();
        if (usual.busynessBefore() >= SETTLING_DAYS) {
            var surges = unusual.surges(day, clusters.count());
            open.keepNew(surges, day.toEpochDay()).forEach(surge -> findings.add(finding(surge, day)));
        }
        findings.addAll(repeated.take());
        return findings;
    }

    private Finding finding(UnusualCounts.Surge surge, LocalDate day) {
        var reasons = new ArrayList<>(surge.reasons());
        var topic = surge.key().topic();
        if (topic instanceof Topic.OfCluster(long id)) {
            clusters.find(id, day).ifPresent(cluster -> reasons.add(new FindingReason.Terms(cluster.terms())));
        }
        boolean oneCause =
                topic instanceof Topic.OfCluster && !surge.key().place().isEmpty();
        return new Finding(
                oneCause ? Kind.SAME_CAUSE : Kind.SURGE,
                topic,
                surge.key().place(),
                day.minusDays(surge.span() - 1L),
                day,
                reasons,
                surge.cases());
    }
}
