// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.meaning;

import io.atrium.engine.meaning.pattern.CaseEvent;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// A community's needs over some months, with bursts planted in them, from a seed.
///
/// Twelve buildings of different size, 400 firms with an office each, causes of different frequency that differ between
/// buildings; busy Mondays, quiet Fridays and weekends, holidays, a rush on the day after a holiday, and days that are
/// busier than others for no reason. Some firms ask again and again, which is no burst.
final class NeedStream {
    static final int DAYS = 240;

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final int QUIET_DAYS = 60;
    private static final int BURSTS = 14;
    private static final int REPEATERS = 5;
    private static final int BUILDINGS = 12;
    private static final int FLOORS = 10;
    private static final int FIRMS = 400;
    private static final double NEEDS_A_DAY = 36;
    private static final double DAY_SHAPE = 25;
    private static final int UNHEARD_CAUSES = 4;
    private static final double[] WEEKDAY = {1.25, 1.05, 1.0, 0.95, 0.75, 0.12, 0.1};

    private final NeedPool pool;
    private final Random random;
    private final List<Cause> usualCauses;
    private final List<Cause> unheardCauses;
    private final double[] causeWeights;
    private final Map<String, Double> localWeights = new HashMap<>();
    private final List<String> offices = new ArrayList<>();
    private final Set<LocalDate> holidays = new HashSet<>();
    private final List<CaseEvent> events = new ArrayList<>();
    private final List<Burst> bursts = new ArrayList<>();
    private final Set<String> repeaters = new HashSet<>();

    NeedStream(NeedPool pool, long seed) {
        this.pool = pool;
        this.random = new Random(seed);
        var shuffled = new ArrayList<>(pool.causes());
        Collections.shuffle(shuffled, random);
        this.unheardCauses = shuffled.subList(0, UNHEARD_CAUSES);
        this.usualCauses = shuffled.subList(UNHEARD_CAUSES, shuffled.size());
        this.causeWeights = usualCauses.stream()
                .mapToDouble(_ -> Math.exp(0.7 * random.nextGaussian()))
                .toArray();
        for (int i = 0; i < FIRMS; i++) offices.add(office());
        holidays();
        for (int day = 0; day < DAYS; day++) ordinaryDay(FIRST.plusDays(day));
        plantBursts();
        for (int i = 0; i < REPEATERS; i++) plantRepeater("firm-r" + i);
        events.sort(Comparator.comparing(CaseEvent::day)); // stable: planted needs come last on their day
    }

    List<CaseEvent> events() {
        return events;
    }

    List<Burst> bursts() {
        return bursts;
    }

    /// Firms that ask again and again about one cause.
    Set<String> repeaters() {
        return repeaters;
    }

    boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue() && !holidays.contains(day);
    }

    private String office() {
        int building = (int) (BUILDINGS * Math.pow(random.nextDouble(), 1.4));
        return "B" + (building + 1) + "/" + (1 + random.nextInt(FLOORS));
    }

    private void holidays() {
        for (int i = 0; i < 3; i++) {
            var first = FIRST.plusDays(random.nextInt(DAYS - 10));
            for (int day = 0; day < 3 + random.nextInt(4); day++) holidays.add(first.plusDays(day));
        }
    }

    private void ordinaryDay(LocalDate day) {
        double factor =
                holidays.contains(day) ? 0.1 : WEEKDAY[day.getDayOfWeek().getValue() - 1];
        if (!holidays.contains(day) && holidays.contains(day.minusDays(1))) factor *= 1.4;
        double mean = NEEDS_A_DAY * factor * gamma(DAY_SHAPE) / DAY_SHAPE;
        for (int i = poisson(mean); i > 0; i--) {
            int firm = random.nextInt(FIRMS);
            var office = offices.get(firm);
            add(day, "firm-" + firm, office, ordinaryCause(office.substring(0, office.indexOf('/'))));
        }
    }

    private Cause ordinaryCause(String building) {
        double sum = 0;
        var weights = new double[usualCauses.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = causeWeights[i]
                    * localWeights.computeIfAbsent(
                            building + usualCauses.get(i).name(), _ -> Math.exp(0.5 * random.nextGaussian()));
            sum += weights[i];
        }
        double at = random.nextDouble() * sum;
        int chosen = 0;
        while (chosen < weights.length - 1 && (at -= weights[chosen]) > 0) chosen++;
        return usualCauses.get(chosen);
    }

    private void plantBursts() {
        int room = (DAYS - QUIET_DAYS) / BURSTS;
        for (int i = 0; i < BURSTS; i++) {
            var day = FIRST.plusDays(QUIET_DAYS + (long) i * room + random.nextInt(room / 2));
            while (!isWorkingDay(day)) day = day.plusDays(1);
            switch (Burst.Kind.values()[random.nextInt(4)]) {
                case BUILDING -> plant(Burst.Kind.BUILDING, usual(), day, 1 + random.nextInt(4), 5 + random.nextInt(8));
                case EVERYWHERE ->
                    plant(Burst.Kind.EVERYWHERE, usual(), day, 2 + random.nextInt(3), 15 + random.nextInt(16));
                case SLOW -> plant(Burst.Kind.SLOW, usual(), day, 7 + random.nextInt(3), 9 + random.nextInt(5));
                case NEW_CAUSE ->
                    plant(
                            Burst.Kind.NEW_CAUSE,
                            unheardCauses.get(i % UNHEARD_CAUSES),
                            day,
                            1 + random.nextInt(3),
                            5 + random.nextInt(5));
            }
        }
    }

    private Cause usual() {
        return Needs.one(usualCauses, random);
    }

    private void plant(Burst.Kind kind, Cause cause, LocalDate from, int days, int needs) {
        var building = office().split("/")[0];
        var planted = new HashSet<String>();
        var last = from;
        for (int i = 0; i < needs; i++) {
            var day = from.plusDays((long) i * days / needs);
            while (!isWorkingDay(day)) day = day.plusDays(1);
            if (day.isAfter(FIRST.plusDays(DAYS - 1L))) continue;
            if (day.isAfter(last)) last = day;
            int firm = kind == Burst.Kind.EVERYWHERE ? random.nextInt(FIRMS) : firmIn(building);
            planted.add(add(day, "firm-" + firm, offices.get(firm), cause));
        }
        bursts.add(new Burst(kind, cause, from, last, planted));
    }

    private int firmIn(String building) {
        int firm = random.nextInt(FIRMS);
        while (!offices.get(firm).startsWith(building + "/")) firm = (firm + 1) % FIRMS;
        return firm;
    }

    private void plantRepeater(String firm) {
        repeaters.add(firm);
        var office = office();
        var cause = usual();
        var first = FIRST.plusDays(QUIET_DAYS + random.nextInt(DAYS - QUIET_DAYS - 25));
        for (int i = 0; i < 4 + random.nextInt(3); i++) add(first.plusDays(4L * i), firm, office, cause);
    }

    private String add(LocalDate day, String firm, String office, Cause cause) {
        var need = pool.draw(cause, random);
        var id = "need-" + events.size();
        events.add(new CaseEvent(id, firm, office, day, cause.category(), need.text(), need.meaning()));
        return id;
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /// A sum of squares: for whole and half shapes.
    private double gamma(double shape) {
        double sum = 0;
        for (int i = 0; i < 2 * shape; i++) {
            double normal = random.nextGaussian();
            sum += normal * normal / 2;
        }
        return sum;
    }
}
