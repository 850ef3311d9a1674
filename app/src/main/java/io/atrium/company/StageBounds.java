// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Years since registration from which a firm is of a stage (发展阶段划分). No text gives them.
public record StageBounds(int growth, int established) {

    /// Assumed, until administration sets others.
    public static final StageBounds ASSUMED = new StageBounds(5, 10);

    /// Before any firm was registered.
    private static final int YEARS_OF_OLDEST = 1_000;

    /// Null where the day of registration is unknown or lies ahead.
    public @Nullable Stage stage(@Nullable LocalDate registeredOn, LocalDate today) {
        if (registeredOn == null || registeredOn.isAfter(today)) {
            return null;
        }
        long years = ChronoUnit.YEARS.between(registeredOn, today);
        return years < growth ? Stage.START_UP : years < established ? Stage.GROWTH : Stage.ESTABLISHED;
    }

    /// Between which days firms of a stage were registered.
    public CompanyFilter.Age age(Stage stage, LocalDate today) {
        return switch (stage) {
            case START_UP -> new CompanyFilter.Age(today.minusYears(growth), today);
            case GROWTH -> new CompanyFilter.Age(today.minusYears(established), today.minusYears(growth));
            case ESTABLISHED -> new CompanyFilter.Age(today.minusYears(YEARS_OF_OLDEST), today.minusYears(established));
        };
    }
}
