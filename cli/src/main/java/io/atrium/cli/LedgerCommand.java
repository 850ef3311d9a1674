// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import io.atrium.cli.audit.VerifyCommand;
import io.atrium.cli.console.Output;
import io.atrium.cli.console.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `atrium ledger`: verifies the books of an installation, and tries out postings (记账) on books in memory.
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "Verifies the books of an installation; tries out postings on books in memory.",
        subcommands = VerifyCommand.class)
final class LedgerCommand {

    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            description = "Posts the lines of a file and shows the status of each and the proof of the books.",
            footerHeading = "%nLines of the file:%n",
            footer = {
                "  open,ACCOUNT,CNY_FEN|GPU_MS,free|CREDIT_LINE",
                "  post,ID,DEBIT,CREDIT,AMOUNT",
                "  hold,ID,DEBIT,CREDIT,AMOUNT",
                "  capture,ID,HOLD,AMOUNT",
                "  release,ID,HOLD"
            })
    int replay(@Parameters(paramLabel = "FILE") Path file, @Mixin Output output) throws IOException, CommandFailed {
        var replay = new LedgerReplay();
        LineFile.read(file, "ledger replay", replay::accept);
        output.print(() -> forPeople(replay), () -> forPrograms(replay));
        return (replay.isAllApplied() ? ExitStatus.DONE : ExitStatus.REFUSED).code();
    }

    private static String forPeople(LedgerReplay replay) {
        var rows = new ArrayList<List<String>>();
        for (var step : replay.steps()) rows.add(List.of(step.line(), step.status()));
        var proof = replay.prove();
        var verdict = proof.isSound() ? "The books balance." : "The books do NOT balance: " + proof;
        return new Table(List.of("line", "status"), rows) + System.lineSeparator() + verdict;
    }

    private static Map<String, Object> forPrograms(LedgerReplay replay) {
        var result = new LinkedHashMap<String, Object>();
        result.put("sound", replay.prove().isSound());
        result.put(
                "lines",
                replay.steps().stream()
                        .map(step -> Map.of(step.line(), step.status()))
                        .toList());
        return result;
    }
}
