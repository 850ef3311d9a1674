// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.policy.proof;

import io.atrium.engine.decision.column.ColumnPolicy;
import io.atrium.engine.decision.column.PolicyResult;
import io.atrium.engine.decision.column.Recount;
import io.atrium.engine.decision.column.snapshot.SnapshotBuilder;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.decide.Decision;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.fact.FactSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Decides random firms by random tables over columns and row by row, and compares every outcome, every condition and
/// every amount (一致性证明). The same seed gives the same models and firms.
public final class PolicyProof {

    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
    private static final int DIFFERENCES_TOLD_MAX = 5;

    /// What was compared.
    ///
    /// @param byColumns models that ran over columns without any fallback
    /// @param differences one line each, with the seed of the model
    /// @param jdmnAnswers values in which all three were compared
    /// @param jdmnSilences values that jDMN did not have
    public record Outcomes(
            int pairs,
            int models,
            int byColumns,
            int refused,
            int jdmnAnswers,
            int jdmnSilences,
            List<String> differences) {}

    private final int firmsPerModel;
    private final int jdmnEvery;
    private final List<String> differences = new ArrayList<>();
    private int pairs;
    private int models;
    private int byColumns;
    private int refused;
    private int jdmnAnswers;
    private int jdmnSilences;

    private PolicyProof(int firmsPerModel, int jdmnEvery) {
        this.firmsPerModel = firmsPerModel;
        this.jdmnEvery = jdmnEvery;
    }

    /// @param pairs at least so many (table, firm) pairs
    /// @param jdmnEvery jDMN, which is slow, is asked about every so many-th firm
    public static Outcomes run(long seed, int pairs, int firmsPerModel, int jdmnEvery) {
        var proof = new PolicyProof(firmsPerModel, jdmnEvery);
        for (long number = seed; proof.pairs < pairs && proof.differences.size() < DIFFERENCES_TOLD_MAX; number++) {
            proof.compare(number);
        }
        return new Outcomes(
                proof.pairs,
                proof.models,
                proof.byColumns,
                proof.refused,
                proof.jdmnAnswers,
                proof.jdmnSilences,
                List.copyOf(proof.differences));
    }

    private void compare(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var model = RandomModel.of(random);
        var policy = RandomPolicy.of(model, random);
        if (policy.isEmpty()) {
            refused++;
            return;
        }
        var firms = RandomFirms.of(random, firmsPerModel);
        var result = sweep(policy.get(), firms);
        models++;
        byColumns += result.policy().fallbacks().isEmpty() ? 1 : 0;
        var third = new ThirdOpinion(model.xml(), DAY);
        for (int row = 0; row < firms.size(); row++) {
            var decision = policy.get().decide(firms.get(row), DAY);
            pairs++;
            difference(decision, result, row).ifPresent(found -> tell(seed, found));
            if (row % jdmnEvery == 0) {
                third.difference(firms.get(row), policy.get()).ifPresent(found -> tell(seed, found));
            }
        }
        jdmnAnswers += third.answers();
        jdmnSilences += third.silences();
    }

    private void tell(long seed, String found) {
        if (differences.size() < DIFFERENCES_TOLD_MAX) {
            differences.add("model " + seed + ": " + found);
        }
    }

    private static PolicyResult sweep(CompiledPolicy policy, List<FactSet> firms) {
        var builder = new SnapshotBuilder(policy.factsAsked());
        firms.forEach(builder::add);
        var column = ColumnPolicy.compile(policy, builder.freeze(), DAY);
        var sweep = Recount.run(List.of(column), Recount.Options.plain().threads(1));
        return sweep.results().values().iterator().next();
    }

    private static Optional<String> difference(Decision rows, PolicyResult columns, int row) {
        var leaves = rows.conditions()
                .leaves()
                .filter(leaf -> columns.statusAt(leaf.id(), row) != leaf.status())
                .map(leaf -> "row %d, %s: columns %s, rows %s"
                        .formatted(row, leaf.id(), columns.statusAt(leaf.id(), row), leaf.status()));
        var outcome = IntStream.of(row)
                .filter(at -> columns.outcomeAt(at) != rows.outcome())
                .mapToObj(at -> "row %d: columns %s, rows %s".formatted(at, columns.outcomeAt(at), rows.outcome()));
        var amount = IntStream.of(row)
                .filter(at -> !columns.amountFenAt(at).equals(amountFen(rows)))
                .mapToObj(at ->
                        "row %d: columns %s, rows %s fen".formatted(at, columns.amountFenAt(at), amountFen(rows)));
        return Stream.of(leaves, outcome, amount).flatMap(found -> found).findFirst();
    }

    private static OptionalLong amountFen(Decision decision) {
        var isPaid = decision.outcome() == Outcome.ENTITLED || decision.outcome() == Outcome.CEILING;
        return isPaid
                ? OptionalLong.of(Objects.requireNonNull(
                        Objects.requireNonNull(decision.amount()).amountFen()))
                : OptionalLong.empty();
    }
}
