// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.engine.decision.column.snapshot.Snapshot;
import io.atrium.engine.decision.column.snapshot.SnapshotBuilder;
import io.atrium.engine.decision.fact.Fact;
import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ColumnFileTest {

    private static final Map<String, FactType> TYPES = Map.of(
            "staff", FactType.NUMBER,
            "revenue", FactType.NUMBER,
            "abnormal", FactType.BOOLEAN,
            "since", FactType.DATE,
            "district", FactType.TEXT,
            "street", FactType.TEXT);

    private static Snapshot firms(int rows, int seed) {
        var random = new SplittableRandom(seed);
        var builder = new SnapshotBuilder(TYPES);
        for (int row = 0; row < rows; row++) {
            var facts = new ArrayList<Fact>();
            maybe(random, facts, "staff", new FactValue.Quantity(BigDecimal.valueOf(random.nextInt(-5, 5_000))));
            maybe(random, facts, "revenue", new FactValue.Quantity(revenue(random)));
            maybe(random, facts, "abnormal", new FactValue.Truth(random.nextBoolean()));
            maybe(random, facts, "since", new FactValue.Day(LocalDate.ofEpochDay(random.nextInt(-9_000, 30_000))));
            maybe(random, facts, "district", new FactValue.Text("第" + random.nextInt(16) + "区"));
            maybe(random, facts, "street", new FactValue.Text("街" + random.nextInt(2_000)));
            builder.add(FactSet.of(facts));
        }
        return builder.freeze();
    }

    private static void maybe(SplittableRandom random, ArrayList<Fact> facts, String key, FactValue value) {
        if (random.nextInt(4) > 0) {
            facts.add(Fact.of(key, value));
        }
    }

    /// Most fit in eight bytes, some only aside.
    private static BigDecimal revenue(SplittableRandom random) {
        return random.nextInt(20) == 0
                ? new BigDecimal("12345678901234567890." + random.nextInt(1, 999_999_999))
                : BigDecimal.valueOf(random.nextLong(9_000_000_000_000L), 2);
    }

    private static byte[] bytes(Snapshot snapshot) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ColumnFile.write(snapshot, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Snapshot read(byte[] bytes) throws IOException {
        return ColumnFile.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    @Property(tries = 30)
    void everyFactOfEveryFirmComesBack(@ForAll @IntRange(min = 0, max = 5_000) int rows, @ForAll int seed)
            throws IOException {
        var written = firms(rows, seed);

        var read = read(bytes(written));

        assertThat(read.rows()).isEqualTo(rows);
        for (int row = 0; row < rows; row++) {
            var expected = written.factsAt(row);
            var found = read.factsAt(row);
            assertThat(found.keys()).isEqualTo(expected.keys());
            for (var key : expected.keys()) {
                assertThat(found.find(key).orElseThrow().value())
                        .isEqualTo(expected.find(key).orElseThrow().value());
            }
        }
        assertThat(bytes(read)).isEqualTo(bytes(written));
    }

    @Property(tries = 20)
    void aFileCutShortIsNoSnapshot(@ForAll @IntRange(min = 0, max = 999) int permille) throws IOException {
        var whole = bytes(firms(300, 7));

        assertThatThrownBy(() -> read(Arrays.copyOf(whole, (int) ((long) whole.length * permille / 1_000))))
                .isInstanceOf(EOFException.class);
    }
}
