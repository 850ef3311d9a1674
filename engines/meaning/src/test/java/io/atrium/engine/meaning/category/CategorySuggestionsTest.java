// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.category;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.meaning.SharedModel;
import io.atrium.engine.meaning.category.CategoryAdvice.Verdict;
import io.atrium.engine.meaning.similar.CaseIndex;
import io.atrium.engine.meaning.similar.CaseText;
import io.atrium.engine.meaning.similar.LabelFilter;
import io.atrium.engine.meaning.similar.Synonyms;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CategorySuggestionsTest {
    private static final LabelFilter OF_A = LabelFilter.anyOf(Set.of("tenant:a"));

    @TempDir
    Path folder;

    private CaseIndex cases;
    private CategorySuggestions suggestions;

    @BeforeEach
    void open() throws Exception {
        cases = CaseIndex.open(folder, SharedModel.get(), Synonyms.bundled());
        suggestions = new CategorySuggestions(
                SharedModel.get(),
                cases,
                List.of(
                        new Category("network", List.of("网络、宽带、无线网问题", "上网慢，断网", "internet is slow or down")),
                        new Category("building", List.of("空调、电梯、水电、漏水", "空调不制冷", "the lift is broken")),
                        new Category("compute", List.of("算力、显卡、训练任务", "任务排队太久", "GPU node failure")),
                        new Category("funding", List.of("贷款、融资、补贴", "申请政策补贴", "we need a bank loan"))));
    }

    @AfterEach
    void close() {
        cases.close();
    }

    @Test
    void worksWithoutACase() throws Exception {
        var advice = suggestions.suggest("我们楼层上网特别慢，老断网", OF_A);
        assertThat(advice.isSure()).isTrue();
        assertThat(advice.ranked().getFirst()).satisfies(first -> {
            assertThat(first.category()).isEqualTo("network");
            assertThat(first.confidence()).isBetween(0.45, 1.0);
            assertThat(first.reasons().getFirst()).isInstanceOf(CategoryReason.LikeSeed.class);
        });
        assertThat(advice.ranked().stream()
                        .mapToDouble(CategorySuggestion::confidence)
                        .sum())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void understandsEnglish() throws Exception {
        var advice = suggestions.suggest("Our bank refused the loan", OF_A);
        assertThat(advice.ranked().getFirst().category()).isEqualTo("funding");
    }

    @Test
    void saysThatATextResemblesNothing() throws Exception {
        assertThat(suggestions.suggest("今天天气真好，花都开了", OF_A).verdict()).isEqualTo(Verdict.LIKE_NOTHING_KNOWN);
    }

    @Test
    void learnsFromEarlierCases() throws Exception {
        var text = "机房门口的橙色小机器人又撞人了";
        assertThat(suggestions.suggest(text, OF_A).isSure()).isFalse();
        cases.putAll(List.of(
                of("r-1", "送货机器人在走廊撞到员工", "building", "tenant:a"),
                of("r-2", "小机器人乱跑，撞到了人", "building", "tenant:a"),
                of("r-3", "大堂的橙色机器人堵住门口", "building", "tenant:a")));
        var advice = suggestions.suggest(text, OF_A);
        assertThat(advice.isSure()).isTrue();
        assertThat(advice.ranked().getFirst().category()).isEqualTo("building");
        assertThat(advice.ranked().getFirst().reasons().getFirst())
                .isInstanceOfSatisfying(CategoryReason.LikeCase.class, like -> {
                    assertThat(like.caseId()).startsWith("r-");
                    assertThat(like.shared()).isNotEmpty();
                });
    }

    @Test
    void takesNoReasonFromACaseThatTheReaderMayNotSee() throws Exception {
        cases.putAll(List.of(of("secret", "上网特别慢，老断网", "network", "tenant:b")));
        assertThat(suggestions.suggest("我们楼层上网特别慢，老断网", OF_A).ranked())
                .flatExtracting(CategorySuggestion::reasons)
                .noneMatch(CategoryReason.LikeCase.class::isInstance);
    }

    private static CaseText of(String id, String text, String category, String tenant) {
        return new CaseText(id, text, Set.of(CategorySuggestions.LABEL + category, tenant));
    }
}
