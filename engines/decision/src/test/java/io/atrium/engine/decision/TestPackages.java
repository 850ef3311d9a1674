// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision;

import io.atrium.engine.decision.decide.CompiledPolicy;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the tests find packages, and a ready one for those that need any.
final class TestPackages {

    static final Path PUBLISHED = root();
    static final Path DEMO = PUBLISHED.resolve("demo/compute-voucher/1");

    private TestPackages() {}

    static CompiledPolicy ready(Path folder) {
        return switch (PolicyPackages.read(folder)) {
            case ReadOutcome.Ready(_, var policy) -> policy;
            case ReadOutcome.Refused(_, var problems) -> throw new AssertionError(problems);
        };
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
