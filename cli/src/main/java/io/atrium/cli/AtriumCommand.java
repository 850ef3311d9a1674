// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import io.atrium.cli.console.Json;
import io.atrium.cli.server.JobCommand;
import io.atrium.cli.server.LeaseCommand;
import io.atrium.cli.server.PriceCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// `atrium NOUN VERB`: the front door of the command line. A new noun is a new class in the list of subcommands.
@Command(
        name = "atrium",
        mixinStandardHelpOptions = true,
        version = "Atrium 0.1.0",
        description = "Jobs, leases and prices on a running Atrium, and its engines without a server.",
        subcommands = {
            JobCommand.class,
            LeaseCommand.class,
            PriceCommand.class,
            PolicyCommand.class,
            ComputeCommand.class,
            LedgerCommand.class,
            CorpusCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed",
            "2:wrong usage",
            "3:refused by a rule",
            "4:not found",
            "5:not allowed",
            "6:conflict",
            "7:temporary, try again"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  atrium job submit --name train --gpus 64 --limit 2h -- python train.py",
            "  atrium price list",
            "  atrium policy check policies",
            "  atrium corpus generate --out corpus",
            "  atrium corpus clean --in corpus --out cleaned --json",
            "  atrium ledger verify --data data",
            "  atrium ledger replay transfers.csv",
            "  atrium compute round snapshot.csv"
        })
public final class AtriumCommand implements Runnable {

    @Spec
    private CommandSpec command;

    public static void main(String... arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, err));
    }

    /// @return the exit code
    public static int run(List<String> arguments, PrintWriter out, PrintWriter err) {
        return line(new AtriumCommand(), out, err).execute(arguments.toArray(String[]::new));
    }

    /// Any picocli command with the manners of this command line.
    public static CommandLine line(Object command, PrintWriter out, PrintWriter err) {
        return new CommandLine(command)
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(AtriumCommand::explain);
    }

    /// Without a word there is nothing to do: the help, and wrong usage.
    @Override
    public void run() {
        command.commandLine().usage(command.commandLine().getErr());
        throw new CommandLine.ParameterException(command.commandLine(), "Which command?");
    }

    private static int explain(Exception problem, CommandLine line, ParseResult whole) throws Exception {
        if (!(problem instanceof CommandFailed failed)) throw problem;
        if (line.getParseResult().hasMatchedOption("--json")) {
            line.getErr().println(Json.of(failed.forPrograms()));
        } else {
            line.getErr().println(failed.code() + ": " + failed.getMessage());
            line.getErr().println(failed.remedy());
        }
        return failed.status().code();
    }

    private static Ansi ansi() {
        return System.getenv("NO_COLOR") == null ? Ansi.AUTO : Ansi.OFF;
    }
}
