// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {

    private static final Path POLICIES =
            Path.of("..", "policies").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void everyPackageThatComesAlongIsSound() {
        assertThat(run("policy", "test", POLICIES.toString()))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).contains("demo").doesNotContain("problems");
    }

    @Test
    void explainsWithTheFactsAndWhatIsMissing() throws Exception {
        var facts = Files.writeString(folder.resolve("facts.yaml"), "facts:\n  in_community: true\n  employees: 4\n");
        var code = run(
                "policy", "explain", demoPackage().toString(), "--facts", facts.toString(), "--as-of", "2026-03-02");
        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString()).contains("on 2026-03-02: NOT_YET", "MET", "employees=4", "missing: ");
    }

    @Test
    void refusesAPackageThatIsBroken() throws Exception {
        var broken = Files.createDirectories(folder.resolve("place/policy/2026"));
        Files.writeString(broken.resolve("policy.yaml"), "id: [");
        assertThat(run("policy", "test", folder.toString())).isEqualTo(ExitStatus.REFUSED.code());
        assertThat(out.toString()).contains("place/policy/2026/model.dmn");
    }

    @Test
    void saysWhenThereIsNothing() {
        assertThat(run("policy", "test", folder.resolve("none").toString())).isEqualTo(ExitStatus.NOT_FOUND.code());
        assertThat(err.toString()).contains("POLICY_NOT_FOUND");
    }

    private static Path demoPackage() throws Exception {
        try (var paths = Files.find(POLICIES.resolve("demo"), 3, (path, _) -> path.endsWith("policy.yaml"))) {
            var file = paths.findFirst().orElseThrow();
            return file.resolveSibling("");
        }
    }

    private int run(String... arguments) {
        return AtriumCommand.run(List.of(arguments), new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
