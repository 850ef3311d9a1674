// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.decide;

import io.atrium.engine.decision.dmn.DmnModel;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.policy.AmountRule;
import io.atrium.engine.decision.policy.Clause;
import io.atrium.engine.decision.policy.PolicyPackage;
import io.atrium.engine.decision.policy.PolicyStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A package ready to decide: same facts and same day give the same decision. Safe for many threads.
public final class CompiledPolicy {

    /// The decision that combines all conditions inside the model, so that other DMN engines can use the package too.
    public static final String ELIGIBLE = "eligible";

    private final PolicyPackage policy;
    private final DmnModel model;

    public CompiledPolicy(PolicyPackage policy, DmnModel model) {
        this.policy = policy;
        this.model = model;
    }

    public PolicyPackage policy() {
        return policy;
    }

    public DmnModel model() {
        return model;
    }

    /// The facts that this policy asks for, with their types; the day of the decision is not among them.
    public Map<String, FactType> factsAsked() {
        return policy.header().withKeptFor(model.outline().facts());
    }

    public Decision decide(FactSet facts, LocalDate asOf) {
        var evaluation = Evaluation.run(model, facts, asOf);
        var conditions = new DecideConditions(evaluation).decide(policy.conditions());
        var decideAmount = new DecideAmount(evaluation);
        var amount = isHopeless(conditions) ? null : decideAmount.decide(policy.amount());
        var outcome = outcome(conditions.status(), amount, policy.header().isInForce(asOf, facts));
        return new Decision(
                policy.header().id(),
                policy.header().version(),
                asOf,
                outcome,
                notes(outcome, conditions, asOf),
                conditions,
                outcome == Outcome.NOT_IN_FORCE || isWithoutMoney() ? null : amount,
                missing(
                        conditions,
                        amount == null
                                ? List.of()
                                : decideAmount.missing(policy.amount()).toList()),
                outcome == Outcome.NOT_YET
                        ? new FindNearestChange(model.outline(), evaluation).find(conditions)
                        : List.of());
    }

    /// What the model itself says about all conditions together; empty when it cannot be computed.
    public Optional<Boolean> eligibleByModel(FactSet facts, LocalDate asOf) {
        return Evaluation.run(model, facts, asOf).truth(ELIGIBLE);
    }

    /// The canonical text of an input or computed figure; empty when it is not known.
    public Optional<String> valueOf(FactSet facts, LocalDate asOf, String subject) {
        return Evaluation.run(model, facts, asOf).textOf(subject);
    }

    private Outcome outcome(ConditionStatus status, @Nullable AmountResult amount, boolean isInForce) {
        if (policy.header().status() == PolicyStatus.SECONDARY_ONLY) {
            return Outcome.UNKNOWN;
        }
        if (!isInForce) {
            return Outcome.NOT_IN_FORCE;
        }
        if (amount == null) {
            return Outcome.NOT_YET;
        }
        if (status == ConditionStatus.UNKNOWN) {
            return Outcome.UNKNOWN;
        }
        var isReviewed = status == ConditionStatus.MANUAL_REVIEW;
        return switch (amount.kind()) {
            case NOT_PUBLISHED -> Outcome.REVIEW;
            case NONE -> isReviewed ? Outcome.REVIEW : Outcome.ENTITLED;
            case CEILING -> amount.amountFen() == null ? Outcome.UNKNOWN : Outcome.CEILING;
            case EXACT ->
                amount.amountFen() == null ? Outcome.UNKNOWN : isReviewed ? Outcome.CEILING : Outcome.ENTITLED;
        };
    }

    /// No money, or no text that was seen: then no amount is told either.
    private boolean isWithoutMoney() {
        return policy.amount().kind() == AmountRule.Kind.NONE
                || policy.header().status() == PolicyStatus.SECONDARY_ONLY;
    }

    /// A tree in which nothing applies is no yes either.
    private static boolean isHopeless(ConditionResult conditions) {
        return conditions.status() == ConditionStatus.UNMET || conditions.status() == ConditionStatus.NOT_APPLICABLE;
    }

    private List<DecisionNote> notes(Outcome outcome, ConditionResult conditions, LocalDate asOf) {
        var notes = new ArrayList<DecisionNote>();
        switch (policy.header().statusOn(asOf)) {
            case DRAFT -> notes.add(DecisionNote.TEXT_IS_DRAFT);
            case EXPIRED -> notes.add(DecisionNote.TEXT_IS_EXPIRED);
            case SUPERSEDED -> notes.add(DecisionNote.TEXT_IS_SUPERSEDED);
            case SECONDARY_ONLY -> notes.add(DecisionNote.TEXT_NOT_SEEN);
            case DEMO -> notes.add(DecisionNote.INVENTED_FOR_DEMO);
            case IN_FORCE -> {}
        }
        addIf(notes, !policy.header().period().hasBegun(asOf), DecisionNote.PERIOD_NOT_BEGUN);
        var isKept = policy.header().period().hasEnded(asOf) && outcome != Outcome.NOT_IN_FORCE;
        addIf(notes, isKept, DecisionNote.KEPT_FOR_HOLDERS);
        addIf(notes, policy.header().period().hasEnded(asOf) && !isKept, DecisionNote.PERIOD_ENDED);
        addIf(notes, policy.clauses().stream().anyMatch(Clause::isCutOff), DecisionNote.TEXT_CUT_OFF);
        addIf(notes, conditions.leaves().anyMatch(ConditionResult::isAssumed), DecisionNote.CONDITION_ASSUMED);
        addIf(notes, policy.amount().assumption() != null, DecisionNote.AMOUNT_ASSUMED);
        addIf(notes, policy.amount().kind() == AmountRule.Kind.NOT_PUBLISHED, DecisionNote.AMOUNT_NOT_PUBLISHED);
        addIf(notes, outcome == Outcome.CEILING || outcome == Outcome.REVIEW, DecisionNote.NEEDS_REVIEW);
        return List.copyOf(notes);
    }

    private static void addIf(List<DecisionNote> notes, boolean holds, DecisionNote note) {
        if (holds) {
            notes.add(note);
        }
    }

    /// What is missing where it matters: not below a group that is settled without it.
    private static List<String> missing(ConditionResult conditions, List<String> forAmount) {
        var missing = new TreeSet<>(forAmount);
        openLeaves(conditions).forEach(leaf -> missing.addAll(leaf.missing()));
        return List.copyOf(missing);
    }

    private static Stream<ConditionResult> openLeaves(ConditionResult node) {
        if (node.status() != ConditionStatus.UNKNOWN && node.status() != ConditionStatus.UNMET) {
            return Stream.of();
        }
        return node.children().isEmpty()
                ? Stream.of(node)
                : node.children().stream().flatMap(CompiledPolicy::openLeaves);
    }
}
