// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.atrium.engine.decision.column.file.FirmFileRefused.Fault;
import io.atrium.engine.decision.column.snapshot.Snapshot;
import io.atrium.engine.decision.fact.FactType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class CsvFirmsTest {

    private static final Map<String, FactType> TYPES =
            Map.of("employees", FactType.NUMBER, "district", FactType.TEXT, "abnormal", FactType.BOOLEAN);

    private static Snapshot read(byte[] bytes) throws IOException, FirmFileRefused {
        return CsvFirms.read(new ByteArrayInputStream(bytes), TYPES, 3, _ -> {});
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static FirmFileRefused refused(byte[] bytes) {
        return catchThrowableOfType(FirmFileRefused.class, () -> read(bytes));
    }

    private static FirmFileRefused refused(String text) {
        return refused(utf8(text));
    }

    @Test
    void factsAreReadByTheirHeadAndAnEmptyCellIsNotKnown() throws Exception {
        var firms = read(utf8("\uFEFFname, employees ,district\n甲,12,徐汇区\n乙,,\n"));

        assertThat(firms.rows()).isEqualTo(2);
        assertThat(firms.factsAt(0).keys()).containsExactlyInAnyOrder("employees", "district");
        assertThat(firms.factsAt(0).find("employees").orElseThrow().value().text())
                .isEqualTo("12");
        assertThat(firms.factsAt(1).keys()).isEmpty();
    }

    @Test
    void aPackedFileReadsAsThePlainOne() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(utf8("employees\n7\n"));
        }

        assertThat(read(packed.toByteArray())
                        .factsAt(0)
                        .find("employees")
                        .orElseThrow()
                        .value()
                        .text())
                .isEqualTo("7");
    }

    @Test
    void whatIsWrongIsNamedByLineColumnAndWhatShouldStandThere() {
        var wrong = refused("employees,abnormal\n5,true\nmany,false\n");

        assertThat(wrong.fault()).isEqualTo(Fault.VALUE_WRONG);
        assertThat(List.of(wrong.line(), wrong.column(), wrong.found(), wrong.expected()))
                .isEqualTo(List.of(3, "employees", "many", "number"));
    }

    @Test
    void aFileThatIsNoListOfFirmsIsRefused() {
        assertThat(refused("").fault()).isEqualTo(Fault.EMPTY);
        assertThat(refused("employees\n").fault()).isEqualTo(Fault.EMPTY);
        assertThat(refused("name,other\n甲,1\n").fault()).isEqualTo(Fault.NO_FACT);
        assertThat(refused("employees,employees\n1,2\n").fault()).isEqualTo(Fault.COLUMN_TWICE);
        assertThat(refused("employees\n1,2\n").fault()).isEqualTo(Fault.TOO_MANY_CELLS);
        assertThat(refused("employees\n1\n2\n3\n4\n").fault()).isEqualTo(Fault.TOO_MANY_FIRMS);
        assertThat(refused("district\n\"" + "x".repeat(5_000) + "\"\n").fault()).isEqualTo(Fault.UNREADABLE);
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedAndNotReadAsSomethingElse() {
        var start = utf8("employees,district\n1,");
        var bytes = Arrays.copyOf(start, start.length + 2);
        bytes[start.length] = (byte) 0xD0; // 徐 in GBK
        bytes[start.length + 1] = (byte) 0xEC;

        assertThat(refused(bytes).fault()).isEqualTo(Fault.UNREADABLE);
    }

    @Test
    void aBrokenPackageIsRefused() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(utf8("employees\n" + "7\n".repeat(2)));
        }
        var cut = Arrays.copyOf(packed.toByteArray(), packed.size() - 6);

        assertThat(refused(cut).fault()).isEqualTo(Fault.UNREADABLE);
        assertThat(refused(new byte[] {0x1F, (byte) 0x8B, 9, 9}).fault()).isEqualTo(Fault.UNREADABLE);
    }
}
