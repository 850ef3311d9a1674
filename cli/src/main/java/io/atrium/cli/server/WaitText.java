// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Why a job waits, what would help and when it starts, in words.
final class WaitText {

    /// The facts of each reason and remedy, in the order in which its sentence takes them.
    private static final Map<String, List<String>> FACTS = Map.ofEntries(
            Map.entry("OVER_QUOTA", List.of("quota", "in_use", "promised", "wanted")),
            Map.entry("PLACE_BEING_CLEARED", List.of("pool", "jobs", "by")),
            Map.entry("FREE_BUT_SCATTERED", List.of("pool", "free", "largest_fit")),
            Map.entry("HELD_FOR_EARLIER_JOB", List.of("pool", "reserved_from")),
            Map.entry("BEHIND_EARLIER_JOBS", List.of("jobs", "gpus")),
            Map.entry("NODES_UNAVAILABLE", List.of("pool", "gpus")),
            Map.entry("NOT_ENOUGH_FREE", List.of("wanted", "most_free")),
            Map.entry("TOO_LATE_FOR_ITS_DATE", List.of("earliest_start", "time_limit", "needed_by")),
            Map.entry("DECLARE_INTERRUPTIBLE", List.of()),
            Map.entry("FREE_OR_RAISE_QUOTA", List.of("gpus")),
            Map.entry("ASK_FOR_FEWER_GPUS", List.of("gpus")),
            Map.entry("ASK_FOR_LARGER_SHARE", List.of("gpu_share", "pool")),
            Map.entry("ASK_FOR_LESS_PER_GPU", List.of("cpus_per_gpu", "memory_gib_per_gpu", "pool")),
            Map.entry("ASK_FOR_SLOWER_LINK", List.of("link_gbps", "pool")),
            Map.entry("ASK_FOR_NO_LINK", List.of("pool")),
            Map.entry("SHORTEN_TIME_LIMIT", List.of("time_limit")),
            Map.entry("ALLOW_POOL", List.of("pool", "fen_per_gpu_hour")));

    private static final Set<String> MOMENTS = Set.of("reserved_from", "by", "earliest_start", "needed_by");

    private WaitText() {}

    static List<String> of(JsonNode start, Words words) {
        var lines = new ArrayList<String>();
        lines.add(words.of("wait.position", start.path("position").asString("")));
        lines.add(start(start, words));
        start.path("reasons")
                .valueStream()
                .map(reason -> "  - " + say(reason, words))
                .forEach(lines::add);
        if (!start.path("remedies").isEmpty()) {
            lines.add(words.of("wait.remedies"));
            start.path("remedies")
                    .valueStream()
                    .map(each -> "  - " + say(each, words))
                    .forEach(lines::add);
        }
        return lines;
    }

    static String start(JsonNode start, Words words) {
        if (start.path("position").longValue() == 0) {
            return words.of("wait.start.now");
        }
        if (start.path("likely").isObject()) {
            return likely(start, start.path("likely"), words);
        }
        var unknown = start.path("unknown").asString("");
        return unknown.isEmpty()
                ? words.of("wait.start", Amounts.moment(start.path("earliest")), Amounts.moment(start.path("latest")))
                : words.of("wait.start.unknown", unknown);
    }

    /// Whether a job is done by a date; empty without one.
    static Optional<String> inTime(JsonNode verdict, JsonNode neededBy, Words words) {
        return verdict.isString()
                ? Optional.of(words.of("in-time", Amounts.moment(neededBy), words.of("in-time." + verdict.asString())))
                : Optional.empty();
    }

    private static String likely(JsonNode start, JsonNode likely, Words words) {
        var told = words.of(
                "wait.start.likely",
                likely.path("percent").asString(""),
                Amounts.moment(start.path("earliest")),
                Amounts.moment(start.path("latest")),
                Amounts.moment(likely.path("middle")));
        return likely.path("recent").longValue() == 0
                ? told
                : told
                        + words.of(
                                "wait.start.likely.record",
                                likely.path("recent").asString(""),
                                likely.path("held").asString(""));
    }

    /// A code that this command line does not know yet is told as it is.
    private static String say(JsonNode reason, Words words) {
        var facts = reason.path("facts");
        var code = code(reason.path("code").asString(""), facts);
        var names = FACTS.get(code);
        if (names == null || !words.has("wait." + code)) {
            return code + " " + facts;
        }
        return words.of(
                "wait." + code, names.stream().map(name -> fact(facts, name)).toArray());
    }

    /// A pool that says nothing of its network helps only those who ask for none.
    private static String code(String told, JsonNode facts) {
        return told.equals("ASK_FOR_SLOWER_LINK") && facts.path("link_gbps").asInt(0) == 0 ? "ASK_FOR_NO_LINK" : told;
    }

    private static String fact(JsonNode facts, String name) {
        return MOMENTS.contains(name)
                ? Amounts.moment(facts.path(name))
                : facts.path(name).asString("");
    }
}
