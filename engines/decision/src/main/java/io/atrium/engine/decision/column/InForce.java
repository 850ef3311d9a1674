// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import io.atrium.engine.decision.column.snapshot.Snapshot;
import io.atrium.engine.decision.column.snapshot.TruthColumn;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.policy.PolicyHeader;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// For which firms a policy can grant on a day (施行范围): for all, for none, or only for those for whom an ended version
/// is
/// kept. Mirrors `PolicyHeader.isInForce`.
final class InForce {

    private final boolean isForAll;
    private final long @Nullable [] kept;

    private InForce(boolean isForAll, long @Nullable [] kept) {
        this.isForAll = isForAll;
        this.kept = kept;
    }

    static InForce of(PolicyHeader header, Snapshot snapshot, LocalDate day) {
        if (header.isInForce(day)) {
            return new InForce(true, null);
        }
        var keptFor = header.keptFor();
        if (keptFor == null
                || !header.status().canGrant()
                || !header.period().hasEnded(day)
                || day.isAfter(keptFor.until())) {
            return new InForce(false, null);
        }
        return snapshot.column(keptFor.fact(), FactType.BOOLEAN).orElse(null) instanceof TruthColumn firms
                ? new InForce(false, firms.yes())
                : new InForce(false, null);
    }

    /// The bits of 64 firms.
    long in(int word) {
        return isForAll ? -1L : kept == null ? 0L : kept[word];
    }
}
