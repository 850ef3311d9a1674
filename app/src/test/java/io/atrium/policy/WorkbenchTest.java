// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.company.Companies;
import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.PolicyPackages;
import io.atrium.engine.decision.ReadOutcome;
import io.atrium.engine.decision.column.Thresholds;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.domain.FirmFacts;
import io.atrium.policy.domain.FrozenFirms;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// A moved policy over a snapshot comes to what the row path says of every firm, to the fen; and again after the
/// columns
/// were read anew.
@AtriumTest
class WorkbenchTest {

    private static final PolicyId DEMO = new PolicyId("demo-compute-voucher");

    @Autowired
    House house;

    @Autowired
    Companies companies;

    @Autowired
    FirmSnapshots snapshots;

    @Autowired
    Workbench workbench;

    @Autowired
    Scenarios scenarios;

    @Autowired
    DSLContext database;

    @Autowired
    Policies policies;

    @Autowired
    BusinessClock businessClock;

    @Autowired
    InstantSource systemClock;

    private Resident officer;
    private FirmSnapshotId snapshot;

    @BeforeEach
    void aDepartmentFreezesWhatIsKnown() {
        officer = house.officer();
        var firms = new Firms(companies, house.operator().actor());
        for (var employees : List.of("3", "4", "5", "9", "10", "40")) {
            var facts = Firms.entitled();
            facts.put("employees", employees);
            facts.put("rd_spend_2025", "61234" + employees + ".67");
            firms.deliver(facts);
        }
        snapshot = taken();
    }

    private FirmSnapshotId taken() {
        var outcome = snapshots.take(officer.actor(), key(), new FirmSnapshots.Take("test " + UUID.randomUUID()));
        return ((FirmSnapshotOutcome.Done) outcome).snapshot();
    }

    private static RequestKey key() {
        return new RequestKey("workbench-" + UUID.randomUUID());
    }

    private static SortedMap<String, FactValue> figures(String name, String value) {
        return new TreeMap<>(Map.of(name, new FactValue.Quantity(new BigDecimal(value))));
    }

    private WorkbenchResult run(SortedMap<String, FactValue> figures) {
        return workbench.run(officer.actor(), new Supposition(DEMO, null, snapshot, figures));
    }

    private CompiledPolicy moved(SortedMap<String, FactValue> figures) {
        var text =
                policies.text(DEMO, policies.find(DEMO).orElseThrow().version()).orElseThrow();
        var model = Thresholds.moved(text.model(), figures);
        var outcome = PolicyPackages.read(new PackageText(text.policy(), model, text.examples(), text.source()));
        return ((ReadOutcome.Ready) outcome).policy();
    }

    @ParameterizedTest
    @CsvSource({
        "enough_staff, 5",
        "enough_staff, 4",
        "enough_staff, 10",
        "real_rd, 612345.68",
        "enough_rd_share, 0.122469",
        "rate, 0.017",
        "cap, 100000"
    })
    void everyFirmGetsWhatTheRowPathSaysToTheFen(String figure, String value) {
        var figures = figures(figure, value);
        var result = run(figures);
        var policy = moved(figures);
        var day = businessClock.today();

        long sum = 0;
        long entitled = 0;
        for (int row = 0; row < result.firms(); row++) {
            var firm = result.snapshot().content().firms().get(row);
            var facts = FirmFacts.of(
                    companies.facts(firm, day, result.snapshot().about().knownAt()));
            var decision = policy.decide(facts, day);
            assertThat(result.after(row).outcome()).isEqualTo(decision.outcome());
            var amount = decision.outcome() == Outcome.ENTITLED
                    ? Objects.requireNonNull(decision.amount())
                            .yuan()
                            .map(Fen::ofYuan)
                            .orElseThrow()
                    : Fen.ZERO;
            assertThat(result.after(row).amount()).isEqualTo(amount);
            sum += amount.value();
            entitled += decision.outcome() == Outcome.ENTITLED ? 1 : 0;
        }
        assertThat(result.after().fen()).isEqualTo(new Fen(sum));
        assertThat(result.after().entitled()).isEqualTo(entitled);
    }

