// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// One pass over a corpus: every line is read, sent through all steps, and written if it is left.
final class CleaningPass {
    private static final int OUTPUT_BUFFER_BYTES = 1 << 16;

    private final CountCharactersAndTerms counting = new CountCharactersAndTerms();
    private final Pipeline pipeline = new Pipeline(List.of(
            new NormaliseUnicode(),
            new CollapseWhitespace(),
            new DropEmptyAndShortLines(),
            new DropExactDuplicates(),
            new DropNearDuplicates(),
            new MaskPhoneAndIdNumbers(),
            counting));
    private final MessageDigest sha256 = DropExactDuplicates.sha256();
    private long lines;
    private long documents;
    private long written;

    private CleaningPass() {}

    static CleaningPass run(CorpusFiles corpus, PassProgress progress, Path file) throws IOException {
        var pass = new CleaningPass();
        try (var out = new DigestOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file), OUTPUT_BUFFER_BYTES), pass.sha256)) {
            corpus.forEachLine(line -> {
                pass.clean(line).ifPresent(document -> write(document, out));
                progress.advance();
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return pass;
    }

    private Optional<Document> clean(String line) {
        lines++;
        var document = JsonLine.parse(line);
        documents += document.isPresent() ? 1 : 0;
        var cleaned = document.flatMap(pipeline::apply);
        written += cleaned.isPresent() ? 1 : 0;
        return cleaned;
    }

    private static void write(Document document, OutputStream out) {
        try {
            out.write((JsonLine.of(document) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reading comes first: lines that are no document fall out there.
    List<StepCount> counts() {
        var counts = new ArrayList<StepCount>();
        counts.add(new StepCount("ReadDocuments", lines, documents, 0));
        counts.addAll(pipeline.counts());
        return List.copyOf(counts);
    }

    long documentsOut() {
        return written;
    }

    long characters() {
        return counting.characters();
    }

    long hanCharacters() {
        return counting.hanCharacters();
    }

    List<TermCount> topTerms(int limit) {
        return counting.topTerms(limit);
    }

    /// To be asked once: taking a digest resets it.
    String sha256() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
