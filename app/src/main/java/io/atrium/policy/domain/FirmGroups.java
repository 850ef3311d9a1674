// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import io.atrium.company.Stage;
import io.atrium.company.StageBounds;
import io.atrium.engine.decision.column.snapshot.Column;
import io.atrium.engine.decision.column.snapshot.Dictionary;
import io.atrium.engine.decision.column.snapshot.Snapshot;
import io.atrium.engine.decision.column.snapshot.TextColumn;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// Adds size and stage to frozen facts (企业分组). They are worked out once, so that a later change of their bounds does
/// not
/// move old numbers.
public final class FirmGroups {

    private static final String EMPLOYEES = "employees";
    private static final String REGISTERED = "registered_on";

    private FirmGroups() {}

    public static Snapshot addTo(Snapshot facts, LocalDate day, StageBounds bounds) {
        var columns = new TreeMap<>(facts.columns());
        facts.column(EMPLOYEES, FactType.NUMBER)
                .ifPresent(heads -> columns.put(
                        FrozenFirms.SIZE, texts(SizeBand.values(), codes(facts.rows(), heads, FirmGroups::size))));
        facts.column(REGISTERED, FactType.DATE)
                .ifPresent(since -> columns.put(
                        FrozenFirms.STAGE,
                        texts(Stage.values(), codes(facts.rows(), since, value -> stage(value, day, bounds)))));
        return Snapshot.of(facts.rows(), columns);
    }

    private static Column texts(Enum<?>[] values, int[] codes) {
        return TextColumn.of(new Dictionary(Stream.of(values).map(Enum::name).toList()), codes);
    }

    private static int[] codes(int rows, Column column, ToIntFunction<FactValue> code) {
        var codes = new int[rows];
        for (int row = 0; row < rows; row++) {
            codes[row] = column.valueAt(row).map(code::applyAsInt).orElse(0);
        }
        return codes;
    }

    private static int size(FactValue value) {
        return value instanceof FactValue.Quantity(var heads)
                ? SizeBand.of(heads).ordinal() + 1
                : 0;
    }

    private static int stage(FactValue value, LocalDate day, StageBounds bounds) {
        var stage = value instanceof FactValue.Day(var registered) ? bounds.stage(registered, day) : null;
        return stage == null ? 0 : stage.ordinal() + 1;
    }
}
