// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.JobId;
import io.atrium.compute.Likelihood;
import io.atrium.compute.WaitAnswer;
import io.atrium.compute.WaitReason;
import io.atrium.kernel.BasisPoints;
import io.atrium.kernel.Fen;
import io.atrium.web.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reasons, remedies and the expected start in the reader's words.
final class WaitWords {

    private WaitWords() {}

    static List<String> reasons(Text t, WaitAnswer answer) {
        return answer.reasons().stream().map(reason -> reason(t, reason)).toList();
    }

    static List<String> remedies(Text t, WaitAnswer answer) {
        return answer.remedies().stream().map(remedy -> remedy(t, remedy)).toList();
    }

    /// What would help, each with the place where it can be done.
    static List<JobPage.Remedy> steps(Text t, JobId job, WaitAnswer answer) {
        return answer.remedies().stream()
                .map(remedy -> new JobPage.Remedy(remedy(t, remedy), step(job, remedy)))
                .toList();
    }

    private static @Nullable String step(JobId job, WaitReason remedy) {
        var copy = "/jobs/new?copy=" + job;
        return switch (remedy.code()) {
            case "FREE_OR_RAISE_QUOTA" -> "/quota";
            case "ASK_FOR_FEWER_GPUS" -> copy + "&gpus=" + fact(remedy, "gpus");
            case "SHORTEN_TIME_LIMIT" ->
                copy + "&minutes="
                        + Math.max(1, Duration.parse(fact(remedy, "time_limit")).toMinutes());
            case "DECLARE_INTERRUPTIBLE" -> copy + "&interruptible=yes";
            case "ASK_FOR_LARGER_SHARE" ->
                copy + "&gpus=1&share=" + fact(remedy, "gpu_share") + "&where=pool:" + fact(remedy, "pool");
            case "ASK_FOR_LESS_PER_GPU" ->
                copy + "&cpus=" + fact(remedy, "cpus_per_gpu") + "&memory=" + fact(remedy, "memory_gib_per_gpu")
                        + "&where=pool:" + fact(remedy, "pool");
            case "ASK_FOR_SLOWER_LINK" ->
                copy + "&link=" + fact(remedy, "link_gbps") + "&where=pool:" + fact(remedy, "pool");
            case "ALLOW_POOL" -> copy + "&where=pool:" + fact(remedy, "pool");
            default -> null;
        };
    }

    /// Always a range, or an honest "unknown".
    static String start(Text t, WaitAnswer answer) {
        var earliest = answer.earliest();
        var latest = answer.latest();
        if (answer.isNow()) {
            return t.of("compute.start.now");
        }
        if (earliest == null || latest == null) {
            return t.of("compute.start.unknown." + answer.unknown());
        }
        var likely = answer.likely();
        if (likely != null) {
            return likely(t, earliest, latest, likely);
        }
        return earliest.equals(latest)
                ? t.of("compute.start.by", t.dateTime(latest))
                : t.of("compute.start.between", t.dateTime(earliest), t.dateTime(latest));
    }

    private static String likely(Text t, Instant earliest, Instant latest, Likelihood likely) {
        var told = t.of(
                "compute.start.likely",
                likely.percent(),
                t.dateTime(earliest),
                t.dateTime(latest),
                t.dateTime(likely.middle()));
        return likely.recent() == 0
                ? told
                : told + t.of("compute.start.likely.record", likely.recent(), likely.held(), likely.heldPart());
    }

    /// Whether it will be done by its date, with when it will be if it uses its whole limit; null without a date.
    static @Nullable String inTime(Text t, WaitAnswer answer, @Nullable Instant neededBy, Duration limit) {
        var verdict = answer.inTime();
        if (verdict == null || neededBy == null) {
            return null;
        }
        var told = t.of("compute.in-time.by", t.of("compute.in-time", verdict), neededBy);
        var earliest = answer.earliest();
        var latest = answer.latest();
        if (earliest == null || latest == null) {
            return told;
        }
        var done = earliest.equals(latest)
                ? t.of("compute.in-time.done-by", latest.plus(limit))
                : t.of("compute.in-time.done", earliest.plus(limit), latest.plus(limit));
        return told + done;
    }

