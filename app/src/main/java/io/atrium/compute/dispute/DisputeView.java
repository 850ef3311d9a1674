// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.dispute;

import io.atrium.compute.BillId;
import io.atrium.files.FileId;
import io.atrium.kernel.OrgId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A disputed bill (账单异议) as both sides see it.
public record DisputeView(
        DisputeId id,
        Subject subject,
        Raised raised,
        Instant answerBy,
        DisputeState state,
        @Nullable End end) {

    /// Whose bill it is.
    public record Subject(BillId bill, OrgId firm, OrgId provider) {}

    /// @param evidence a file of the firm; null when it gave none
    public record Raised(
            DisputeAbout about, String reason, @Nullable FileId evidence, String by, Instant at) {}

    /// Who ended it, when and why.
    public record End(String by, OrgId organisation, Instant at, String reason) {}

    /// The provider had its time: whoever runs the community decides.
    public boolean isOverdueAt(Instant now) {
        return state.isOpen() && now.isAfter(answerBy);
    }
}
