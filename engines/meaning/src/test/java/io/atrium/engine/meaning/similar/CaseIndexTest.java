// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.engine.meaning.SharedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseIndexTest {
    private static final LabelFilter ALL = LabelFilter.everything();

    @TempDir
    Path folder;

    @Test
    void findsWhatMeansTheSameAndSaysWhichWordsAreShared() throws Exception {
        try (var index = open()) {
            putNeeds(index);
            var found = index.similar("三楼的冷气开了也不凉", ALL, 3);
            assertThat(found.getFirst().id()).isEqualTo("cooling");
            assertThat(found.getFirst().sameByMeaning()).contains(new SimilarCase.WordPair("冷气", "空调"));
            assertThat(found.getFirst().closeness()).isBetween(0.5, 1.0);
            assertThat(index.similar("B座电梯又停了", ALL, 1).getFirst()).satisfies(lift -> {
                assertThat(lift.id()).isEqualTo("lift");
                assertThat(lift.shared()).contains("电梯");
                assertThat(lift.score()).isEqualTo(1);
                assertThat(lift.wordsRank()).hasValue(1);
                assertThat(lift.meaningRank()).hasValue(1);
                assertThat(lift.labels()).containsExactlyInAnyOrder("tenant:b", "category:building");
            });
        }
    }

    @Test
    void findsEnglishNeedsByTheirWords() throws Exception {
        try (var index = open()) {
            putNeeds(index);
            assertThat(index.similar("the elevator does not move", ALL, 1)
                            .getFirst()
                            .id())
                    .isIn("lift", "lift-en");
        }
    }

    @Test
    void findsOnlyWhatTheReaderMaySee() throws Exception {
        try (var index = open()) {
            putNeeds(index);
            var question = "电梯坏了 elevator";
            assertThat(ids(index.similar(question, LabelFilter.anyOf(Set.of("tenant:a")), 50)))
                    .containsExactlyInAnyOrder("cooling", "network");
            assertThat(index.similar(question, LabelFilter.anyOf(Set.of("tenant:nobody")), 50))
                    .isEmpty();
            assertThat(index.similar(question, LabelFilter.anyOf(Set.of()), 50)).isEmpty();
            assertThat(ids(index.similar(question, ALL.butNone(Set.of("tenant:b")), 50)))
                    .containsExactlyInAnyOrder("cooling", "network");
            var either = LabelFilter.anyOf(Set.of("tenant:a", "tenant:b")).andAnyOf(Set.of("category:building"));
            assertThat(ids(index.similar(question, either, 50)))
                    .containsExactlyInAnyOrder("cooling", "lift", "lift-en");
        }
    }

    /// A filter after the search would come home empty: everything near belongs to somebody else.
    @Test
    void findsTheReadersFarCaseBehindManyNearOnesOfOthers() throws Exception {
        try (var index = open()) {
            for (int i = 0; i < 300; i++) index.put(need("other-" + i, "第" + i + "号会议室的投影仪坏了", "tenant:b"));
            index.put(need("mine", "希望食堂增加早餐品种", "tenant:a"));
            assertThat(ids(index.similar("会议室的投影仪坏了", LabelFilter.anyOf(Set.of("tenant:a")), 5)))
                    .containsExactly("mine");
        }
    }

    @Test
    void replacesAndRemovesAtOnce() throws Exception {
        try (var index = open()) {
            putNeeds(index);
            index.put(need("lift", "希望增加夜间班车", "tenant:a"));
            assertThat(ids(index.similar("夜间班车", LabelFilter.anyOf(Set.of("tenant:a")), 1)))
                    .containsExactly("lift");
            index.remove(List.of("lift", "unknown"));
            assertThat(ids(index.similar("夜间班车", ALL, 50))).doesNotContain("lift");
            assertThat(index.count()).isEqualTo(3);
        }
    }

    @Test
    void goesOnFromTheCommittedPositionAndForgetsWhatCameAfterIt() throws Exception {
        try (var index = open()) {
            assertThat(index.position()).isEqualTo(CaseIndex.START);
            putNeeds(index);
            index.commit(17);
            index.put(need("late", "停车位不够", "tenant:a"));
            assertThatThrownBy(() -> index.commit(16)).isInstanceOf(IllegalArgumentException.class);
        }
        try (var index = open()) {
            assertThat(index.position()).isEqualTo(17);
            assertThat(index.count()).isEqualTo(4);
        }
    }

    @Test
    void survivesKillNine() throws Exception {
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FeedUntilKilled.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var lines = child.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("committed 40");
            assertThat(lines.readLine()).isEqualTo("fed 60");
        } finally {
            child.destroyForcibly().waitFor();
        }
        try (var index = open()) {
            assertThat(index.position()).isEqualTo(40);
            assertThat(index.count()).isEqualTo(40);
            for (int i = 35; i < 60; i++) index.put(FeedUntilKilled.need(i)); // some twice, as callers may
            index.commit(60);
            assertThat(index.count()).isEqualTo(60);
        }
    }

    @Test
    void beginsAnewWhereTheFolderCannotBeRead() throws Exception {
        try (var index = open()) {
            putNeeds(index);
            index.commit(17);
        }
        try (var files = Files.list(folder)) {
            var marker = files.filter(file -> file.getFileName().toString().startsWith("segments_"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(marker, "not an index");
        }
        try (var index = open()) {
            assertThat(index.position()).isEqualTo(CaseIndex.START);
            assertThat(index.count()).isZero();
        }
    }

    @Test
    void refusesWhatWouldNotFit() throws Exception {
        assertThatThrownBy(() -> need("", "text")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> need("x", "text", "two\nlines")).isInstanceOf(IllegalArgumentException.class);
        try (var index = open()) {
            assertThatThrownBy(() -> index.similar("电梯", ALL, CaseIndex.RESULTS_MAX + 1))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> index.put(need("x", "text"), new float[3]))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(index.similar("还没有任何案例", ALL, 5)).isEmpty();
        }
    }

    private CaseIndex open() throws IOException {
        return CaseIndex.open(folder, SharedModel.get(), Synonyms.bundled());
    }

    private static void putNeeds(CaseIndex index) throws IOException {
        index.putAll(List.of(
                need("cooling", "办公室空调不制冷，员工热得受不了", "tenant:a", "category:building"),
                need("lift", "B座2号电梯经常停在半路", "tenant:b", "category:building"),
                need("lift-en", "The lift in tower B is stuck again", "tenant:b", "category:building"),
                need("network", "网络时断时续，视频会议经常掉线", "tenant:a", "category:network")));
    }

    private static CaseText need(String id, String text, String... labels) {
        return new CaseText(id, text, Set.of(labels));
    }

    private static List<String> ids(List<SimilarCase> found) {
        return found.stream().map(SimilarCase::id).toList();
    }
}
