// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import io.atrium.engine.decision.column.snapshot.Snapshot;
import io.atrium.engine.decision.column.snapshot.TextColumn;
import java.util.List;

/// By what counts and amounts are split (分组).
record GroupKeys(List<String> keys, List<TextColumn> columns) {

    private static final int GROUPS_MAX = 10_000;

    static GroupKeys of(Snapshot snapshot, List<String> keys) {
        var columns = keys.stream()
                .map(key -> {
                    if (snapshot.columns().get(key) instanceof TextColumn column
                            && column.dictionary().size() <= GROUPS_MAX) {
                        return column;
                    }
                    throw new IllegalArgumentException(key + " is no text of at most " + GROUPS_MAX + " values");
                })
                .toList();
        return new GroupKeys(List.copyOf(keys), columns);
    }
}
