// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.server;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// What an interruption cost, in words: how long the run took and the job waited, and what GPU time was lost.
final class InterruptionText {

    private InterruptionText() {}

    static String of(JsonNode interruption, Words words) {
        return words.of(
                "explain.interruption",
                interruption.path("run").asString(""),
                Amounts.brief(Duration.parse(interruption.path("ran").asString("PT0S"))),
                wait(interruption, words),
                lost(interruption, words));
    }

    private static String wait(JsonNode interruption, Words words) {
        var ended = interruption.path("ended_at");
        var goneOn = interruption.path("gone_on_at");
        return goneOn.isString()
                ? words.of(
                        "explain.interruption.waited",
                        Amounts.brief(
                                Duration.between(Instant.parse(ended.asString()), Instant.parse(goneOn.asString()))))
                : words.of("explain.interruption.waits", Amounts.moment(ended));
    }

    private static String lost(JsonNode interruption, Words words) {
        boolean isKnown = interruption.path("lost_known").asBoolean(false);
        return words.of(
                isKnown ? "explain.interruption.lost" : "explain.interruption.lost.unknown",
                Amounts.brief(Duration.ofMillis(interruption.path("lost_gpu_ms").asLong(0))),
                Amounts.yuan(interruption.path("lost_charged")));
    }
}
