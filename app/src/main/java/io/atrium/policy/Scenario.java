// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A supposition that was kept under a name (情景). What it was moved in, what it is compared with and the firms are
/// pinned, so that it comes to the same numbers each time it is opened.
///
/// @param version in what the figures were moved: a published version, or what the draft called itself
/// @param against the version in force at that time; null when the policy had none
/// @param pinned the text of the draft at that time
/// @param isShared whether the colleagues of the department see it
public record Scenario(
        ScenarioId id,
        OrgId department,
        String name,
        String note,
        PolicyId policy,
        String version,
        @Nullable String against,
        @Nullable PolicyDraftId draft,
        @Nullable PackageText pinned,
        FirmSnapshotId snapshot,
        SortedMap<String, FactValue> figures,
        boolean isShared,
        Author author,
        Instant createdAt) {

    public record Author(PersonId person, String name) {}

    public Scenario {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    }

    public boolean isBy(PersonId person) {
        return author.person().equals(person);
    }

    /// The same question put anew: to the version in force now, or the draft as it stands now.
    public Supposition again() {
        return new Supposition(policy, draft, snapshot, figures);
    }
}