    @Test
    void aRecountThatTakesOverFromTheLastOneEqualsAFullOne() {
        run(figures("enough_staff", "7"));
        var stepwise = run(figures("enough_staff", "10"));

        var fresh = new Supposition(DEMO, null, taken(), figures("enough_staff", "10"));
        var whole = workbench.run(officer.actor(), fresh);

        assertThat(stepwise.after()).isEqualTo(whole.after());
        assertThat(stepwise.difference()).isEqualTo(whole.difference());
        for (var column : FrozenFirms.GROUPS) {
            assertThat(stepwise.groups(column)).isEqualTo(whole.groups(column));
        }
    }

    @Test
    void listsOfFirmsAreTheNumbersThatTheyProve() {
        var result = run(figures("enough_staff", "10"));
        var difference = result.difference();

        assertThat(result.rows(FirmList.of(FirmList.Kind.WINNERS))).hasSize((int) difference.winners());
        assertThat(result.rows(FirmList.of(FirmList.Kind.LOSERS)))
                .hasSize((int) difference.losers())
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(result.rows(FirmList.of(FirmList.Kind.GRANTED)))
                .hasSize((int) result.after().granted());
        assertThat(result.rows(FirmList.outcome(Outcome.ENTITLED)))
                .hasSize((int) result.after().entitled());
        for (var near : result.nearMisses()) {
            assertThat(result.rows(FirmList.near(near.condition().id()))).hasSize((int) near.firms());
        }
        for (var overlap : result.overlaps()) {
            assertThat(result.rows(FirmList.overlap(overlap.other()))).hasSize((int) overlap.after());
        }
        for (var column : FrozenFirms.GROUPS) {
            var groups = result.groups(column);
            assertThat(groups.stream().mapToLong(WorkbenchResult.Group::firms).sum())
                    .isEqualTo(result.firms());
            assertThat(groups.stream().mapToLong(group -> group.after().fen()).sum())
                    .isEqualTo(result.after().fen().value());
        }
        var less = run(figures("cap", "100000"));
        assertThat(less.rows(FirmList.of(FirmList.Kind.LESS)))
                .hasSize((int) less.difference().less())
                .isNotEmpty();
    }

    @Test
    void withoutTheConditionThatANearMissFailsItsFirmsAreGranted() {
        var result = run(figures("enough_staff", "10"));
        var near = result.rows(FirmList.near("enough_staff"));

        var lifted = workbench.without(result, "enough_staff").orElseThrow();

        assertThat(near).isNotEmpty();
        assertThat(lifted.winners()).isEqualTo(near.length);
        assertThat(lifted.fenAfter()).isGreaterThan(lifted.fenBefore());
        assertThat(workbench.without(result, "no_such_condition").orElseThrow().winners())
                .isZero();
    }

    @Test
    void aScenarioComesToTheSameNumbersThoughTheFirmsHaveChanged() {
        var kept = scenarios.keep(
                officer.actor(),
                key(),
                new Scenarios.Keep(
                        new Supposition(DEMO, null, snapshot, figures("enough_staff", "10")), "stricter", "", false));
        var scenario = scenarios
                .find(officer.actor(), ((ScenarioOutcome.Done) kept).scenario())
                .orElseThrow();
        var first = workbench.run(officer.actor(), scenario);

        new Firms(companies, house.operator().actor()).deliver(Firms.entitled());
        var again = workbench.run(officer.actor(), scenario);

        assertThat(again.after()).isEqualTo(first.after());
        assertThat(again.firms()).isEqualTo(first.firms());
        assertThat(scenario.figures()).containsOnlyKeys("enough_staff");
    }

    @Test
    void theDatabaseRefusesToChangeASnapshot() {
        assertThatThrownBy(() ->
                        database.execute("update policy_snapshot set name = 'another' where id = ?", snapshot.value()))
                .hasMessageContaining("never changes");
    }