    /// Where the firm stands against its share, or null where nobody competes with it.
    static @Nullable String share(Text t, WaitAnswer answer) {
        var share = answer.share();
        return share == null || answer.isNow()
                ? null
                : t.of(
                        share.isAboveShare() ? "compute.waiting.share.above" : "compute.waiting.share.within",
                        new BasisPoints(share.share()),
                        new BasisPoints(share.used()),
                        share.halfLife(),
                        new BasisPoints(share.claimed()));
    }

    private static String reason(Text t, WaitReason reason) {
        var key = "compute.reason." + reason.code();
        return switch (reason.code()) {
            case "OVER_QUOTA" -> say(t, key, reason, "quota", "in_use", "promised", "wanted");
            case "PLACE_BEING_CLEARED" ->
                t.of(key, fact(reason, "pool"), fact(reason, "jobs"), t.dateTime(Instant.parse(fact(reason, "by"))));
            case "FREE_BUT_SCATTERED" -> say(t, key, reason, "pool", "free", "largest_fit");
            case "HELD_FOR_EARLIER_JOB" ->
                t.of(key, fact(reason, "pool"), t.dateTime(Instant.parse(fact(reason, "reserved_from"))));
            case "ABOVE_SHARE" ->
                t.of(
                        key,
                        part(reason, "share_basis_points"),
                        part(reason, "used_basis_points"),
                        Duration.parse(fact(reason, "half_life")),
                        part(reason, "claimed_basis_points"));
            case "BEHIND_EARLIER_JOBS" -> say(t, key, reason, "jobs", "gpus");
            case "NODES_UNAVAILABLE" -> say(t, key, reason, "pool", "gpus");
            case "NOT_ENOUGH_FREE" -> say(t, key, reason, "wanted", "most_free");
            case "TOO_LATE_FOR_ITS_DATE" ->
                t.of(
                        key,
                        t.dateTime(Instant.parse(fact(reason, "earliest_start"))),
                        Duration.parse(fact(reason, "time_limit")),
                        t.dateTime(Instant.parse(fact(reason, "needed_by"))));
            default -> reason.code();
        };
    }

    private static String remedy(Text t, WaitReason remedy) {
        var key = "compute.remedy." + remedy.code();
        return switch (remedy.code()) {
            case "FREE_OR_RAISE_QUOTA", "ASK_FOR_FEWER_GPUS" -> say(t, key, remedy, "gpus");
            case "DECLARE_INTERRUPTIBLE" -> t.of(key);
            case "ASK_FOR_LARGER_SHARE" -> say(t, key, remedy, "gpu_share", "pool");
            case "ASK_FOR_LESS_PER_GPU" -> say(t, key, remedy, "cpus_per_gpu", "memory_gib_per_gpu", "pool");
            case "ASK_FOR_SLOWER_LINK" ->
                fact(remedy, "link_gbps").equals("0")
                        ? t.of("compute.remedy.ASK_FOR_NO_LINK", fact(remedy, "pool"))
                        : say(t, key, remedy, "link_gbps", "pool");
            case "SHORTEN_TIME_LIMIT" -> t.of(key, Duration.parse(fact(remedy, "time_limit")));
            case "ALLOW_POOL" ->
                t.of(key, fact(remedy, "pool"), new Fen(Long.parseLong(fact(remedy, "fen_per_gpu_hour"))));
            default -> remedy.code();
        };
    }

    private static String say(Text t, String key, WaitReason reason, String... facts) {
        var arguments = new Object[facts.length];
        for (var i = 0; i < facts.length; i++) {
            arguments[i] = fact(reason, facts[i]);
        }
        return t.of(key, arguments);
    }

    private static BasisPoints part(WaitReason reason, String name) {
        return new BasisPoints(Integer.parseInt(fact(reason, name)));
    }

    private static String fact(WaitReason reason, String name) {
        return String.valueOf(reason.facts().get(name));
    }
}
