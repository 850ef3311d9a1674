// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.snapshot;

import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import java.time.LocalDate;
import java.util.Optional;

/// Dates as days since 1970-01-01 (日期), four bytes each.
public final class DayColumn implements Column {

    private final int[] days;
    private final long[] present;

    private DayColumn(int[] days, long[] present) {
        this.days = days;
        this.present = present;
    }

    public static DayColumn of(int[] days, long[] present) {
        return new DayColumn(days, present);
    }

    public void read(Rows rows, long[] out) {
        for (int i = 0; i < rows.count(); i++) {
            out[i] = days[rows.row(i)];
        }
    }

    @Override
    public FactType type() {
        return FactType.DATE;
    }

    @Override
    public long[] present() {
        return present;
    }

    @Override
    public Optional<FactValue> valueAt(int row) {
        return Bits.get(present, row)
                ? Optional.of(new FactValue.Day(LocalDate.ofEpochDay(days[row])))
                : Optional.empty();
    }

    @Override
    public long bytes() {
        return 4L * days.length + 8L * present.length;
    }
}
