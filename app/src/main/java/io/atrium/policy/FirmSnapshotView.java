// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.OrgId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is said of a snapshot (冻结快照).
///
/// @param day the business day for which the facts hold, and on which policies are decided
/// @param knownAt what was learnt later is not in it
/// @param fileName the file that it was read from; null for the firms of this community
/// @param sha256 of its content, so that two people can tell that they speak of the same facts
public record FirmSnapshotView(
        FirmSnapshotId id,
        OrgId department,
        String name,
        LocalDate day,
        Instant knownAt,
        String takenBy,
        int firms,
        @Nullable String fileName,
        String sha256) {}
