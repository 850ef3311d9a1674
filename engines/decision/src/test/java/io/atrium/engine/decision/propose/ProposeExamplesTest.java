// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.PolicyPackages;
import io.atrium.engine.decision.ReadOutcome;
import io.atrium.engine.decision.TestPackages;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.policy.Example;
import io.atrium.engine.decision.problem.Problem;
import io.atrium.engine.decision.problem.Problems;
import io.atrium.engine.decision.propose.Proposal.Kind;
import io.atrium.engine.decision.read.ExamplesText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What Atrium proposes is what the model says, stands where something is missing, and suffices.
class ProposeExamplesTest {

    static Stream<Path> published() {
        return PolicyPackages.list(TestPackages.PUBLISHED).stream();
    }

    private static PackageText text(Path folder) {
        return PackageText.read(folder, new Problems()).orElseThrow();
    }

    private static CompiledPolicy ready(PackageText text) {
        return switch (PolicyPackages.read(text)) {
            case ReadOutcome.Ready(var policy) -> policy;
            case ReadOutcome.Refused(var problems) -> throw new AssertionError(problems);
        };
    }

    private static PackageText with(PackageText text, String examples) {
        return new PackageText(text.policy(), text.model(), examples, text.source());
    }

    private static PackageText added(PackageText text, List<Example> more) {
        var types = ready(text).factsAsked();
        return with(text, ExamplesText.with(text.examples(), types, more));
    }

    @ParameterizedTest
    @MethodSource("published")
    void whatIsProposedForAPublishedPackagePassesItsCheck(Path folder) {
        var text = text(folder);
        var proposals = ProposeExamples.of(ready(text), text.model());

        assertThat(proposals).extracting(Proposal::kind).doesNotContain(Kind.MISSING);
        var more = proposals.stream().map(Proposal::exampleInChinese).toList();
        var changed = added(text, more);
        assertThat(PolicyPackages.check(changed)).isInstanceOf(ReadOutcome.Ready.class);
        assertThat(ready(changed).policy().examples())
                .hasSize(ready(text).policy().examples().size() + more.size());
        assertThat(changed.examples()).startsWith(text.examples().stripTrailing());
    }

    @Test
    void aThresholdIsShownJustBelowAtAndJustAbove() {
        var text = text(TestPackages.DEMO);
        var moved = new PackageText(
                text.policy(),
                text.model().replace("employees &gt;= 5", "employees &gt;= 8"),
                text.examples(),
                text.source());

        assertThat(ProposeExamples.of(ready(moved), moved.model()))
                .filteredOn(proposal -> proposal.changed().equals(List.of("employees")))
                .extracting(Proposal::what, proposal -> proposal.example().outcome())
                .contains(
                        tuple("condition 'enough_staff' exactly at 8", "ENTITLED"),
                        tuple("just below 8: employees 7", "NOT_YET"),
                        tuple("just above 8: employees 9", "ENTITLED"));
    }

    @Test
    void aComputedFigureIsReachedThroughAFactBehindIt() {
        var text = text(TestPackages.PUBLISHED.resolve("national/science-sme/2026"));
        var moved =
                new PackageText(text.policy(), text.model().replace("0.30", "0.32"), text.examples(), text.source());

        assertThat(ProposeExamples.of(ready(moved), moved.model()))
                .extracting(Proposal::what)
                .anySatisfy(what -> assertThat(what).startsWith("boundary: rd_staff_share exactly 0.32 ("))
                .anySatisfy(what -> assertThat(what).startsWith("just below 0.32: rd_staff_share ("));
    }

    @Test
    void aPackageWithoutExamplesGetsThemAll() {
        var text = text(TestPackages.DEMO);
        var bare = with(text, "as_of: 2026-03-02\nfacts: {}\nexamples: []\n");
        var changed = bare;
        for (int round = 0; round < 2; round++) {
            var more = ProposeExamples.of(ready(changed), changed.model()).stream()
                    .map(Proposal::example)
                    .toList();
            changed = added(changed, more);
        }

        var left = PolicyPackages.check(changed) instanceof ReadOutcome.Refused(var problems)
                ? problems.stream().map(Problem::what).toList()
                : List.of();
        assertThat(left).isEmpty();
    }

    @Test
    void theSamePackageGetsTheSameProposalsAndAnIdHangsOnWhatIsAsserted() {
        var text = text(TestPackages.DEMO);
        var once = ProposeExamples.of(ready(text), text.model());

        assertThat(ProposeExamples.of(ready(text), text.model()))
                .extracting(Proposal::id)
                .isEqualTo(once.stream().map(Proposal::id).toList());
        assertThat(once).extracting(Proposal::id).doesNotHaveDuplicates();
    }

    @Test
    void anEntryIsWrittenInTheWayOfTheFile() {
        var text = text(TestPackages.DEMO);
        var example = ready(text).policy().examples().getFirst();
        var named = new Example(
                "“quoted”: \"yes\"\n",
                example.asOf(),
                example.facts().without("revenue"),
                "UNKNOWN",
                Map.of(),
                example.amountYuan());

        assertThat(ExamplesText.with(text.examples(), ready(text).factsAsked(), List.of(named)))
                .endsWith("""
                          - name: "“quoted”: \\"yes\\" "
                            facts: {revenue: null}
                            expect: {outcome: UNKNOWN, amount: "180000.00"}
                        """);
        assertThat(ExamplesText.with(
                        "as_of: 2026-01-01\nexamples: [{name: a, expect: {outcome: UNKNOWN}}] # end\n",
                        Map.of(),
                        List.of(named)))
                .startsWith("as_of: 2026-01-01\nexamples:\n  - {name: a, expect: {outcome: UNKNOWN}}\n  - name: ");
    }
}
