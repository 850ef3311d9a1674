// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.budget;

import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.web.Seen;
import java.time.Instant;
import java.util.List;

/// A monthly budget (月度预算) of a firm.
///
/// @param project the firm's own word for what its jobs belong to; empty for the whole firm
/// @param thresholds shares of the limit at which somebody is told, in percent, ascending
public record BudgetView(
        BudgetId id,
        OrgId firm,
        String project,
        Fen limit,
        List<Integer> thresholds,
        AtLimit atLimit,
        String setBy,
        Instant setAt) {

    public BudgetView {
        thresholds = List.copyOf(thresholds);
    }

    public boolean isOfProject() {
        return !project.isEmpty();
    }

    public Seen seen() {
        return Seen.of(limit, List.copyOf(thresholds).toString(), atLimit);
    }
}
