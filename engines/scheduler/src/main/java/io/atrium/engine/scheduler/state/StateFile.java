// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.state;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Shares;
import io.atrium.engine.scheduler.model.Slice;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.Wishes;
import io.atrium.engine.scheduler.model.Yielding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A snapshot as lines of text, and back.
///
/// One statement per line, its words separated by commas; inside a word `%`, `,`, `;`, `=` and control characters are
/// written as `%` and two hexadecimal digits. Statements are sorted, so equal snapshots give equal bytes, and what is
/// read back is decided as it was. docs/reference/scheduler.md lists the statements.
public final class StateFile {
    /// What the first line says; a later version that reads differently says so there.
    public static final String VERSION = "atrium-scheduler-state,1";

    /// A fleet and a queue at their limits, with every job in a hundred slices.
    public static final int LINES_MAX = 1_000_000;

    private StateFile() {}

    public static List<String> write(Snapshot snapshot) {
        var lines = new ArrayList<String>();
        lines.add(VERSION);
        lines.add(StateWord.line("at", snapshot.at()));
        snapshot.fleet()
                .pools()
                .forEach(pool -> lines.add(StateWord.line(
                        "pool", pool.id(), pool.provider(), pool.model(), pool.gpusPerNode(), pool.fenPerGpuHour())));
        lines.addAll(ShapeLines.ofPools(snapshot.fleet().pools()));
        snapshot.fleet()
                .nodes()
                .forEach(node -> lines.add(StateWord.line("node", node.id(), node.pool(), node.state())));
        snapshot.quotas().gpusMax().entrySet().stream()
                .map(entry -> StateWord.line("quota", entry.getKey(), entry.getValue()))
                .sorted()
                .forEach(lines::add);
        lines.addAll(shares(snapshot.shares()));
        snapshot.running().stream()
                .sorted(Comparator.comparing(Running::job))
                .map(StateFile::runs)
                .forEach(lines::add);
        snapshot.waiting().stream()
                .sorted(Comparator.comparing(Job::id))
                .map(StateFile::waits)
                .forEach(lines::add);
        lines.addAll(ShapeLines.ofJobs(snapshot.waiting()));
        lines.addAll(lending(snapshot));
        lines.addAll(dates(snapshot));
        lines.addAll(ExperienceLines.write(snapshot.experience()));
        return lines;
    }

    /// Refused: throws [StateNotUnderstood] with the number of the first line that says nothing to this version.
    public static Snapshot read(List<String> lines) {
        if (lines.size() > LINES_MAX) {
            throw new StateNotUnderstood(LINES_MAX, "a state file has at most " + LINES_MAX + " lines");
        }
        if (lines.isEmpty() || !lines.getFirst().equals(VERSION)) {
            throw new StateNotUnderstood(1, "the first line says '" + VERSION + "'");
        }
        var reading = new StateReading();
        for (var number = 2; number <= lines.size(); number++) {
            try {
                reading.accept(words(lines.get(number - 1)));
            } catch (RuntimeException wrong) {
                throw new StateNotUnderstood(number, String.valueOf(wrong.getMessage()));
            }
        }
        try {
            return reading.snapshot();
        } catch (IllegalArgumentException wrong) {
            throw new StateNotUnderstood(lines.size(), String.valueOf(wrong.getMessage()));
        }
    }

    private static List<String> shares(Shares shares) {
        var weights = shares.weights().entrySet().stream()
                .map(entry -> StateWord.line("weight", entry.getKey(), entry.getValue()))
                .sorted();
        var used = shares.used().stream()
                .map(one -> StateWord.line("used", one.tenant(), one.project(), one.model(), one.gpuMillis()))
                .sorted();
        return Stream.of(Stream.of(StateWord.line("half-life", shares.halfLife())), weights, used)
                .flatMap(lines -> lines)
                .toList();
    }

    /// Nothing where nobody lends and nobody may be interrupted.
    private static List<String> lending(Snapshot snapshot) {
        var lending = snapshot.lending();
        var lends = lending.pools().isEmpty()
                ? Stream.<String>empty()
                : Stream.of(StateWord.line(
                                "lends", lending.ranMin(), lending.perJobMax(), lending.perRoundMax(), lending.grace())
                        + "," + StateWord.set(lending.pools()));
        var yields = snapshot.running().stream()
                .flatMap(job -> job.yielding().map(how -> yields(job, how)).stream())
                .sorted();
        var interruptible = snapshot.waiting().stream()
                .filter(Job::interruptible)
                .map(job -> StateWord.line("interruptible", job.id()))
                .sorted();
        return Stream.of(lends, yields, interruptible).flatMap(lines -> lines).toList();
    }

    /// Nothing where nobody has a date.
    private static List<String> dates(Snapshot snapshot) {
        return snapshot.waiting().stream()
                .flatMap(job -> job.neededBy().map(date -> StateWord.line("needed-by", job.id(), date)).stream())
                .sorted()
                .toList();
    }

    private static String yields(Running job, Yielding how) {
        return StateWord.line(
                "yields",
                job.job(),
                how.since(),
                how.savedAt(),
                how.takenOff(),
                how.leavesBy().map(Object::toString).orElse(""));
    }

    private static String runs(Running job) {
        return StateWord.line(
                        "runs",
                        job.job(),
                        job.tenant(),
                        job.project(),
                        job.endsBy(),
                        job.placement().pool()) + ","
                + job.placement().slices().stream().map(StateFile::slice).collect(Collectors.joining(";"));
    }

    private static String slice(Slice slice) {
        return StateWord.written(slice.node().value()) + "=" + slice.gpus();
    }

    private static String waits(Job job) {
        var turn = job.turn();
        return StateWord.line(
                        "waits",
                        job.id(),
                        job.tenant(),
                        turn.project(),
                        job.gpus(),
                        job.timeLimit(),
                        turn.priority(),
                        turn.submittedAt())
                + "," + wishes(job.wishes());
    }

    private static String wishes(Wishes wishes) {
        var price = wishes.fenPerGpuHourMax();
        return String.join(
                ",",
                StateWord.written(wishes.model().map(Object::toString).orElse("")),
                StateWord.set(wishes.providers()),
                StateWord.set(wishes.pools()),
                price.isPresent() ? String.valueOf(price.getAsLong()) : "",
                wishes.preference().name());
    }

    private static List<String> words(String line) {
        return List.of(line.split(",", -1));
    }
}
