// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.company.Companies;
import io.atrium.company.FactCatalogue;
import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.decide.ConditionResult;
import io.atrium.engine.decision.decide.FactUsed;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.policy.PolicyStatus;
import io.atrium.engine.decision.problem.Problem;
import io.atrium.engine.decision.problem.ProblemCode;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.domain.EntitlementGroup;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
class PolicyModuleTest {

    private static final PolicyId DEMO = new PolicyId("demo-compute-voucher");
    private static final Scope ALL = new Scope.All();

    @Autowired
    Policies policies;

    @Autowired
    PolicyBudgets budgets;

    @Autowired
    Entitlements entitlements;

    @Autowired
    PackageSource packages;

    @Autowired
    Companies companies;

    @Autowired
    BusinessClock clock;

    @Autowired
    House house;

    private Firms firms;

    @BeforeEach
    void makeFirms() {
        firms = new Firms(companies, house.operator().actor());
    }

    @Test
    void publishesThePackagesThatShip() {
        assertThat(policies.list())
                .extracting(PublishedPolicy::id)
                .contains(DEMO)
                .hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    void everyFactThatAPolicyAsksForIsInTheCatalogue() {
        var catalogue = FactCatalogue.read();
        assertThat(policies.list().stream().flatMap(policy -> policy.compiled().factsAsked().keySet().stream()))
                .allSatisfy(key -> assertThat(catalogue.find(key)).as(key).isPresent());
    }

    @Test
    void publishingAgainChangesNothing() {
        assertThat(policies.publish(packages.read()).changed()).isEmpty();
    }

    @Test
    void aBrokenPackageIsRefusedWithItsProblemsAndTheOldVersionStays() {
        var sound = Objects.requireNonNull(packages.read().get("demo/compute-voucher/1"));
        var broken = new PackageText(
                sound.policy().replace("version: \"1\"", "version: \"2\""),
                sound.model().replace("employees &gt;= 5", "employees &gt;="),
                sound.examples(),
                sound.source());

        var report = policies.publish(Map.of("demo/compute-voucher/2", broken));

        assertThat(report.changed()).isEmpty();
        assertThat(report.refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.problems()).isNotEmpty());
        assertThat(policies.find(DEMO)).map(PublishedPolicy::version).contains("1");
    }

