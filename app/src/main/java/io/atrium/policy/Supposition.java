// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.fact.FactValue;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What an officer supposes (政策仿真的假设): a policy with some figures moved, over the firms of a snapshot.
///
/// @param draft a draft of the officer's department; null takes the version in force
/// @param figures by the name of the threshold; what is not named stays as it is written
public record Supposition(
        PolicyId policy, @Nullable PolicyDraftId draft, FirmSnapshotId snapshot, SortedMap<String, FactValue> figures) {

    public Supposition {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    }
}
