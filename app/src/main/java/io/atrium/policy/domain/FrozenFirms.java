// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import io.atrium.engine.decision.column.snapshot.Snapshot;
import io.atrium.kernel.OrgId;
import java.util.List;

/// Firms and their frozen facts (冻结的企业事实): the firm at a place of the list is the row of that number.
///
/// @param firms empty for the firms of a file, which are nobody here
public record FrozenFirms(List<OrgId> firms, Snapshot facts) {

    /// Text columns that are worked out when a snapshot is taken, beside the facts themselves. No FEEL name has a
    /// point,
    /// so no policy can ask for them.
    public static final String SIZE = "atrium.size";

    public static final String STAGE = "atrium.stage";

    public static final String DISTRICT = "registered_district";

    /// By what results are split.
    public static final List<String> GROUPS = List.of(DISTRICT, SIZE, STAGE);

    public FrozenFirms {
        firms = List.copyOf(firms);
        if (!firms.isEmpty() && firms.size() != facts.rows()) {
            throw new IllegalArgumentException(firms.size() + " firms, " + facts.rows() + " rows");
        }
    }

    public boolean areKnownHere() {
        return !firms.isEmpty();
    }
}
