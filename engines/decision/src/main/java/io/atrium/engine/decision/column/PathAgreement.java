// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import io.atrium.engine.decision.column.snapshot.SnapshotBuilder;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.decide.Decision;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.dmn.DmnModel;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.policy.Example;
import io.atrium.engine.decision.problem.Problem;
import io.atrium.engine.decision.problem.ProblemCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Whether both paths say the same of a policy (两路一致): outcome, status of each condition, amount to the fen. What they
/// differ on is never published.
public final class PathAgreement {

    private static final long SEED = 20_261_124L;
    private static final int FIRMS_A_DAY = 24;
    private static final int DAYS_MAX = 6;

    private PathAgreement() {}

    /// Compares both paths on the examples of a package and on firms like them, on the days of the examples.
    public static Optional<Problem> check(CompiledPolicy policy) {
        return differences(policy, policy)
                .findFirst()
                .map(difference -> new Problem(
                        ProblemCode.PATHS_DISAGREE,
                        DmnModel.FILE,
                        "decisions",
                        difference,
                        "write the expression in another way, and report the package: this is a fault of Atrium"));
    }

    /// @param rows decided firm by firm
    /// @param columns decided all at once
    static Stream<String> differences(CompiledPolicy rows, CompiledPolicy columns) {
        var examples = rows.policy().examples();
        if (examples.isEmpty()) {
            return Stream.of();
        }
        var firms = new ArrayList<>(examples.stream().map(Example::facts).toList());
        firms.addAll(new CheckSet(rows, SEED).firmsLikeTheExamples(FIRMS_A_DAY));
        return examples.stream()
                .map(Example::asOf)
                .distinct()
                .limit(DAYS_MAX)
                .flatMap(day -> differences(rows, sweep(columns, firms, day), firms));
    }

    static PolicyResult sweep(CompiledPolicy policy, List<FactSet> firms, LocalDate day) {
        var builder = new SnapshotBuilder(policy.factsAsked());
        firms.forEach(builder::add);
        var column = ColumnPolicy.compile(policy, builder.freeze(), day);
        return Recount.run(List.of(column), Recount.Options.plain())
                .results()
                .values()
                .iterator()
                .next();
    }

    static Stream<String> differences(CompiledPolicy policy, PolicyResult columns, List<FactSet> firms) {
        var day = columns.policy().day();
        return Stream.iterate(0, row -> row < firms.size(), row -> row + 1)
                .flatMap(row -> differences(policy.decide(firms.get(row), day), columns, row)
                        .map(difference -> difference + " on " + day + " for " + firms.get(row)));
    }

    private static Stream<String> differences(Decision rows, PolicyResult columns, int row) {
        var conditions = rows.conditions()
                .leaves()
                .filter(leaf -> columns.statusAt(leaf.id(), row) != leaf.status())
                .map(leaf -> said("condition " + leaf.id(), leaf.status(), columns.statusAt(leaf.id(), row)));
        var outcome = columns.outcomeAt(row) == rows.outcome()
                ? Stream.<String>of()
                : Stream.of(said("the outcome", rows.outcome(), columns.outcomeAt(row)));
        var amount = columns.amountFenAt(row).equals(amountFen(rows))
                ? Stream.<String>of()
                : Stream.of(said("the amount in fen", amountFen(rows), columns.amountFenAt(row)));
        return Stream.of(conditions, outcome, amount).flatMap(found -> found);
    }

    private static String said(String what, Object byRow, Object byColumn) {
        return what + " is " + byRow + " firm by firm and " + byColumn + " for all at once";
    }

    private static OptionalLong amountFen(Decision decision) {
        var amount = decision.amount();
        var pays = decision.outcome() == Outcome.ENTITLED || decision.outcome() == Outcome.CEILING;
        return !pays || amount == null || amount.amountFen() == null
                ? OptionalLong.empty()
                : OptionalLong.of(amount.amountFen());
    }
}