    @Test
    void aPackageFromOutsideIsTriedInAProcessOfItsOwn() {
        var sound = Objects.requireNonNull(packages.read().get("demo/compute-voucher/1"));
        var wrong = new PackageText(
                sound.policy().replace("version: \"1\"", "version: \"2\""),
                sound.model(),
                sound.examples().replace("37037.03", "37037.04"),
                sound.source());

        var report = policies.publishForeign(Map.of("demo/compute-voucher/2", wrong));

        assertThat(report.refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.problems())
                        .extracting(Problem::code)
                        .containsOnly(ProblemCode.EXAMPLE_WRONG));
    }

    @Test
    void theBudgetIsAppropriatedOnceAYear() {
        budgets.appropriateAll();
        var before = budgets.balances(DEMO).orElseThrow();
        budgets.appropriateAll();

        assertThat(budgets.balances(DEMO)).contains(before);
        assertThat(before.available()).isPositive();
    }

    @Test
    void decidesAFirmWhenItsFactsArrive() {
        var firm = firms.deliver(Firms.entitled());

        var demo = awaitDecision(firm);

        assertThat(demo.group()).isEqualTo(EntitlementGroup.AUTOMATIC);
        assertThat(demo.stored().decision().outcome()).isEqualTo(Outcome.ENTITLED);
        assertThat(Objects.requireNonNull(demo.stored().decision().amount()).yuan())
                .contains(Fen.ofYuan("180000.00").yuan());
    }

    @Test
    void keepsTheWholeExplanationWithSourceAndDate() {
        var firm = firms.deliver(Firms.entitled());

        var leaf = awaitDecision(firm)
                .stored()
                .decision()
                .conditions()
                .leaves()
                .filter(found -> found.id().equals("real_rd"))
                .findFirst()
                .orElseThrow();

        assertThat(leaf).extracting(ConditionResult::clause).isEqualTo("2");
        assertThat(leaf.facts()).singleElement().satisfies(fact -> {
            assertThat(fact).extracting(FactUsed::key).isEqualTo("rd_spend");
            assertThat(fact.source()).isEqualTo("REGISTRY");
            assertThat(fact.sourceDate()).isNotNull();
        });
    }

    @Test
    void aMissingFactIsUnknownAndNamed() {
        var facts = Firms.entitled();
        facts.remove("dishonesty_record_3y");

        var demo = awaitDecision(firms.deliver(facts));

        assertThat(demo.group()).isEqualTo(EntitlementGroup.UNKNOWN);
        assertThat(demo.stored().decision().missingFacts()).containsExactly("dishonesty_record_3y");
    }

    @Test
    void draftsAndExpiredTextsNeverGrant() {
        var firm = firms.deliver(Firms.entitled());
        awaitDecision(firm);

        assertThat(entitlements.list(ALL, firm))
                .filteredOn(found -> !found.policy().header().status().canGrant())
                .isNotEmpty()
                .allMatch(found -> found.group() == EntitlementGroup.NOT_IN_FORCE
                        || (found.policy().header().status() == PolicyStatus.SECONDARY_ONLY
                                && found.group() == EntitlementGroup.UNKNOWN));
    }

    @Test
    @Tag("ENT-6")
    void newFactsGiveANewAnswerAndTheOldOneStays() {
        var facts = Firms.entitled();
        var firm = firms.deliver(facts);
        var first = awaitDecision(firm);
        facts.put("employees", "3");
        firms.deliver(facts);

        await().atMost(20, SECONDS)
                .until(() -> entitlements.history(ALL, firm, DEMO).size() == 2);

        var history = entitlements.history(ALL, firm, DEMO);
        assertThat(history.getFirst().group()).isEqualTo(EntitlementGroup.NOT_YET);
        assertThat(history.getFirst().stored().decision().nearest())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.subject()).isEqualTo("employees");
                    assertThat(change.needed()).isEqualTo("5");
                });
        assertThat(history.getLast().stored()).isEqualTo(first.stored());
        assertThat(entitlements.decide(List.of(firm), "whole"))
                .as("what reads no changed fact has nothing new to say")
                .isZero();
    }

    @Test
    void aPolicyIsConcernedByTheFactsThatItReads() {
        var demo = policies.find(DEMO).orElseThrow();

        assertThat(demo.reads(Set.of("employees", "niche_market_rank"))).isTrue();
        assertThat(demo.reads(Set.of("niche_market_rank"))).isFalse();
    }

    @Test
    void decidingAgainWithoutNewsKeepsNothingNew() {
        var firm = firms.deliver(Firms.entitled());
        awaitDecision(firm);

        assertThat(entitlements.decide(List.of(firm), "again")).isZero();
    }

    @Test
    void aFirmWithoutFactsIsToldWhatIsMissing() {
        var firm = house.firmOwner().organisation();

        assertThat(entitlements.find(ALL, firm, DEMO)).isPresent().get().satisfies(found -> {
            assertThat(found.group()).isEqualTo(EntitlementGroup.UNKNOWN);
            assertThat(found.stored().decision().missingFacts()).contains("in_community", "employees");
        });
    }

    @Test
    void nobodySeesAnotherFirmsEntitlements() {
        var firm = firms.deliver(Firms.entitled());
        awaitDecision(firm);

        assertThat(entitlements.list(new Scope.Own(house.firmOwner().organisation()), firm))
                .isEmpty();
        assertThat(entitlements.find(new Scope.None(), firm, DEMO)).isEmpty();
    }

    private Entitlement awaitDecision(OrgId firm) {
        await().atMost(20, SECONDS)
                .until(() -> !entitlements.history(ALL, firm, DEMO).isEmpty());
        return entitlements.find(ALL, firm, DEMO).orElseThrow();
    }
}
