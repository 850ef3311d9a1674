// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.decision.column.snapshot.SnapshotBuilder;
import io.atrium.engine.decision.fact.Fact;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.kernel.OrgId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class SnapshotFileTest {

    private static final TreeMap<String, FactType> TYPES = new TreeMap<>(Map.of(
            "employees", FactType.NUMBER,
            "in_community", FactType.BOOLEAN,
            "registered_on", FactType.DATE,
            "registered_district", FactType.TEXT));

    private static final OrgId FIRST = new OrgId("org_1");
    private static final OrgId SECOND = new OrgId("org_2");

    private static final FactSet FACTS = FactSet.of(List.of(
            Fact.of("employees", new FactValue.Quantity(new BigDecimal("12345678901234567890.123456789"))),
            Fact.of("in_community", new FactValue.Truth(false)),
            Fact.of("registered_on", new FactValue.Day(LocalDate.of(1969, 12, 31))),
            Fact.of("registered_district", new FactValue.Text("徐汇区"))));

    private static FrozenFirms frozen(List<OrgId> firms) {
        var builder = new SnapshotBuilder(TYPES);
        builder.add(FACTS);
        builder.add(FactSet.of(List.of()));
        return new FrozenFirms(firms, builder.freeze());
    }

    private static void assertKnown(FrozenFirms read) {
        for (var key : TYPES.keySet()) {
            assertThat(read.facts().factsAt(0).find(key).orElseThrow().value().text())
                    .isEqualTo(FACTS.find(key).orElseThrow().value().text());
        }
        assertThat(read.facts().factsAt(1).keys()).isEmpty();
    }

    @Test
    void whatIsKnownComesBackDigitByDigitAndWhatIsNotStaysUnknown() {
        var bytes = SnapshotFile.write(frozen(List.of(FIRST, SECOND)));

        var read = SnapshotFile.read(bytes);

        assertThat(read.firms()).containsExactly(FIRST, SECOND);
        assertKnown(read);
        assertThat(SnapshotFile.write(read)).isEqualTo(bytes);
    }

    @Test
    void theFirmsOfAFileStayNobody() {
        var read = SnapshotFile.read(SnapshotFile.write(frozen(List.of())));

        assertThat(read.areKnownHere()).isFalse();
        assertKnown(read);
    }

    @Test
    void aSnapshotOfTheFirstFormatIsStillRead() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(1);
            out.writeInt(TYPES.size());
            for (var type : TYPES.entrySet()) {
                out.writeUTF(type.getKey());
                out.writeUTF(type.getValue().name());
            }
            out.writeInt(2);
            out.writeUTF(FIRST.value());
            out.writeBoolean(true);
            out.writeUTF("12345678901234567890.123456789");
            out.writeBoolean(true);
            out.writeBoolean(false);
            out.writeBoolean(true);
            out.writeUTF("徐汇区");
            out.writeBoolean(true);
            out.writeLong(LocalDate.of(1969, 12, 31).toEpochDay());
            out.writeUTF(SECOND.value());
            for (int fact = 0; fact < TYPES.size(); fact++) {
                out.writeBoolean(false);
            }
        }

        var read = SnapshotFile.read(bytes.toByteArray());

        assertThat(read.firms()).containsExactly(FIRST, SECOND);
        assertKnown(read);
    }
}
