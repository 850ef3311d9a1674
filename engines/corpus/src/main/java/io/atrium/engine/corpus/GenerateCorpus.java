// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import io.atrium.engine.corpus.Arguments.UsageProblem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// Writes the corpus that Atrium ships, from the command line:
/// `GenerateCorpus --out DIR [--seed N] [--documents N]`.
///
/// The same seed and number give the same bytes. Nothing of it is collected text: see {@link CommunityCorpus}.
public final class GenerateCorpus {
    /// Cleaning this many takes three to four seconds on one core.
    public static final int DOCUMENTS_DEFAULT = 50_000;

    public static final long SEED_DEFAULT = 2026;
    public static final String FILE = "community.jsonl";
    private static final Set<String> OPTIONS = Set.of("--out", "--seed", "--documents");

    private GenerateCorpus() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, Clean.utf8(System.out), Clean.utf8(System.err)));
    }

    /// Writes `community.jsonl` into the folder and returns it.
    public static Path generate(Path folder, long seed, int documents) throws IOException {
        return generate(folder, seed, documents, (_, _, _) -> {});
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            var options = new Arguments(arguments, OPTIONS);
            long documents = options.number("--documents", DOCUMENTS_DEFAULT);
            if (documents < 1 || documents > Cleaning.DOCUMENTS_MAX) {
                throw new UsageProblem("--documents lies between 1 and " + Cleaning.DOCUMENTS_MAX);
            }
            var file = generate(
                    Path.of(options.required("--out")),
                    options.number("--seed", SEED_DEFAULT),
                    (int) documents,
                    (stage, done, total) -> Clean.printProgress(out, stage, done, total));
            out.println("corpus file=" + file + " bytes=" + Files.size(file));
            return 0;
        } catch (UsageProblem e) {
            err.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println("failed: " + e);
            return 1;
        }
    }

    private static Path generate(Path folder, long seed, int documents, Progress progress) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve(FILE);
        var corpus = new CommunityCorpus(seed);
        var written = new PassProgress(progress, "generate", documents);
        try (var out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < documents; i++) {
                out.write(JsonLine.of(corpus.next().document()));
                out.write('\n');
                written.advance();
            }
        }
        return file;
    }
}
