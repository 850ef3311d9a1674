// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.PolicyPackages;
import io.atrium.engine.decision.ReadOutcome;
import io.atrium.engine.decision.check.ExampleRun;
import io.atrium.engine.decision.decide.AmountResult;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.decide.ConditionStatus;
import io.atrium.engine.decision.policy.Condition;
import io.atrium.engine.decision.policy.Example;
import io.atrium.engine.decision.problem.Problem;
import io.atrium.engine.decision.problem.ProblemCode;
import io.atrium.engine.decision.propose.Proposal;
import io.atrium.engine.decision.propose.ProposeExamples;
import io.atrium.kernel.Fen;
import io.atrium.policy.PolicyDraft;
import io.atrium.policy.web.PolicyExamplesPage.ExampleRow;
import io.atrium.policy.web.PolicyExamplesPage.ProposalRow;
import io.atrium.web.component.Form;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the page of examples: every example is run when the page is opened.
final class ExampleViews {

    private final PolicyDraft draft;
    private final PolicyWords words;
    private final Text t;

    ExampleViews(PolicyDraft draft, PolicyWords words) {
        this.draft = draft;
        this.words = words;
        this.t = words.t();
    }

    /// The package ready to run; null when it cannot be read.
    static @Nullable CompiledPolicy ready(PolicyDraft draft) {
        return PolicyPackages.read(draft.text()) instanceof ReadOutcome.Ready(var policy) ? policy : null;
    }

    static List<Proposal> proposals(PolicyDraft draft, @Nullable CompiledPolicy policy) {
        return policy == null
                ? List.of()
                : ProposeExamples.of(policy, draft.text().model());
    }

    PolicyExamplesPage page(Form form) {
        var policy = ready(draft);
        var problems = policy == null ? List.<Problem>of() : PolicyDraftViews.found(draft.text());
        var examples = policy == null
                ? List.<ExampleRow>of()
                : policy.policy().examples().stream()
                        .map(example -> example(ExampleRun.of(policy, example), problems))
                        .toList();
        long right = examples.stream()
                .filter(example -> example.verdict().tone() == Tone.GOOD)
                .count();
        return new PolicyExamplesPage(
                PolicyDraftViews.tag(draft),
                new PolicyDraftViews(t).tabs(draft, "examples"),
                form,
                PolicyDraftViews.mayEdit(draft),
                policy != null,
                missing(problems),
                proposals(draft, policy).stream()
                        .map(proposal -> proposal(policy, proposal))
                        .toList(),
                t.of("policy.examples.counted", examples.size(), right),
                examples,
                PolicyDraftForms.path(draft));
    }

    private List<String> missing(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.code() == ProblemCode.EXAMPLE_MISSING)
                .map(problem ->
                        t.lang() == Lang.ZH && problem.whatChinese() != null ? problem.whatChinese() : problem.what())
                .toList();
    }

    private ProposalRow proposal(@Nullable CompiledPolicy policy, Proposal proposal) {
        var example = t.lang() == Lang.ZH ? proposal.exampleInChinese() : proposal.example();
        return new ProposalRow(
                proposal.id(),
                example.name(),
                firm(example, proposal.changed()),
                t.of("policy.examples.asserts", outcome(example), unmet(policy, example)));
    }

    /// The facts by which it differs from the others, and the day.
    private String firm(Example example, Collection<String> keys) {
        var facts = keys.stream()
                .map(key -> t.of("policy.examples.fact", words.factName(key), value(example, key)))
                .collect(Collectors.joining(t.of("policy.comma")));
        return facts.isEmpty()
                ? t.of("policy.examples.day", t.date(example.asOf()))
                : t.of("policy.examples.firm", facts, t.date(example.asOf()));
    }

    private String value(Example example, String key) {
        return example.facts()
                .find(key)
                .map(fact -> words.factValue(key, fact.value().text()))
                .orElseGet(() -> t.of("policy.examples.unknown"));
    }

    private String outcome(Example example) {
        var outcome = t.has("policy.outcome." + example.outcome())
                ? t.of("policy.outcome." + example.outcome())
                : example.outcome();
        return example.amountYuan().map(amount -> outcome + " " + money(amount)).orElse(outcome);
    }

    private String money(String yuan) {
        return yuan.matches("\\d{1,13}(\\.\\d{1,2})?") ? t.money(Fen.ofYuan(new BigDecimal(yuan))) : yuan;
    }

    private String unmet(@Nullable CompiledPolicy policy, Example example) {
        if (policy == null || example.conditions().isEmpty()) {
            return t.of("policy.examples.all-met");
        }
        return policy.policy()
                .conditions()
                .leaves()
                .filter(leaf -> example.conditions().containsKey(leaf.id()))
                .map(leaf -> t.of(
                        "policy.examples.condition",
                        words.of(leaf.label()),
                        status(example.conditions().get(leaf.id()))))
                .collect(Collectors.joining(t.of("policy.comma")));
    }

    private String status(@Nullable String status) {
        return Stream.of(ConditionStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .map(known -> t.of("policy.examples.status", known))
                .orElse(String.valueOf(status));
    }

    private ExampleRow example(ExampleRun run, List<Problem> problems) {
        var example = run.example();
        var decision = run.decision();
        boolean isWrong = problems.stream()
                .anyMatch(problem -> problem.file().equals("examples.yaml")
                        && problem.place().equals(example.name()));
        var amount = Optional.ofNullable(decision.amount())
                .flatMap(AmountResult::yuan)
                .map(yuan -> " " + money(yuan.toPlainString()))
                .orElse("");
        return new ExampleRow(
                example.name(),
                firm(example, example.facts().keys()),
                outcome(example),
                t.of("policy.outcome", decision.outcome()) + amount,
                isWrong
                        ? new Tag(Tone.BAD, "policy.draft.example.wrong")
                        : new Tag(Tone.GOOD, "policy.draft.example.right"),
                differences(run));
    }

    private List<String> differences(ExampleRun run) {
        var told = new ArrayList<String>();
        run.policy().policy().conditions().leaves().forEach(leaf -> {
            var expected = expected(run.example(), leaf);
            var actual = run.decision()
                    .conditions()
                    .leaves()
                    .filter(result -> result.id().equals(leaf.id()))
                    .findFirst()
                    .orElseThrow()
                    .status();
            if (!actual.name().equals(expected)) {
                told.add(t.of(
                        "policy.examples.difference", words.of(leaf.label()), status(expected), status(actual.name())));
            }
        });
        return told;
    }

    /// A condition that an example does not mention is expected to hold, or to wait for its review.
    private static String expected(Example example, Condition.Leaf leaf) {
        var usual = leaf.review() ? ConditionStatus.MANUAL_REVIEW : ConditionStatus.MET;
        return example.conditions().getOrDefault(leaf.id(), usual.name());
    }
}
