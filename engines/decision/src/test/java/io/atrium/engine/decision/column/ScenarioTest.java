// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.engine.decision.TestPackages;
import io.atrium.engine.decision.column.snapshot.Bits;
import io.atrium.engine.decision.column.snapshot.Snapshot;
import io.atrium.engine.decision.column.snapshot.SnapshotBuilder;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.dmn.DmnModel;
import io.atrium.engine.decision.fact.Fact;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.engine.decision.problem.Problems;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/// What an officer does with a sweep: moves a threshold, and sees who gains, who loses and who just misses.
class ScenarioTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final CompiledPolicy DEMO = TestPackages.ready(TestPackages.DEMO);
    private static final String ID = DEMO.policy().header().id();
    private static final List<FactSet> FIRMS = firms();

    private final ColumnPolicy inForce = ColumnPolicy.compile(DEMO, snapshot(), DAY);
    private final Sweep before = Recount.run(List.of(inForce), Recount.Options.plain());

    @Test
    void namesTheThresholdsOfAModel() throws IOException {
        assertThat(Thresholds.of(xml()))
                .contains(
                        new Threshold("enough_staff", "employees >= 5", quantity("5")),
                        new Threshold("cap", "200000", quantity("200000")),
                        new Threshold("enough_rd_share", "rd_share_of_revenue >= 0.05", quantity("0.05")));
    }

    @Test
    void aMovedThresholdTellsWinnersAndLosersAsAFullRecountWould() throws IOException {
        var moved = moved(Map.of("enough_staff", quantity("8")));

        var after = Recount.run(List.of(moved), Recount.Options.plain().since(before));
        var anew = Recount.run(List.of(moved), Recount.Options.plain());

        var difference = Difference.between(before.result(ID), after.result(ID));
        assertThat(difference).isEqualTo(Difference.between(before.result(ID), anew.result(ID)));
        assertThat(difference.winners()).isZero();
        assertThat(difference.losers()).isEqualTo(3);
        assertThat(difference.fenAfter()).isLessThan(difference.fenBefore());
        assertThat(after.result(ID).budgetFen()).isEqualTo(anew.result(ID).budgetFen());
    }

    @Test
    void aMovedCapChangesAmountsOnly() throws IOException {
        var after = Recount.run(
                List.of(moved(Map.of("cap", quantity("150000")))),
                Recount.Options.plain().since(before));

        var difference = Difference.between(before.result(ID), after.result(ID));

        assertThat(difference.losers() + difference.winners() + difference.more())
                .isZero();
        assertThat(difference.less()).isEqualTo(before.result(ID).count(Outcome.ENTITLED));
    }

    @Test
    void aMovedThresholdStillAgreesWithTheRowPath() throws IOException {
        var policy = moved(Map.of("enough_staff", quantity("1"), "cap", quantity("99999.99")))
                .policy();

        Agreement.assertHolds(policy, FIRMS, DAY);
    }

    @Test
    void whoFailsByOneConditionAloneIsANearMiss() {
        var near = before.result(ID).nearMisses("enough_staff");

        assertThat(Bits.count(near)).isEqualTo(5);
        assertThat(before.result(ID).outcomeAt(0)).isEqualTo(Outcome.NOT_YET);
        assertThat(Bits.get(near, 0)).isTrue();
    }

    @Test
    void refusesAnUnknownNameAndAnotherType() throws IOException {
        var xml = xml();

        assertThatThrownBy(() -> Thresholds.moved(xml, Map.of("nothing", quantity("1"))))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> Thresholds.moved(xml, Map.of("cap", new FactValue.Day(DAY))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private ColumnPolicy moved(Map<String, FactValue> values) throws IOException {
        var problems = new Problems();
        var model = DmnModel.compile(Thresholds.moved(xml(), values), problems).orElseThrow();
        return ColumnPolicy.compile(new CompiledPolicy(DEMO.policy(), model), inForce.snapshot(), DAY);
    }

    private static String xml() throws IOException {
        return Files.readString(TestPackages.DEMO.resolve("model.dmn"));
    }

    private static Snapshot snapshot() {
        var builder = new SnapshotBuilder(DEMO.factsAsked());
        FIRMS.forEach(builder::add);
        return builder.freeze();
    }

    /// Twenty firms alike but for their staff, 0 to 19.
    private static List<FactSet> firms() {
        var passing = DEMO.policy().examples().getFirst().facts();
        var firms = new ArrayList<FactSet>();
        for (int staff = 0; staff < 20; staff++) {
            firms.add(passing.with(Fact.of("employees", quantity(String.valueOf(staff))))
                    .with(Fact.of("rd_spend", quantity("600000.00")))
                    .with(Fact.of("revenue", quantity("5000000.00"))));
        }
        return firms;
    }

    private static FactValue quantity(String value) {
        return new FactValue.Quantity(new BigDecimal(value));
    }
}
