// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import io.atrium.cli.console.Output;
import io.atrium.cli.console.Table;
import io.atrium.cli.trace.PackCommand;
import io.atrium.cli.trace.ReplayCommand;
import io.atrium.engine.scheduler.Round;
import io.atrium.engine.scheduler.rule.Rule;
import io.atrium.engine.scheduler.rule.RuleCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `atrium compute`: tries out scheduling (算力调度) on a snapshot written in a file.
@Command(
        name = "compute",
        mixinStandardHelpOptions = true,
        description = "Tries out scheduling on a snapshot or on a trace.",
        subcommands = {PackCommand.class, ReplayCommand.class, StateCommand.class})
final class ComputeCommand {

    @Command(
            name = "round",
            mixinStandardHelpOptions = true,
            description = "Decides one round: what starts where, why the rest waits, and what could never start.",
            footerHeading = "%nLines of the file:%n",
            footer = {
                "  pool,ID,PROVIDER,MODEL,GPUS_PER_NODE,NODES,FEN_PER_GPU_HOUR",
                "  node,ID,UP|DRAIN|MAINTENANCE            nodes are called POOL-0001 and so on",
                "  quota,TENANT,GPUS",
                "  runs,JOB,TENANT,POOL,GPUS,MINUTES_LEFT",
                "  waits,JOB,TENANT,GPUS,MINUTES_LIMIT[,model=M][,pool=P][,provider=P][,max-fen=N][,priority=N]"
            })
    int round(@Parameters(paramLabel = "FILE") Path file, @Mixin Output output) throws IOException, CommandFailed {
        var snapshot = new SnapshotFile();
        LineFile.read(file, "compute round", snapshot::accept);
        var state = snapshot.snapshot();
        var words = new RoundWords(Round.of(state), state.at());
        output.print(words::forPeople, words::forPrograms);
        return ExitStatus.DONE.code();
    }

    @Command(
            name = "rules",
            mixinStandardHelpOptions = true,
            description = "Lists the rules of the scheduler in the order in which they are asked.")
    int rules(@Mixin Output output) {
        var names = RuleCatalogue.all().stream().map(Rule::name).toList();
        output.print(
                () -> new Table(List.of("rule"), names.stream().map(List::of).toList()), () -> names);
        return ExitStatus.DONE.code();
    }
}
