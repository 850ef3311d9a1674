// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.kernel.OrgId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/// A firm's facts for a day, as they were known at a moment; of yearly facts the latest ended year that is known.
/// A fact that is not in the map is unknown.
public record FactSnapshot(OrgId firm, LocalDate validOn, Instant knownAt, Map<String, FactValue> values) {
    public FactSnapshot {
        values = Map.copyOf(values);
    }
}
