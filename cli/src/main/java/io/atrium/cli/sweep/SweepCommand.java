// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.sweep;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import io.atrium.cli.console.Output;
import io.atrium.engine.decision.column.ColumnPolicy;
import io.atrium.engine.decision.column.Recount;
import io.atrium.engine.decision.column.Sweep;
import io.atrium.engine.decision.column.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `atrium policy sweep`: what policies come to for all firms of a file (全量测算), and what a moved figure changes.
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description = "Decides policies for every firm of a file: counts, budget, groups, winners and losers.")
public final class SweepCommand implements Callable<Integer> {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Option(names = "--companies", required = true, description = "CSV or Parquet: a column per fact, a line per firm.")
    private Path companies;

    @Option(
            names = "--policies",
            defaultValue = "${sys:atrium.policies:-policies}",
            description = "A folder of packages (default: ${DEFAULT-VALUE}).")
    private Path policies;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Moves a figure: the threshold or number of a decision, DECISION or POLICY.DECISION.")
    private Map<String, String> figures = new LinkedHashMap<>();

    @Option(names = "--compare", description = "With --set: who gains and who loses against the policies as they are.")
    private boolean compare;

    @Option(
            names = "--group",
            split = ",",
            defaultValue = "registered_district,size",
            description = "Facts to count by (default: ${DEFAULT-VALUE}), as far as the file has them.")
    private List<String> groups;

    @Option(names = "--as-of", description = "The day of the decisions (default: today).")
    private @Nullable LocalDate asOf;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws IOException, CommandFailed {
        var day = Optional.ofNullable(asOf)
                .orElseGet(() -> LocalDate.ofInstant(InstantSource.system().instant(), CHINA));
        var asTheyAre = PolicySet.read(policies, day);
        var moved = figures.isEmpty() ? asTheyAre : asTheyAre.moved(figures);
        var snapshot = FirmFile.read(companies, asTheyAre.facts(groups));
        output.say("%,d firms read".formatted(snapshot.rows()));
        var before = compare ? run(columns(asTheyAre, snapshot, day), snapshot, null) : null;
        var columns = columns(moved, snapshot, day);
        long start = System.nanoTime();
        var sweep = run(columns, snapshot, before);
        double seconds = (System.nanoTime() - start) / 1e9;
        var differences = before == null ? null : differences(before, sweep);
        var text = new SweepText(snapshot.rows(), seconds, sweep.results(), differences);
        output.print(text::forPeople, text::forPrograms);
        return ExitStatus.DONE.code();
    }

    private static List<ColumnPolicy> columns(PolicySet set, Snapshot snapshot, LocalDate day) {
        return set.policies().stream()
                .map(policy -> ColumnPolicy.compile(policy, snapshot, day))
                .toList();
    }

    private Sweep run(List<ColumnPolicy> columns, Snapshot snapshot, @Nullable Sweep since) {
        var options = Recount.Options.plain().by(groups.toArray(String[]::new));
        return Recount.run(columns, since == null ? options : options.since(since));
    }

    private static Map<String, Difference> differences(Sweep before, Sweep after) {
        var differences = new LinkedHashMap<String, Difference>();
        after.results()
                .forEach((policy, result) -> differences.put(
                        policy,
                        Difference.between(
                                before.result(policy), result, after.snapshot().rows())));
        return differences;
    }
}
