// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.decision.fact.Fact;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.kernel.OrgId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SnapshotFileTest {

    private static final TreeMap<String, FactType> TYPES = new TreeMap<>(Map.of(
            "employees", FactType.NUMBER,
            "in_community", FactType.BOOLEAN,
            "registered_on", FactType.DATE,
            "registered_district", FactType.TEXT));

    private static final OrgId FIRST = new OrgId("org_1");
    private static final OrgId SECOND = new OrgId("org_2");

    @Test
    void whatIsKnownComesBackDigitByDigitAndWhatIsNotStaysUnknown() {
        var facts = FactSet.of(List.of(
                Fact.of("employees", new FactValue.Quantity(new BigDecimal("12345678901234567890.123456789"))),
                Fact.of("in_community", new FactValue.Truth(false)),
                Fact.of("registered_on", new FactValue.Day(LocalDate.of(1969, 12, 31))),
                Fact.of("registered_district", new FactValue.Text("徐汇区"))));
        var firms = new LinkedHashMap<OrgId, FactSet>();
        firms.put(FIRST, facts);
        firms.put(SECOND, FactSet.of(List.of()));

        var bytes = SnapshotFile.write(TYPES, firms);
        var read = SnapshotFile.read(bytes);

        assertThat(read.firms()).containsExactly(FIRST, SECOND);
        for (var key : TYPES.keySet()) {
            assertThat(read.facts().factsAt(0).find(key).orElseThrow().value().text())
                    .isEqualTo(facts.find(key).orElseThrow().value().text());
        }
        assertThat(read.facts().factsAt(1).keys()).isEmpty();
        assertThat(SnapshotFile.write(TYPES, firms)).isEqualTo(bytes);
    }

    @Test
    void aFactOfAnotherTypeCountsAsNotKnown() {
        var firms = new LinkedHashMap<OrgId, FactSet>();
        firms.put(FIRST, FactSet.of(List.of(Fact.of("employees", new FactValue.Text("many")))));

        assertThat(SnapshotFile.read(SnapshotFile.write(TYPES, firms))
                        .facts()
                        .factsAt(0)
                        .keys())
                .isEmpty();
    }
}
