// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// What a lease costs (租金): GPUs × hours × price per GPU-hour, each period rounded once like a job's line.
///
/// @param daysMin the step of the price list that gives the price: it is for leases of at least so many days
public record LeaseTerms(int gpus, int days, int daysMin, Fen pricePerGpuHour) {

    /// Days of a period; the last one may be shorter.
    public static final int PERIOD_DAYS = 30;

    /// GPU time of so many whole days.
    public GpuMillis gpuTime(long wholeDays) {
        return GpuMillis.of(gpus, Duration.ofDays(wholeDays));
    }

    public Fen price(long wholeDays) {
        return gpuTime(wholeDays).at(pricePerGpuHour);
    }

    public int periods() {
        return (days + PERIOD_DAYS - 1) / PERIOD_DAYS;
    }

    /// Days of a period, counted from one.
    public int daysOf(int period) {
        return Math.min(PERIOD_DAYS, days - (period - 1) * PERIOD_DAYS);
    }

    /// The sum of the periods, so that bills sum to the contract.
    public Fen total() {
        var total = Fen.ZERO;
        for (int period = 1; period <= periods(); period++) {
            total = total.plus(price(daysOf(period)));
        }
        return total;
    }

    /// Days from the first to the last, both counted.
    static long days(LocalDate first, LocalDate last) {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }
}