    @Test
    void whatIsNoFigureOfThePolicyIsRefused() {
        assertThatThrownBy(() -> run(figures("no_such_figure", "1")))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(PolicyRefusal.FIGURE_UNKNOWN));
        assertThatThrownBy(() -> run(figures("enough_staff", "-1")))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(PolicyRefusal.FIGURE_WRONG));
    }

    @Test
    void snapshotsHaveNamesOfTheirOwnAndStayWhileScenariosRestOnThem() {
        var name = "name " + UUID.randomUUID();
        snapshots.take(officer.actor(), key(), new FirmSnapshots.Take(name));
        assertRefused(snapshots.take(officer.actor(), key(), new FirmSnapshots.Take(name)), PolicyRefusal.NAME_TAKEN);
        assertRefused(snapshots.take(officer.actor(), key(), new FirmSnapshots.Take(" ")), PolicyRefusal.NAME_WRONG);
        var kept = scenarios.keep(
                officer.actor(),
                key(),
                new Scenarios.Keep(new Supposition(DEMO, null, snapshot, new TreeMap<>()), "as it is", "", true));
        assertRefused(snapshots.remove(officer.actor(), key(), snapshot), PolicyRefusal.SNAPSHOT_IN_USE);
        scenarios.remove(officer.actor(), key(), ((ScenarioOutcome.Done) kept).scenario());
        assertThat(snapshots.remove(officer.actor(), key(), snapshot)).isInstanceOf(FirmSnapshotOutcome.Done.class);
        assertThat(snapshots.find(officer.actor(), snapshot)).isEmpty();
    }

    private static void assertRefused(FirmSnapshotOutcome outcome, PolicyRefusal code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        FirmSnapshotOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    @Test
    void othersSeeNothingAndColleaguesWhatIsShared() {
        var colleague = house.member(officer.organisation(), Role.OFFICER);
        var stranger = house.officer();
        var own = keep("own", false);
        var shared = keep("shared", true);

        assertThat(snapshots.find(colleague.actor(), snapshot)).isPresent();
        assertThat(scenarios.find(colleague.actor(), own)).isEmpty();
        assertThat(scenarios.find(colleague.actor(), shared)).isPresent();
        assertThat(ids(colleague)).containsExactly(shared);
        assertThat(ids(stranger)).isEmpty();
        assertThat(snapshots.list(stranger.actor(), null, 10)).isEmpty();
        assertThat(snapshots.open(stranger.actor(), snapshot)).isEmpty();
        assertThatThrownBy(
                        () -> workbench.run(stranger.actor(), new Supposition(DEMO, null, snapshot, new TreeMap<>())))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> scenarios.share(colleague.actor(), key(), shared, false))
                .isInstanceOf(RefusedException.class);
        scenarios.share(officer.actor(), key(), shared, false);
        assertThat(scenarios.find(colleague.actor(), shared)).isEmpty();
    }

    private ScenarioId keep(String name, boolean isShared) {
        var command = new Scenarios.Keep(
                new Supposition(DEMO, null, snapshot, figures("enough_staff", "6")), name, "", isShared);
        return ((ScenarioOutcome.Done) scenarios.keep(officer.actor(), key(), command)).scenario();
    }

    private List<ScenarioId> ids(Resident who) {
        return scenarios.list(who.actor()).stream().map(Scenario::id).toList();
    }

    @Test
    void manyFirmsAreReadInOneQueryLikeEachByItself() {
        var ids = companies.ids();
        var firms = ids.subList(Math.max(0, ids.size() - 20), ids.size());
        var now = systemClock.instant();

        var together = companies.facts(firms, businessClock.today(), now);

        assertThat(together).hasSameSizeAs(firms);
        for (int i = 0; i < firms.size(); i++) {
            OrgId firm = firms.get(i);
            assertThat(together.get(i)).isEqualTo(companies.facts(firm, businessClock.today(), now));
        }
    }
}
