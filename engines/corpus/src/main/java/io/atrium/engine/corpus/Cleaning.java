// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.atrium.engine.corpus.CleaningOutcome.Code;
import io.atrium.engine.corpus.CleaningOutcome.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Cleans a corpus (语料清洗): reads JSONL from a folder and writes `cleaned.jsonl` and `card.json` into another.
///
/// Streams: in memory are one document and what the steps remember, about 600 bytes for each document kept. The
/// results appear by rename, so a reader never sees half of them.
public final class Cleaning {
    /// What fits into a heap of 256 MB together with the term counts.
    public static final long DOCUMENTS_MAX = 200_000;

    public static final String CLEANED_FILE = "cleaned.jsonl";
    public static final String CARD_FILE = "card.json";
    private static final int TOP_TERMS = 50;

    private final Progress progress;

    public Cleaning(Progress progress) {
        this.progress = progress;
    }

    public CleaningOutcome clean(CleanCorpus request) throws IOException {
        if (request.passes() < 1 || request.passes() > CleanCorpus.PASSES_MAX) {
            return new Refused(Code.PASSES_OUT_OF_RANGE, String.valueOf(request.passes()));
        }
        if (!Files.isDirectory(request.input())) {
            return new Refused(Code.INPUT_NOT_A_FOLDER, request.input().toString());
        }
        var corpus = CorpusFiles.in(request.input());
        long lines = corpus.countLines();
        progress.report("count", lines, lines);
        if (lines == 0) {
            return new Refused(Code.INPUT_EMPTY, request.input().toString());
        }
        if (lines > DOCUMENTS_MAX) {
            return new Refused(Code.TOO_MANY_DOCUMENTS, String.valueOf(lines));
        }
        return new CleaningOutcome.Cleaned(cleaned(corpus, lines, request));
    }

    private CorpusCard cleaned(CorpusFiles corpus, long lines, CleanCorpus request) throws IOException {
        Files.createDirectories(request.output());
        var counts = new ArrayList<List<StepCount>>();
        var input = corpus;
        long total = lines;
        for (int number = 1; ; number++) {
            var file = request.output().resolve(".pass-" + number + CorpusFiles.EXTENSION);
            var pass = CleaningPass.run(input, new PassProgress(progress, stage(number), total), file);
            counts.add(pass.counts());
            if (number > 1) {
                deleteAll(input);
            }
            input = new CorpusFiles(List.of(file));
            total = pass.documentsOut();
            if (number == request.passes()) {
                return published(
                        new CorpusCard(
                                lines,
                                total,
                                counts,
                                pass.characters(),
                                pass.hanCharacters(),
                                pass.topTerms(TOP_TERMS),
                                pass.sha256()),
                        file,
                        request.output());
            }
        }
    }

    private CorpusCard published(CorpusCard card, Path cleaned, Path output) throws IOException {
        var json = output.resolve("." + CARD_FILE);
        Files.writeString(json, card.toJson());
        Files.move(cleaned, output.resolve(CLEANED_FILE), ATOMIC_MOVE, REPLACE_EXISTING);
        Files.move(json, output.resolve(CARD_FILE), ATOMIC_MOVE, REPLACE_EXISTING);
        progress.report("card", card.documentsOut(), card.documentsOut());
        return card;
    }

    private static String stage(int pass) {
        return pass == 1 ? "clean" : "clean-" + pass;
    }

    private static void deleteAll(CorpusFiles corpus) throws IOException {
        for (var file : corpus.files()) {
            Files.delete(file);
        }
    }
}
