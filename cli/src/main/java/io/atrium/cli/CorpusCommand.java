// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import io.atrium.cli.console.Output;
import io.atrium.cli.console.Table;
import io.atrium.engine.corpus.CleanCorpus;
import io.atrium.engine.corpus.Cleaning;
import io.atrium.engine.corpus.CleaningOutcome;
import io.atrium.engine.corpus.CorpusCard;
import io.atrium.engine.corpus.GenerateCorpus;
import io.atrium.engine.corpus.StepCount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `atrium corpus`: makes and cleans text corpora (语料).
@Command(name = "corpus", mixinStandardHelpOptions = true, description = "Makes and cleans text corpora.")
final class CorpusCommand {

    @Command(
            name = "generate",
            mixinStandardHelpOptions = true,
            description = "Writes the invented community's corpus.")
    int generate(
            @Option(names = "--out", required = true, description = "Folder for the corpus.") Path out,
            @Option(names = "--documents", defaultValue = "1000", description = "How many.") int documents,
            @Option(names = "--seed", defaultValue = "2026", description = "The same seed, the same text.") long seed,
            @Mixin Output output)
            throws IOException, CommandFailed {
        requireDocuments(documents);
        var file = GenerateCorpus.generate(out, seed, documents);
        output.print(() -> file, () -> Map.of("file", file));
        return ExitStatus.DONE.code();
    }

    @Command(
            name = "clean",
            mixinStandardHelpOptions = true,
            description = "Cleans, counts and says what each step did.")
    int clean(
            @Option(names = "--in", required = true, description = "Folder with .jsonl files.") Path in,
            @Option(names = "--out", required = true, description = "Folder for the result.") Path out,
            @Option(names = "--passes", defaultValue = "1", description = "How often.") int passes,
            @Mixin Output output)
            throws IOException, CommandFailed {
        var cleaning = new Cleaning((stage, done, total) -> output.say(stage + " " + done + "/" + total));
        switch (cleaning.clean(new CleanCorpus(in, out, passes))) {
            case CleaningOutcome.Cleaned(var card) -> output.print(() -> table(card), () -> json(card));
            case CleaningOutcome.Refused(var code, var fact) ->
                throw new CommandFailed(ExitStatus.REFUSED, code.toString(), fact.toString(), "Nothing was written.");
        }
        return ExitStatus.DONE.code();
    }

    private static void requireDocuments(int documents) throws CommandFailed {
        if (documents >= 1 && documents <= Cleaning.DOCUMENTS_MAX) return;
        throw new CommandFailed(
                ExitStatus.WRONG_USAGE,
                "DOCUMENTS_OUT_OF_RANGE",
                documents + " documents were asked for.",
                "Ask for 1 to " + Cleaning.DOCUMENTS_MAX + ".");
    }

    private static Table table(CorpusCard card) {
        var rows = card.passes().getLast().stream().map(CorpusCommand::row).toList();
        return new Table(List.of("step", "in", "out", "changed"), rows);
    }

    private static List<String> row(StepCount step) {
        return List.of(step.step(), Long.toString(step.in()), Long.toString(step.out()), Long.toString(step.changed()));
    }

    private static Map<String, Object> json(CorpusCard card) {
        return Map.of(
                "documents_in", card.documentsIn(), "documents_out", card.documentsOut(), "sha256", card.sha256());
    }
}
