// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import io.atrium.engine.decision.column.snapshot.Snapshot;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.dmn.DmnOutline;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Decides one decision of one firm of a snapshot the way KIE does (逐行评估).
final class RowPath {

    private final Supplier<CompiledPolicy> policy;
    private final Snapshot snapshot;
    private final LocalDate day;

    /// @param policy asked for only when a row has to be decided
    RowPath(Supplier<CompiledPolicy> policy, Snapshot snapshot, LocalDate day) {
        this.policy = policy;
        this.snapshot = snapshot;
        this.day = day;
    }

    /// All facts behind the decision are known of this row.
    @Nullable
    Object decide(int row, String decision) {
        var model = policy.get().model();
        var values = snapshot.valuesAt(row, model.outline().facts());
        if (model.outline().inputs().containsKey(DmnOutline.AS_OF)) {
            values.put(DmnOutline.AS_OF, day);
        }
        return model.answer(values, decision).value();
    }
}
