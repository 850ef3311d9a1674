// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.budget;

import io.atrium.compute.ComputeRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.Refusal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A budget beside what counts against it (预算执行).
///
/// ```
/// limit 100.00, spent 60.00, held 25.00   ->  85 %, 15.00 left; a job of 20.00 does not fit
/// ```
///
/// @param spent billed in the month, at list price
/// @param held for what is not billed yet, at list price and time limit
public record BudgetStanding(BudgetView budget, YearMonth month, Fen spent, Fen held) {

    public Fen used() {
        return spent.plus(held);
    }

    /// Negative when more is used than was meant.
    public Fen left() {
        return budget.limit().minus(used());
    }

    /// Rounded down, so that 100 means used up.
    public int percent() {
        return (int) Math.min(
                Integer.MAX_VALUE,
                Math.multiplyExact(used().value(), 100) / budget.limit().value());
    }

    /// Thresholds that are reached, ascending.
    public List<Integer> reached() {
        return budget.thresholds().stream()
                .filter(threshold -> percent() >= threshold)
                .toList();
    }

    /// Why something that costs so much at most is refused, if it is.
    public Optional<Refusal> refusal(Fen more) {
        if (!budget.atLimit().isRefusing() || more.compareTo(left()) <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(
                ComputeRefusal.BUDGET_SPENT,
                Map.of(
                        "budget",
                        budget.id().value(),
                        "project",
                        budget.isOfProject() ? budget.project() : "—",
                        "limit",
                        budget.limit(),
                        "spent",
                        spent,
                        "held",
                        held,
                        "left",
                        left(),
                        "asked",
                        more)));
    }
}
