// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import io.atrium.engine.decision.column.compile.CompileDecisions;
import io.atrium.engine.decision.column.compile.DecisionKeys;
import io.atrium.engine.decision.column.compile.NotCompiled;
import io.atrium.engine.decision.column.evaluate.Step;
import io.atrium.engine.decision.column.snapshot.Snapshot;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.policy.AmountRule;
import io.atrium.engine.decision.policy.Condition;
import io.atrium.engine.decision.policy.PolicyStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A policy compiled for one snapshot and one day (列式政策). Safe for many threads.
public final class ColumnPolicy {

    private final CompiledPolicy policy;
    private final Snapshot snapshot;
    private final LocalDate day;
    private final Map<String, TruthDecision> truths = new LinkedHashMap<>();
    private final @Nullable AmountDecision amount;
    private final InForce inForce;
    private final List<Fallback> fallbacks = new ArrayList<>();

    private ColumnPolicy(CompiledPolicy policy, Supplier<CompiledPolicy> rows, Snapshot snapshot, LocalDate day) {
        this.policy = policy;
        this.snapshot = snapshot;
        this.day = day;
        this.inForce = InForce.of(policy.policy().header(), snapshot, day);
        var decisions = new CompileDecisions(policy.model(), snapshot, day);
        var keys = new DecisionKeys(policy.model());
        var rowPath = new RowPath(rows, snapshot, day);
        decisionsOf(policy.policy().conditions())
                .forEach(decision -> truths.computeIfAbsent(
                        decision,
                        name -> new TruthDecision(name, keys.of(name), step(decisions, name), gate(name), rowPath)));
        this.amount = amountStep(policy)
                .map(name -> new AmountDecision(name, keys.of(name), step(decisions, name), gate(name), rowPath))
                .orElse(null);
    }

    public static ColumnPolicy compile(CompiledPolicy policy, Snapshot snapshot, LocalDate day) {
        return new ColumnPolicy(policy, () -> policy, snapshot, day);
    }

    private Gate gate(String decision) {
        return Gate.of(policy.model().outline(), decision, snapshot);
    }

    private @Nullable Step step(CompileDecisions decisions, String name) {
        try {
            return decisions.decision(name);
        } catch (NotCompiled reason) {
            fallbacks.add(new Fallback(name, reason.construct()));
            return null;
        }
    }

    private static Stream<String> decisionsOf(Condition conditions) {
        return conditions
                .leaves()
                .flatMap(leaf ->
                        Stream.of(Optional.ofNullable(leaf.appliesWhen()), Optional.ofNullable(leaf.decision())))
                .flatMap(Optional::stream);
    }

    private static Optional<String> amountStep(CompiledPolicy policy) {
        return policy.policy().amount().steps().stream()
                .filter(step -> step.role() == AmountRule.Role.AMOUNT)
                .map(AmountRule.Step::decision)
                .findFirst();
    }

    public CompiledPolicy policy() {
        return policy;
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    public LocalDate day() {
        return day;
    }

    /// The decisions that the row path decides, and why; empty when all run over columns.
    public List<Fallback> fallbacks() {
        return Collections.unmodifiableList(fallbacks);
    }

    Map<String, TruthDecision> truths() {
        return truths;
    }

    @Nullable
    AmountDecision amount() {
        return amount;
    }

    /// For which of 64 firms it can grant on the day.
    long inForce(int word) {
        return inForce.in(word);
    }

    /// Only secondary sources are known: nothing can be concluded.
    boolean isUnseen() {
        return policy.policy().header().status() == PolicyStatus.SECONDARY_ONLY;
    }
}
