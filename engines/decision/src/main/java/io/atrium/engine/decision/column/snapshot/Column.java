// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.snapshot;

import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import java.util.Optional;

/// One fact of every firm (列). What is not known is not present; it has no value that could be mistaken for one.
public sealed interface Column permits NumberColumn, DayColumn, TextColumn, TruthColumn {

    FactType type();

    /// The rows whose fact is known.
    long[] present();

    Optional<FactValue> valueAt(int row);

    /// What the column occupies on the heap, without the object headers.
    long bytes();
}
