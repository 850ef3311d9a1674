// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.decision.column.snapshot.SnapshotBuilder;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.decide.Decision;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.fact.FactSet;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/// Column path and row path agree on some firms: outcome, each condition's status, amount to the fen.
final class Agreement {

    private Agreement() {}

    static Sweep assertHolds(CompiledPolicy policy, List<FactSet> firms, LocalDate day) {
        var builder = new SnapshotBuilder(policy.factsAsked());
        firms.forEach(builder::add);
        var column = ColumnPolicy.compile(policy, builder.freeze(), day);
        var sweep = Recount.run(List.of(column), Recount.Options.plain().threads(2));
        var result = sweep.results().values().iterator().next();
        for (int row = 0; row < firms.size(); row++) {
            assertSame(policy.decide(firms.get(row), day), result, row);
        }
        return sweep;
    }

    private static void assertSame(Decision rows, PolicyResult columns, int row) {
        assertThat(columns.outcomeAt(row)).as("outcome of row %d", row).isEqualTo(rows.outcome());
        rows.conditions()
                .leaves()
                .forEach(leaf -> assertThat(columns.statusAt(leaf.id(), row))
                        .as("condition %s of row %d", leaf.id(), row)
                        .isEqualTo(leaf.status()));
        assertThat(columns.amountFenAt(row)).as("amount of row %d", row).isEqualTo(amountFen(rows));
    }

    private static OptionalLong amountFen(Decision decision) {
        var amount = decision.amount();
        var pays = decision.outcome() == Outcome.ENTITLED || decision.outcome() == Outcome.CEILING;
        return !pays || amount == null || amount.amountFen() == null
                ? OptionalLong.empty()
                : OptionalLong.of(amount.amountFen());
    }
}
