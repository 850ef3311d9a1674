// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {

    @Test
    void everyUserReadsEveryPageInTurn() throws Exception {
        var page = "page".getBytes(StandardCharsets.UTF_8);
        try (var server = SameBytes.of(Map.of("/a", page, "/b", page))) {
            var users = List.of(new Reader(server.root()), new Reader(server.root()));

            var latencies =
                    new ClosedLoop(users, List.of("/a", "/b"), Duration.ofMillis(10)).run(Duration.ofMillis(300));

            assertThat(latencies.values()).hasSize(2).allMatch(waits -> waits.count() > 0);
        }
    }
}
