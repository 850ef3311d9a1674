// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.snapshot;

import io.atrium.engine.decision.fact.Fact;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import java.util.Map;
import java.util.TreeMap;

/// Collects firms one after the other and freezes them into a [Snapshot].
public final class SnapshotBuilder {

    /// Two thousand million rows would overflow an array; this is a nation and some.
    public static final int ROWS_MAX = 200_000_000;

    private final Map<String, ColumnBuilder> columns = new TreeMap<>();
    private int rows;

    /// @param types the facts to keep, each with its type; a fact of another type counts as not known
    public SnapshotBuilder(Map<String, FactType> types) {
        types.forEach((key, type) -> columns.put(key, ColumnBuilder.of(type)));
    }

    /// Adds a firm and gives its row.
    public int add(FactSet facts) {
        if (rows == ROWS_MAX) {
            throw new IllegalStateException("more than " + ROWS_MAX + " firms");
        }
        int row = rows++;
        columns.forEach((key, column) -> facts.find(key).map(Fact::value).ifPresent(value -> column.put(row, value)));
        return row;
    }

    /// Adds one fact of the firm added last.
    public void put(String key, FactValue value) {
        var column = columns.get(key);
        if (column != null) {
            column.put(rows - 1, value);
        }
    }

    public Snapshot freeze() {
        var frozen = new TreeMap<String, Column>();
        columns.forEach((key, column) -> frozen.put(key, column.freeze(rows)));
        return Snapshot.of(rows, frozen);
    }
}
