// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.decision.PackageText;
import io.atrium.policy.domain.PackageZip.Fault;
import io.atrium.policy.domain.PackageZip.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class PackageZipTest {

    private static final PackageText TEXT = new PackageText("id: a-b # 政策\n", "<definitions/>", "examples: []\r\n", "");

    @Test
    void whatIsExportedComesInAgainUnchanged() {
        assertThat(PackageZip.read(PackageZip.write(TEXT))).isEqualTo(new Outcome.Read(TEXT));
        assertThat(PackageZip.write(TEXT)).isEqualTo(PackageZip.write(TEXT));
    }

    @Test
    void nothingButTheFourFilesIsTaken() throws IOException {
        assertFault(zip(Map.of("../../policy.yaml", "x")), Fault.OTHER_FILES);
        assertFault(zip(Map.of("policy.yaml", "x")), Fault.OTHER_FILES);
        assertFault(zip(Map.of("/etc/passwd", "x")), Fault.OTHER_FILES);
        assertFault(zip(Map.of("folder/", "")), Fault.OTHER_FILES);
        assertFault("no zip".getBytes(StandardCharsets.UTF_8), Fault.NOT_A_ZIP);
        assertFault(new byte[0], Fault.NOT_A_ZIP);
        assertFault(Arrays.copyOf(PackageZip.write(TEXT), 60), Fault.NOT_A_ZIP);
    }

    @Test
    void aFileThatUnpacksTooLargeIsRefused() throws IOException {
        assertFault(zip(Map.of("policy.yaml", "x".repeat(5_000_000))), Fault.TOO_LARGE);
        assertFault(new byte[PackageZip.BYTES_MAX + 1], Fault.TOO_LARGE);
    }

    @Test
    void newVersionsAreNamedAfterTheLast() {
        assertThat(NextVersion.after("1", Set.of("1"))).isEqualTo("2");
        assertThat(NextVersion.after("2025", Set.of("2025", "2025-2"))).isEqualTo("2025-3");
        assertThat(NextVersion.after("2025-2", Set.of())).isEqualTo("2025-3");
    }

    @Test
    void aValueIsReplacedWhereItStandsAndNothingElse() {
        var yaml = "# 😀 注释\ntitle: {zh: 旧, en: Old} # kept\nversion: \"1\"\nperiod: {from: 2026-01-01}\n";

        var changed = HeaderText.with(
                yaml, Map.of("title.zh", "新\"的\": 一", "version", "2", "period.from", "2026-02-01", "none", "x"));

        assertThat(changed)
                .isEqualTo("# 😀 注释\ntitle: {zh: \"新\\\"的\\\": 一\", en: Old} # kept\nversion: \"2\"\n"
                        + "period: {from: 2026-02-01}\n");
        assertThat(HeaderText.find(changed, "title.zh")).contains("新\"的\": 一");
        assertThat(HeaderText.find("a: [", "a")).isEmpty();
    }

    private static void assertFault(byte[] archive, Fault fault) {
        assertThat(PackageZip.read(archive)).isEqualTo(new Outcome.Refused(fault));
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
