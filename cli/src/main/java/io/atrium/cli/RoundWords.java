// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import static java.util.stream.Collectors.joining;

import io.atrium.cli.console.Table;
import io.atrium.engine.scheduler.RoundResult;
import io.atrium.engine.scheduler.model.Placement;
import io.atrium.engine.scheduler.model.Reason;
import io.atrium.engine.scheduler.model.Remedy;
import io.atrium.engine.scheduler.model.StartEstimate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The result of a round, for people and for programs. Times are minutes from the instant of its snapshot.
public record RoundWords(RoundResult result, Instant at) {

    public String forPeople() {
        var rows = new ArrayList<List<String>>();
        result.placed()
                .forEach(placed -> rows.add(List.of(
                        placed.job().id().value(),
                        placed.borrows() ? "borrows" : "starts",
                        nodes(placed.placement()),
                        "now",
                        "")));
        result.waiting()
                .forEach(waiting -> rows.add(List.of(
                        waiting.job().id().value(),
                        "waits " + waiting.position(),
                        waiting.reasons().stream().map(Object::toString).collect(joining(" ")),
                        start(waiting.start()),
                        waiting.remedies().stream().map(Object::toString).collect(joining(" ")))));
        result.refused()
                .forEach(refused -> rows.add(List.of(
                        refused.job().id().value(), "refused", refused.refusal().toString(), "never", "")));
        result.takenOff()
                .forEach(off -> rows.add(List.of(
                        off.job().job().value(),
                        "gives back",
                        "for " + off.beneficiary() + ", losing " + Duration.ofMillis(off.gpuMillisLost())
                                + " of GPU time",
                        "",
                        "")));
        return new Table(List.of("job", "verdict", "where or why", "start (min)", "what would help"), rows).toString();
    }

    public Map<String, Object> forPrograms() {
        return Map.of(
                "placed", result.placed().stream().map(RoundWords::placed).toList(),
                "waiting", result.waiting().stream().map(this::waiting).toList(),
                "refused", result.refused().stream().map(RoundWords::refused).toList(),
                "taken_off",
                        result.takenOff().stream().map(RoundWords::takenOff).toList());
    }

    private static Map<String, Object> placed(RoundResult.Placed placed) {
        return Map.of(
                "job", placed.job().id().value(),
                "nodes", nodes(placed.placement()),
                "borrows", placed.borrows());
    }

    private static Map<String, Object> takenOff(RoundResult.TakenOff off) {
        return Map.of(
                "job", off.job().job().value(),
                "for", off.beneficiary().value(),
                "gpu_ms_lost", off.gpuMillisLost());
    }

    private Map<String, Object> waiting(RoundResult.Waiting waiting) {
        return Map.of(
                "job", waiting.job().id().value(),
                "position", waiting.position(),
                "reasons", waiting.reasons().stream().map(Reason::code).toList(),
                "remedies", waiting.remedies().stream().map(Remedy::code).toList(),
                "start_minutes", start(waiting.start()));
    }

    private static Map<String, Object> refused(RoundResult.Refused refused) {
        return Map.of(
                "job", refused.job().id().value(), "refusal", refused.refusal().code());
    }

    private static String nodes(Placement placement) {
        return placement.slices().stream()
                .map(slice -> slice.node() + "×" + slice.gpus())
                .collect(joining(" "));
    }

    private String start(StartEstimate start) {
        return switch (start) {
            case StartEstimate.Between(var earliest, var latest) -> minutes(earliest) + "–" + minutes(latest);
            case StartEstimate.Likely(var likely) ->
                minutes(likely.range().earliest()) + "–"
                        + minutes(likely.range().latest()) + " (" + StartEstimate.LIKELY_PERCENT + "%)";
            case StartEstimate.Unknown(var why) -> "unknown: " + why;
        };
    }

    private long minutes(Instant then) {
        return Duration.between(at, then).toMinutes();
    }
}
