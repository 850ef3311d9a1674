// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.policy;

import io.atrium.engine.decision.column.ColumnPolicy;
import io.atrium.engine.decision.column.Difference;
import io.atrium.engine.decision.column.Recount;
import io.atrium.engine.decision.column.Sweep;
import io.atrium.engine.decision.column.Thresholds;
import io.atrium.engine.decision.column.snapshot.Snapshot;
import io.atrium.engine.decision.fact.FactValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// An officer at work on one policy (调整一项政策): moves a threshold, edits a text, and looks at the city again.
final class Moves {

    private static final int TRIES = 15;

    private final Snapshot city;
    private final CityPolicy policy;
    private final Sweep inForce;

    Moves(Snapshot city, CityPolicy policy, ColumnPolicy column) {
        this.city = city;
        this.policy = policy;
        this.inForce = Recount.run(List.of(column), PolicyBench.options(2));
    }

    /// From the new value to budget, coverage, groups, winners and losers. The model's text is edited and compiled anew
    /// each time; what the moved condition does not touch is taken from the version in force.
    double thresholdMillis() {
        int[] staff = {3};
        return Best.seconds(TRIES, () -> {
                    var value = new FactValue.Quantity(BigDecimal.valueOf(staff[0]++));
                    var xml = Thresholds.moved(policy.xml(), Map.of("enough_staff", value));
                    var moved = new CityPolicy(policy.id(), policy.conditions(), xml).compiled();
                    var column = ColumnPolicy.compile(moved, city, PolicyBench.DAY);
                    var after =
                            Recount.run(List.of(column), PolicyBench.options(2).since(inForce));
                    Difference.between(inForce.result(policy.id()), after.result(policy.id()));
                })
                * 1e3;
    }

    /// From the text of the model to the new result, nothing taken over.
    double editMillis() {
        var edited = policy.edited("rd_share &gt;= 0.01", "rd_share &gt;= 0.035");
        return Best.seconds(TRIES, () -> {
                    var column = ColumnPolicy.compile(edited.compiled(), city, PolicyBench.DAY);
                    Recount.run(List.of(column), PolicyBench.options(2));
                })
                * 1e3;
    }
}
