// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Predicate;

/// How busy a day is by its kind (工作日节律): each weekday that is worked, and days off, beside the mean working day.
///
/// Learned from all cases together, which are many, and begun with a guess that a few weeks outweigh. Holidays and
/// worked weekends (调休) come from the caller's calendar.
final class DayRhythm {
    private static final int KINDS = 8;
    private static final int DAY_OFF = 7;
    private static final double OFF_GUESS = 0.1;
    private static final double GUESS_DAYS = 3;

    private final Predicate<LocalDate> isWorkingDay;
    private final double keep;
    private final double[] cases = new double[KINDS];
    private final double[] days = new double[KINDS];

    DayRhythm(Predicate<LocalDate> isWorkingDay, double memoryDays) {
        this.isWorkingDay = isWorkingDay;
        this.keep = Math.exp(-1 / (2 * memoryDays)); // weekdays come once a week: remembered for longer
    }

    /// 1 for a mean working day.
    double factor(LocalDate day) {
        int kind = kind(day);
        double mean = meanOfWorkingDays();
        double guess = kind == DAY_OFF ? OFF_GUESS : 1;
        return Math.max(0.01, (cases[kind] + GUESS_DAYS * guess * mean) / ((days[kind] + GUESS_DAYS) * mean));
    }

    void learn(LocalDate day, int count) {
        for (int kind = 0; kind < KINDS; kind++) {
            cases[kind] *= keep;
            days[kind] *= keep;
        }
        cases[kind(day)] += count;
        days[kind(day)]++;
    }

    private double meanOfWorkingDays() {
        double count = Arrays.stream(cases, 0, DAY_OFF).sum();
        double worked = Arrays.stream(days, 0, DAY_OFF).sum();
        return Math.max(0.1, (count + 1) / (worked + 1));
    }

    private int kind(LocalDate day) {
        if (!isWorkingDay.test(day)) return DAY_OFF;
        return day.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue();
    }
}
