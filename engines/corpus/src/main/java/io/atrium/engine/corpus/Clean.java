// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import io.atrium.engine.corpus.Arguments.UsageProblem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/// Cleans a corpus from the command line: `Clean --in DIR --out DIR [--passes N]`.
///
/// Prints `stage=clean done=5000/100000 documents` as it goes, then a line for each step and one for the card. Exits
/// with 0 when cleaned, 1 when reading or writing failed, 2 on wrong usage, 3 when refused (nothing is written).
public final class Clean {
    private static final Set<String> OPTIONS = Set.of("--in", "--out", "--passes");

    private Clean() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, utf8(System.out), utf8(System.err)));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            var options = new Arguments(arguments, OPTIONS);
            var request = new CleanCorpus(Path.of(options.required("--in")), Path.of(options.required("--out")), (int)
                    options.number("--passes", 1));
            var cleaning = new Cleaning((stage, done, total) -> printProgress(out, stage, done, total));
            return print(cleaning.clean(request), out, err);
        } catch (UsageProblem e) {
            err.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println("failed: " + e);
            return 1;
        }
    }

    static void printProgress(PrintStream out, String stage, long done, long total) {
        out.println("stage=" + stage + " done=" + done + "/" + total + " documents");
    }

    static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private static int print(CleaningOutcome outcome, PrintStream out, PrintStream err) {
        return switch (outcome) {
            case CleaningOutcome.Refused(var code, var fact) -> {
                err.println("refused: " + code + " " + fact);
                yield 3;
            }
            case CleaningOutcome.Cleaned(var card) -> {
                card.passes()
                        .getLast()
                        .forEach(step -> out.println("step=" + step.step() + " in=" + step.in() + " out=" + step.out()
                                + " changed=" + step.changed()));
                out.println("card documents=" + card.documentsOut() + " characters=" + card.characters()
                        + " han_characters=" + card.hanCharacters() + " sha256=" + card.sha256());
                yield 0;
            }
        };
    }
}
