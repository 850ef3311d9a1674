// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.snapshot;

import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import java.util.Optional;

/// Yes or no (是否), two bits each.
public final class TruthColumn implements Column {

    private final long[] yes;
    private final long[] present;

    private TruthColumn(long[] yes, long[] present) {
        this.yes = yes;
        this.present = present;
    }

    /// @param yes set only where present
    public static TruthColumn of(long[] yes, long[] present) {
        return new TruthColumn(yes, present);
    }

    public long[] yes() {
        return yes;
    }

    @Override
    public FactType type() {
        return FactType.BOOLEAN;
    }

    @Override
    public long[] present() {
        return present;
    }

    @Override
    public Optional<FactValue> valueAt(int row) {
        return Bits.get(present, row) ? Optional.of(new FactValue.Truth(Bits.get(yes, row))) : Optional.empty();
    }

    @Override
    public long bytes() {
        return 16L * present.length;
    }
}
