// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.snapshot;

import io.atrium.engine.decision.fact.Fact;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The facts of many firms, frozen as of one day (企业事实快照). A firm is a row; it never changes.
///
/// It occupies 2 bits a firm for a yes or no, 4 bytes for a date and for a number (8 when amounts do not fit in 4), 1
/// byte
/// for a text of which there are up to 255, and one bit more for each of them to say whether it is known.
public final class Snapshot {

    private final int rows;
    private final Map<String, Column> columns;

    private Snapshot(int rows, Map<String, Column> columns) {
        this.rows = rows;
        this.columns = Collections.unmodifiableMap(new TreeMap<>(columns));
    }

    /// @param columns by the key of the fact
    public static Snapshot of(int rows, Map<String, Column> columns) {
        columns.forEach((key, column) -> {
            if (column.present().length != Bits.words(rows)) {
                throw new IllegalArgumentException("column " + key + " has not " + rows + " rows");
            }
        });
        return new Snapshot(rows, columns);
    }

    public int rows() {
        return rows;
    }

    public Map<String, Column> columns() {
        return columns;
    }

    /// The column of a fact, when there is one of this type.
    public Optional<Column> column(String key, FactType type) {
        return Optional.ofNullable(columns.get(key)).filter(column -> column.type() == type);
    }

    /// The facts of one firm, as the row path takes them.
    public FactSet factsAt(int row) {
        var facts = new ArrayList<Fact>();
        columns.forEach((key, column) -> column.valueAt(row).ifPresent(value -> facts.add(Fact.of(key, value))));
        return FactSet.of(facts);
    }

    /// The values of some facts of one firm as KIE takes them, as far as they are known and of the type asked.
    public Map<String, Object> valuesAt(int row, Map<String, FactType> asked) {
        var values = new HashMap<String, Object>();
        asked.forEach((key, type) -> column(key, type)
                .flatMap(column -> column.valueAt(row))
                .ifPresent(value -> values.put(key, value.raw())));
        return values;
    }

    public long bytes() {
        return columns.values().stream().mapToLong(Column::bytes).sum();
    }
}
