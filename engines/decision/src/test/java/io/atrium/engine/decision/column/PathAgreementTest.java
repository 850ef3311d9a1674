// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.PolicyPackages;
import io.atrium.engine.decision.ReadOutcome;
import io.atrium.engine.decision.TestPackages;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.problem.Problems;
import org.junit.jupiter.api.Test;

class PathAgreementTest {

    private static final CompiledPolicy DEMO = TestPackages.ready(TestPackages.DEMO);

    @Test
    void isSilentWhereBothSayTheSame() {
        assertThat(PathAgreement.check(DEMO)).isEmpty();
    }

    /// No package is known on which the paths differ, so the columns are given another model than the rows.
    @Test
    void namesConditionDayAndFirmWhereTheyDiffer() {
        assertThat(PathAgreement.differences(DEMO, with("employees &gt;= 5", "employees &gt;= 6")))
                .anySatisfy(difference -> assertThat(difference)
                        .startsWith("condition enough_staff is MET firm by firm and UNMET for all at once on 20")
                        .contains("employees=5"));
    }

    @Test
    void aDifferenceOfOneFenIsOne() {
        assertThat(PathAgreement.differences(DEMO, with("<text>200000</text>", "<text>200000.01</text>")))
                .anySatisfy(difference -> assertThat(difference)
                        .startsWith("the amount in fen is OptionalLong[20000000] firm by firm")
                        .contains("OptionalLong[20000001] for all at once"));
    }

    private static CompiledPolicy with(String before, String after) {
        var text = PackageText.read(TestPackages.DEMO, new Problems()).orElseThrow();
        assertThat(text.model()).contains(before);
        var other = new PackageText(text.policy(), text.model().replace(before, after), text.examples(), text.source());
        return ((ReadOutcome.Ready) PolicyPackages.read(other)).policy();
    }
}
