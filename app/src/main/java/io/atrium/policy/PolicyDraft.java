// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.PackageText;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.policy.domain.DraftState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A version of a policy that is being written (政策草案).
///
/// @param department who keeps the policy
/// @param basedOn the version that it was copied from; null when it was brought along
/// @param writers everybody who wrote any of it; none of them may review it
/// @param review what the last reviewer said
public record PolicyDraft(
        PolicyDraftId id,
        OrgId department,
        PolicyId policy,
        String version,
        DraftState state,
        @Nullable String basedOn,
        PackageText text,
        Change created,
        Change changed,
        Set<PersonId> writers,
        @Nullable Review review,
        @Nullable Instant publishedAt) {

    public record Change(Instant at, String by) {}

    /// @param against the version in force that it was compared with
    /// @param effectiveOn the day from which it counts; null when it was sent back
    public record Review(
            Instant at,
            String by,
            String note,
            @Nullable String against,
            @Nullable LocalDate effectiveOn) {}

    public boolean isWrittenBy(PersonId person) {
        return writers.contains(person);
    }

    PolicyDraft with(PackageText other) {
        return new PolicyDraft(
                id, department, policy, version, state, basedOn, other, created, changed, writers, review, publishedAt);
    }
}
