// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.corpus.CleaningOutcome.Cleaned;
import io.atrium.engine.corpus.CleaningOutcome.Code;
import io.atrium.engine.corpus.CleaningOutcome.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleaningTest {
    private final Path folder;

    private final List<String> progress = new ArrayList<>();
    private final Cleaning cleaning =
            new Cleaning((stage, done, total) -> progress.add(stage + " " + done + "/" + total));

    CleaningTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void writesTheCleanedDocumentsAndTheCard() throws IOException {
        input("a.jsonl", line("1", "第一篇　文档说的是算力"), line("2", "页 1"), "no json");
        input("b.jsonl", line("3", "第一篇 文档说的是算力"), line("4", "请打 13900001234 问第二篇的事"));

        var card = cleaned(1);

        assertThat(Files.readString(output().resolve(Cleaning.CLEANED_FILE)))
                .isEqualTo(line("1", "第一篇 文档说的是算力") + "\n" + line("4", "请打 [电话] 问第二篇的事") + "\n");
        assertThat(card.passes().getFirst())
                .containsExactly(
                        new StepCount("ReadDocuments", 5, 4, 0),
                        new StepCount("NormaliseUnicode", 4, 4, 1),
                        new StepCount("CollapseWhitespace", 4, 4, 0),
                        new StepCount("DropEmptyAndShortLines", 4, 3, 0),
                        new StepCount("DropExactDuplicates", 3, 2, 0),
                        new StepCount("DropNearDuplicates", 2, 2, 0),
                        new StepCount("MaskPhoneAndIdNumbers", 2, 2, 1),
                        new StepCount("CountCharactersAndTerms", 2, 2, 0));
        assertThat(Files.readString(output().resolve(Cleaning.CARD_FILE))).isEqualTo(card.toJson());
        assertThat(progress).startsWith("count 5/5", "clean 0/5").endsWith("clean 5/5", "card 2/2");
        assertThat(filesIn(output())).containsExactlyInAnyOrder(Cleaning.CLEANED_FILE, Cleaning.CARD_FILE);
    }

    @Test
    void aSecondPassFindsNothingLeftToDo() throws IOException {
        GenerateCorpus.generate(input(), 3, 400);

        var card = cleaned(2);

        assertThat(card.passes()).hasSize(2);
        assertThat(card.passes().getLast()).allSatisfy(step -> {
            assertThat(step.in()).isEqualTo(card.documentsOut());
            assertThat(step.out()).isEqualTo(card.documentsOut());
            assertThat(step.changed()).isZero();
        });
        assertThat(filesIn(output())).containsExactlyInAnyOrder(Cleaning.CLEANED_FILE, Cleaning.CARD_FILE);
    }

    @Test
    void givesTheSameBytesForTheSameInput() throws IOException {
        GenerateCorpus.generate(input(), 5, 200);
        assertThat(cleaned(1)).isEqualTo(cleaned(1));
    }

    @Test
    void findsThePlantedFaultsAndKeepsTheRest() throws IOException {
        var corpus = new CommunityCorpus(11);
        var made = Stream.generate(corpus::next).limit(2000).toList();
        input("a.jsonl", made.stream().map(m -> JsonLine.of(m.document())).toArray(String[]::new));

        cleaned(1);

        var kept = keptIds();
        for (var one : made) {
            switch (one.planted()) {
                case EXACT_DUPLICATE, NEAR_DUPLICATE, ONLY_SHORT_LINES ->
                    assertThat(kept)
                            .as(one.toString())
                            .doesNotContain(one.document().id());
                case NOTHING, PHONE_NUMBER, ID_NUMBER, UNTIDY_CHARACTERS ->
                    assertThat(kept).as(one.toString()).contains(one.document().id());
            }
        }
        assertThat(Files.readString(output().resolve(Cleaning.CLEANED_FILE)))
                .doesNotContainPattern("1[38][96]-?\\d{4}-?\\d{4}")
                .doesNotContainPattern("999999\\d{11}")
                .doesNotContain("\u200B", "\uFEFF", "\u3000");
    }

    @Test
    void refusesInADocumentedOrder() throws IOException {
        assertThat(clean(0)).isEqualTo(new Refused(Code.PASSES_OUT_OF_RANGE, "0"));
        assertThat(clean(1)).isEqualTo(new Refused(Code.INPUT_NOT_A_FOLDER, input().toString()));
        Files.createDirectories(input());
        assertThat(clean(1)).isEqualTo(new Refused(Code.INPUT_EMPTY, input().toString()));
        Files.writeString(input().resolve("a.jsonl"), "\n".repeat((int) Cleaning.DOCUMENTS_MAX + 1));
        assertThat(clean(1)).isEqualTo(new Refused(Code.TOO_MANY_DOCUMENTS, "200001"));
        assertThat(output()).doesNotExist();
    }

    private CorpusCard cleaned(int passes) throws IOException {
        return ((Cleaned) clean(passes)).card();
    }

    private CleaningOutcome clean(int passes) throws IOException {
        return cleaning.clean(new CleanCorpus(input(), output(), passes));
    }

    private Set<String> keptIds() throws IOException {
        var ids = new HashSet<String>();
        for (var line : Files.readAllLines(output().resolve(Cleaning.CLEANED_FILE))) {
            ids.add(JsonLine.parse(line).orElseThrow().id());
        }
        return ids;
    }

    private Path input() {
        return folder.resolve("in");
    }

    private Path output() {
        return folder.resolve("out");
    }

    private void input(String name, String... lines) throws IOException {
        Files.createDirectories(input());
        Files.writeString(input().resolve(name), String.join("\n", lines));
    }

    private static String line(String id, String text) {
        return JsonLine.of(new Document(id, text));
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
