// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision;

import io.atrium.engine.decision.decide.CompiledPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where the tests find packages, and a ready one for those that need any.
public final class TestPackages {

    public static final Path PUBLISHED = root();
    public static final Path DEMO = PUBLISHED.resolve("demo/compute-voucher/1");

    private TestPackages() {}

    public static CompiledPolicy ready(Path folder) {
        return switch (PolicyPackages.read(folder)) {
            case ReadOutcome.Ready ready -> ready.policy();
            case ReadOutcome.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    public static List<CompiledPolicy> allReady() {
        return PolicyPackages.list(PUBLISHED).stream().map(TestPackages::ready).toList();
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("policies"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new AssertionError("no folder 'policies' above the tests");
            }
        }
        return folder.resolve("policies");
    }
}
