// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.propose;

import io.atrium.engine.decision.check.Coverage;
import io.atrium.engine.decision.check.ExampleRun;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.decide.ConditionStatus;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.engine.decision.policy.Example;
import io.atrium.engine.decision.propose.Proposal.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The front door: proposes the examples that a package lacks.
///
/// First what the check demands (a pass, a fail, an unknown, each condition both ways, each boundary exactly, the days
/// of the period): firms are made of those that pass already, by moving one fact, until one shows it. Then for every
/// value at which the model changes its mind a firm just below, at and just above, unless an example stands there.
/// The same package gives the same proposals.
public final class ProposeExamples {

    /// More than an officer can vouch for in one sitting.
    public static final int PROPOSALS_MAX = 60;

    private static final int STARTS_MAX = 3;

    private final CompiledPolicy policy;
    private final List<Boundary> boundaries;
    private final Reach reach;
    private final List<ExampleRun> shown = new ArrayList<>();
    private final List<Firm> starts;
    private final List<Proposal> proposals = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    private ProposeExamples(CompiledPolicy policy, String xml) {
        this.policy = policy;
        this.reach = new Reach(policy);
        policy.policy().examples().forEach(example -> shown.add(ExampleRun.of(policy, example)));
        shown.forEach(run -> taken.add(key(run.example())));
        starts = starts();
        boundaries = new ArrayList<>(Boundary.of(policy, xml));
        Caps.of(policy, starts).forEach(boundaries::add);
    }

    /// @param model the model of the policy as text
    public static List<Proposal> of(CompiledPolicy policy, String model) {
        var propose = new ProposeExamples(policy, model);
        propose.whatIsDemanded();
        propose.boundaries.forEach(propose::whatStandsAround);
        return List.copyOf(propose.proposals);
    }

    /// Firms that pass first; an invented one where a package has none.
    private List<Firm> starts() {
        var found = new ArrayList<>(shown.stream()
                .filter(run -> isYes(run)
                        && run.example()
                                .facts()
                                .keys()
                                .containsAll(policy.factsAsked().keySet()))
                .limit(STARTS_MAX)
                .map(run -> Firm.of(run.example()))
                .toList());
        var day = shown.stream().map(run -> run.example().asOf()).findFirst().orElse(LocalDate.EPOCH);
        if (found.isEmpty()) {
            found.add(InventedFirm.of(policy, day));
            shown.stream().limit(STARTS_MAX).map(run -> Firm.of(run.example())).forEach(found::add);
        }
        return List.copyOf(found);
    }

    private static boolean isYes(ExampleRun run) {
        var status = run.decision().conditions().status();
        return status == ConditionStatus.MET || status == ConditionStatus.MANUAL_REVIEW;
    }

    private void whatIsDemanded() {
        var demands = Coverage.of(policy).stream().filter(this::isOpen).toList();
        var candidates = demands.isEmpty() ? List.<Candidate>of() : candidates();
        for (var demand : demands) {
            candidates.stream()
                    .filter(_ -> isOpen(demand)) // what was proposed for another demand may show this one too
                    .filter(candidate -> demand.isShown().test(candidate.run()))
                    .findFirst()
                    .ifPresent(found -> propose(Kind.MISSING, new Words(demand.what(), demand.whatChinese()), found));
        }
    }

    private boolean isOpen(Coverage.Requirement demand) {
        return shown.stream().noneMatch(demand.isShown());
    }

    private record Candidate(Firm firm, ExampleRun run) {}

    private record Words(String english, String chinese) {}

    private List<Candidate> candidates() {
        return new Variations(policy, boundaries, reach)
                .of(starts).stream()
                        .map(firm -> new Candidate(firm, firm.decided(policy, "")))
                        .toList();
    }

    private void whatStandsAround(Boundary boundary) {
        starts.stream()
                .flatMap(start -> reach.reach(start, boundary).stream())
                .findFirst()
                .ifPresent(reached -> {
                    reached.below().ifPresent(firm -> around(boundary, firm, -1));
                    reached.at().ifPresent(firm -> around(boundary, firm, 0));
                    reached.above().ifPresent(firm -> around(boundary, firm, 1));
                });
    }

    private void around(Boundary boundary, Firm firm, int side) {
        var value = reach.value(firm, boundary);
        if (value.isPresent() && shown.stream().noneMatch(run -> isNearer(run, boundary, value.get(), side))) {
            propose(Kind.BOUNDARY, words(boundary, firm, side), new Candidate(firm, firm.decided(policy, "")));
        }
    }

    /// On the same side and no farther away.
    private boolean isNearer(ExampleRun run, Boundary boundary, FactValue value, int side) {
        Optional<FactValue> found =
                run.value(boundary.subject(), boundary.value().type());
        return found.filter(other -> Integer.signum(boundary.side(other)) == side
                        && new Boundary(boundary.subject(), value).side(other) * side <= 0)
                .isPresent();
    }

    private Words words(Boundary boundary, Firm firm, int side) {
        var subject = boundary.subject();
        var limit = boundary.value().text();
        var moved = firm.changed().isEmpty() ? subject : firm.changed().getLast();
        var value = moved.equals(subject)
                ? firm.value(subject).map(FactValue::text).orElse(firm.day().toString())
                : "";
        var behind = moved.equals(subject)
                ? ""
                : moved + " " + firm.value(moved).map(FactValue::text).orElse("");
        return switch (side) {
            case 0 ->
                new Words(
                        "boundary: " + subject + " exactly " + limit + (behind.isEmpty() ? "" : " (" + behind + ")"),
                        "边界：" + subject + " 恰为 " + limit + (behind.isEmpty() ? "" : "（" + behind + "）"));
            case -1 ->
                new Words(
                        "just below " + limit + ": " + subject + " " + (behind.isEmpty() ? value : "(" + behind + ")"),
                        "略低于 " + limit + "：" + subject + (behind.isEmpty() ? " " + value : "（" + behind + "）"));
            default ->
                new Words(
                        "just above " + limit + ": " + subject + " " + (behind.isEmpty() ? value : "(" + behind + ")"),
                        "略高于 " + limit + "：" + subject + (behind.isEmpty() ? " " + value : "（" + behind + "）"));
        };
    }

    private void propose(Kind kind, Words words, Candidate candidate) {
        var run = candidate.run();
        if (proposals.size() >= PROPOSALS_MAX || !taken.add(key(run.example()))) {
            return;
        }
        var example = run.example();
        var named = new Example(
                words.english(),
                example.asOf(),
                example.facts(),
                example.outcome(),
                example.conditions(),
                example.amountYuan());
        proposals.add(new Proposal(
                kind, words.english(), words.chinese(), candidate.firm().changed(), named, run.decision()));
        shown.add(run);
    }

    private static String key(Example example) {
        var text = new StringBuilder(example.asOf().toString());
        example.facts()
                .keys()
                .forEach(key -> text.append('\n')
                        .append(key)
                        .append('=')
                        .append(example.facts().find(key).orElseThrow().value().text()));
        return text.toString();
    }
}
