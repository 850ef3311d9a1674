// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import java.time.LocalDate;
import java.time.YearMonth;

/// The days on which the bills of a list were issued (账期), both included.
public record BillPeriod(LocalDate first, LocalDate last) {

    public static BillPeriod of(YearMonth month) {
        return new BillPeriod(month.atDay(1), month.atEndOfMonth());
    }

    public static BillPeriod of(LocalDate day) {
        return new BillPeriod(day, day);
    }

    /// `2026-11` or `2026-11-24`; anything else throws.
    public static BillPeriod parse(String written) {
        return written.length() > 7 ? of(LocalDate.parse(written)) : of(YearMonth.parse(written));
    }
}
