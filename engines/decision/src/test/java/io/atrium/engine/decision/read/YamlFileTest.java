// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.decision.problem.Problem;
import io.atrium.engine.decision.problem.Problems;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class YamlFileTest {

    private final Problems problems = new Problems();
    private final YamlFile file = new YamlFile("policy.yaml", problems);

    /// Again and again: nodes told apart by their hash met a twin once in some twelve files of this size.
    @RepeatedTest(60)
    void aLongFileWithoutAliasesReads() {
        var items = YamlFile.NODES_MAX - 3;
        file.read("items: [" + "1, ".repeat(items) + "]\n");

        assertThat(problems.list()).isEmpty();
    }

    @Test
    void anAliasIsRefused() {
        file.read("one: &one 1\ntwo: *one\n");

        assertThat(problems.list())
                .extracting(Problem::what)
                .containsExactly("aliases and very large files are not allowed");
    }
}
