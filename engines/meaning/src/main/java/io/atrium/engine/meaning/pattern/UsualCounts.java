// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// How many firms usually ask about a topic at a place, on days like these.
///
/// For each count a gamma distribution of its rate: what came before the last week, fading, over the busyness of those
/// days. A count begins with what its topic does elsewhere times the share of its place, worth a week; so a topic that
/// is new at a place is not compared with nothing. The count of the next days is then negative binomial, which is wider
/// than Poisson by what is not known, and by what days differ beyond chance.
final class UsualCounts {
    /// Counts that are kept: about 200 topics at 100 places each. Beyond them the faintest are forgotten.
    static final int SERIES_MAX = 20_000;

    private static final double GUESS_DAYS = 7;

    /// A cluster that was never seen is taken for a rare one: a tenth of the mean cluster.
    private static final double NEW_CLUSTER = 0.1;

    private static final double RATE_MIN = 1e-4;
    private static final double CLIP_CHANCE = 0.99;

    private final PatternSettings settings;
    private final DayRhythm rhythm;
    private final double keepADay;
    private final Map<SeriesKey, RecentDays> series = new HashMap<>();
    private final Map<String, RecentDays> byPlace = new HashMap<>();
    private final ArrayDeque<Double> recentBusyness = new ArrayDeque<>();
    private double busynessBefore;

    UsualCounts(PatternSettings settings, Predicate<LocalDate> isWorkingDay) {
        this.settings = settings;
        this.rhythm = new DayRhythm(isWorkingDay, settings.memoryDays());
        this.keepADay = Math.exp(-1 / settings.memoryDays());
    }

    void add(CaseEvent event, long day, Collection<Topic> topics) {
        for (var place : event.places(settings.placeDepth())) {
            byPlace.computeIfAbsent(place, _ -> new RecentDays()).add(day, event);
            for (var topic : topics) {
                series.computeIfAbsent(new SeriesKey(topic, place), _ -> new RecentDays())
                        .add(day, event);
            }
        }
    }

    /// Begins the judgement of a day: its busyness is known from now on, and older days have become usual.
    void begin(LocalDate day, int cases) {
        busynessBefore *= keepADay;
        recentBusyness.addLast(rhythm.factor(day));
        if (recentBusyness.size() > RecentDays.DAYS) busynessBefore += recentBusyness.removeFirst();
        rhythm.learn(day, cases);
        long number = day.toEpochDay();
        byPlace.values().forEach(one -> one.age(number, keepADay, Double.MAX_VALUE));
        series.forEach((key, one) -> one.age(number, keepADay, clip(key)));
        forget();
    }

    /// How much is known: working days before the last week, fading.
    double busynessBefore() {
        return busynessBefore;
    }

    Map<SeriesKey, RecentDays> series() {
        return series;
    }

    /// What the days of this span, which ends today, should have brought.
    NegativeBinomial expected(SeriesKey key, int span, int clusters) {
        double busyness = Math.max(
                0.01,
                recentBusyness.stream()
                        .skip(Math.max(0, recentBusyness.size() - span))
                        .mapToDouble(Double::doubleValue)
                        .sum());
        return counted(key, guess(key, clusters), busyness);
    }

    private NegativeBinomial counted(SeriesKey key, double guess, double busyness) {
        double shape = GUESS_DAYS * guess + before(series.get(key));
        double rate = shape / (GUESS_DAYS + busynessBefore);
        return new NegativeBinomial(Math.min(settings.shapeMax(), shape), Math.max(RATE_MIN, rate) * busyness);
    }

    private double guess(SeriesKey key, int clusters) {
        double all = before(byPlace.get(CaseEvent.EVERYWHERE));
        double everywhere = before(series.get(new SeriesKey(key.topic(), CaseEvent.EVERYWHERE)));
        double known = Math.max(1, busynessBefore);
        double topic = (everywhere + GUESS_DAYS * NEW_CLUSTER * all / known / (clusters + 1)) / (known + GUESS_DAYS);
        double share = key.place().isEmpty() ? 1 : (before(byPlace.get(key.place())) + 0.5) / (all + 1);
        return Math.max(RATE_MIN, topic * share);
    }

    /// Nothing is clipped before it is known what is much.
    private double clip(SeriesKey key) {
        if (busynessBefore < PatternWatch.SETTLING_DAYS) return Double.MAX_VALUE;
        double mean = (before(series.get(key)) + 0.5) / (GUESS_DAYS + busynessBefore);
        return 1 + new NegativeBinomial(settings.shapeMax(), mean).quantile(CLIP_CHANCE);
    }

    private void forget() {
        series.values().removeIf(one -> one.isQuiet() && one.before() < 0.02);
        byPlace.values().removeIf(one -> one.isQuiet() && one.before() < 0.02);
        if (series.size() <= SERIES_MAX) return;
        series.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<SeriesKey, RecentDays> entry) ->
                                entry.getValue().isQuiet() ? entry.getValue().before() : Double.MAX_VALUE)
                        .thenComparing(entry -> entry.getKey().toString()))
                .limit(series.size() - SERIES_MAX)
                .map(Map.Entry::getKey)
                .toList()
                .forEach(series::remove);
    }

    private static double before(@Nullable RecentDays one) {
        return one == null ? 0 : one.before();
    }
}
