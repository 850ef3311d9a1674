// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.decision.TestPackages;
import io.atrium.engine.decision.fact.Fact;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.engine.decision.policy.AmountRule.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompiledPolicyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final CompiledPolicy DEMO = TestPackages.ready(TestPackages.DEMO);
    private static final FactSet FIRM = FactSet.of(List.of(
            truth("in_community", true),
            truth("abnormal_operation_list", false),
            truth("dishonesty_record_3y", false),
            number("employees", "40"),
            new Fact("rd_spend", quantity("600000.00"), "CNY", "registry", LocalDate.of(2026, 1, 31)),
            number("revenue", "5000000.00")));

    @Test
    void explainsEachConditionWithFactSourceAndClause() {
        var leaf = leaf(DEMO.decide(FIRM, DAY), "real_rd");

        assertThat(leaf.status()).isEqualTo(ConditionStatus.MET);
        assertThat(leaf.clause()).isEqualTo("2");
        assertThat(leaf.facts())
                .containsExactly(
                        new FactUsed("rd_spend", "600000.00", "number", "CNY", "registry", LocalDate.of(2026, 1, 31)));
    }

    @Test
    void namesFactsThatAConditionUsesThroughAnotherDecision() {
        var leaf = leaf(DEMO.decide(FIRM, DAY), "enough_rd_share");

        assertThat(leaf.facts()).extracting(FactUsed::key).containsExactly("rd_spend", "revenue");
    }

    @Test
    void showsTheStepsThatLeadToTheAmount() {
        var amount = Objects.requireNonNull(DEMO.decide(FIRM, DAY).amount());

        assertThat(amount.amountFen()).isEqualTo(18_000_000L);
        assertThat(amount.steps())
                .extracting(AmountResult.Step::role)
                .containsExactly(Role.BASE, Role.RATE, Role.PRODUCT, Role.CAP, Role.AMOUNT);
        assertThat(amount.steps())
                .extracting(AmountResult.Step::value)
                .containsExactly("600000.00", "0.30", "180000.0000", "200000", "180000.00");
    }

    @Test
    void aMissingFactMakesUnknownAndIsNamed() {
        var decision = DEMO.decide(FIRM.without("revenue"), DAY);

        assertThat(decision.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(decision.missingFacts()).containsExactly("revenue");
        assertThat(leaf(decision, "enough_rd_share").unknownReason()).isEqualTo(UnknownReason.FACT_MISSING);
    }

    @Test
    void zeroAndFalseAreKnown() {
        var decision = DEMO.decide(FIRM.with(number("employees", "0")).with(truth("in_community", false)), DAY);

        assertThat(decision.outcome()).isEqualTo(Outcome.NOT_YET);
        assertThat(decision.missingFacts()).isEmpty();
    }

    @Test
    void aFactOfTheWrongTypeIsUnknownNotNo() {
        var decision = DEMO.decide(FIRM.with(Fact.of("employees", new FactValue.Text("forty"))), DAY);

        assertThat(decision.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(leaf(decision, "enough_staff").unknownReason()).isEqualTo(UnknownReason.FACT_OF_WRONG_TYPE);
    }

    @Test
    void aShareOfNothingIsUnknownNotNo() {
        var sme = TestPackages.ready(TestPackages.PUBLISHED.resolve("national/science-sme/2026"));
        var facts = FactSet.of(List.of(
                number("rd_spend", "1"),
                number("revenue", "0"),
                number("rd_staff", "1"),
                number("employees", "1"),
                number("ip_class1", "0"),
                number("ip_class2", "0")));

        var leaf = leaf(sme.decide(facts, DAY), "enough_by_sales");

        assertThat(leaf.status()).isEqualTo(ConditionStatus.UNKNOWN);
        assertThat(leaf.unknownReason()).isEqualTo(UnknownReason.NOT_COMPUTABLE);
    }

    @Test
    void notYetNamesTheThresholdAndTodaysValue() {
        var decision = DEMO.decide(FIRM.with(number("employees", "3")), DAY);

        assertThat(decision.nearest()).containsExactly(new NearestChange("enough_staff", "employees", "3", ">=", "5"));
    }

    @Test
    void notYetNamesAComputedFigure() {
        var decision = DEMO.decide(FIRM.with(number("revenue", "24000000")), DAY);

        assertThat(decision.nearest())
                .containsExactly(new NearestChange("enough_rd_share", "rd_share_of_revenue", "0.025", ">=", "0.05"));
    }

    @Test
    void theNearestChangeTakesTheShortestOfSeveralWays() {
        var sme = TestPackages.ready(TestPackages.PUBLISHED.resolve("national/science-sme/2026"));
        var tooFewPoints = sme.policy().examples().stream()
                .filter(example -> example.name().equals("fails, too few points"))
                .findFirst()
                .orElseThrow();

        var decision = sme.decide(tooFewPoints.facts(), tooFewPoints.asOf());

        assertThat(decision.nearest()).extracting(NearestChange::condition).containsExactly("high_tech");
    }

    @Test
    void sameFactsAndDayGiveTheSameDecisionOnManyThreads() {
        var expected = DEMO.decide(FIRM, DAY);

        var decisions = IntStream.range(0, 200)
                .parallel()
                .mapToObj(_ -> DEMO.decide(FIRM, DAY))
                .distinct();

        assertThat(decisions).containsExactly(expected);
    }

    @Test
    void tellsWhatMustBeShownBesideIt() {
        var draft = TestPackages.ready(TestPackages.PUBLISHED.resolve("xuhui/settlement-award/2023-draft"));

        assertThat(DEMO.decide(FIRM, DAY).notes()).containsExactly(DecisionNote.INVENTED_FOR_DEMO);
        assertThat(draft.decide(FIRM, DAY).notes())
                .containsExactly(DecisionNote.TEXT_IS_DRAFT, DecisionNote.TEXT_CUT_OFF);
    }

    private static ConditionResult leaf(Decision decision, String id) {
        return decision.conditions()
                .leaves()
                .filter(leaf -> leaf.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Fact truth(String key, boolean value) {
        return Fact.of(key, new FactValue.Truth(value));
    }

    private static Fact number(String key, String value) {
        return Fact.of(key, quantity(value));
    }

    private static FactValue quantity(String value) {
        return new FactValue.Quantity(new BigDecimal(value));
    }
}
