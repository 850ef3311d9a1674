// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RuleCatalogueTest {
    private static final Path RULES = Path.of("src/main/java/io/atrium/engine/scheduler/rule");
    private static final Pattern RULE = Pattern.compile("public final class (\\w+) implements \\w*Rule ");
    private static final Pattern DRAWING = Pattern.compile("/// before: .+\\n/// after:  .+\\n");

    @Test
    void everyRuleOfThePackageIsListedOnceAndNothingElse() throws IOException {
        assertThat(RuleCatalogue.all()).extracting(Rule::name).doesNotHaveDuplicates();
        assertThat(RuleCatalogue.all()).extracting(Rule::name).containsExactlyInAnyOrderElementsOf(rulesInFiles());
    }

    @Test
    void everyRuleHasADrawing() throws IOException {
        for (var rule : RuleCatalogue.all()) {
            assertThat(Files.readString(RULES.resolve(rule.name() + ".java")))
                    .as(rule.name())
                    .containsPattern(DRAWING);
        }
    }

    @Test
    void reasonsAreAskedInTheOrderInWhichUsersReadThem() {
        assertThat(RuleCatalogue.REASON)
                .extracting(Rule::name)
                .containsExactly(
                        "SayWhenOverQuota",
                        "SayWhenPlaceIsBeingCleared",
                        "SayWhenFreeButScattered",
                        "SayWhenHeldForEarlierJob",
                        "SayWhenAboveShare",
                        "SayWhenBehindEarlierJobs",
                        "SayWhenNodesAreUnavailable",
                        "SayWhenNotEnoughIsFree",
                        "SayWhenTooLateForItsDate");
    }

    private static List<String> rulesInFiles() throws IOException {
        try (var files = Files.list(RULES)) {
            return files.map(RuleCatalogueTest::read)
                    .map(RULE::matcher)
                    .filter(match -> match.find())
                    .map(match -> match.group(1))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
