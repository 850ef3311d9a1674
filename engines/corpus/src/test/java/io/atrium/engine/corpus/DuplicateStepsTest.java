// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuplicateStepsTest {
    private static final String NOTICE =
            "三号楼的电梯周二上午检修，请大家走连廊。检修由社区安排，预计两个小时，" + "期间货梯照常使用；有行动不便的同事请联系管家，管家会陪同乘坐货梯。检修完成后会在公告栏贴出结果，谢谢配合。";

    @Test
    void keepsTheFirstOfEqualTexts() {
        var step = new DropExactDuplicates();
        assertThat(step.apply(new Document("1", "同一段文字"))).isPresent();
        assertThat(step.apply(new Document("2", "同一段文字"))).isEmpty();
        assertThat(step.apply(new Document("3", "另一段文字"))).isPresent();
    }

    @Test
    void dropsARepostWithOneChangedWord() {
        var step = new DropNearDuplicates();
        assertThat(step.apply(new Document("1", NOTICE))).isPresent();
        assertThat(step.apply(new Document("2", NOTICE.replace("两个小时", "三个小时"))))
                .isEmpty();
        assertThat(step.apply(new Document("3", NOTICE.substring(0, 40) + "别的内容从这里开始，和原来的通知没有关系。")))
                .isPresent();
    }

    @Test
    void keepsShortTextsThatDiffer() {
        var step = new DropNearDuplicates();
        assertThat(step.apply(new Document("1", "甲"))).isPresent();
        assertThat(step.apply(new Document("2", "乙"))).isPresent();
        assertThat(step.apply(new Document("3", "甲"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 40, 80, 95})
    void estimatesTheShareOfCommonRuns(int percentShared) {
        var random = new SplittableRandom(percentShared);
        var common = letters(random, 20 * percentShared);
        var one = common + letters(random, 2000 - common.length());
        var other = common + letters(random, 2000 - common.length());
        assertThat(estimate(one, other)).isCloseTo(jaccard(one, other), within(0.13));
    }

    private static double estimate(String one, String other) {
        var minHash = new MinHash();
        var a = minHash.signature(one);
        var b = minHash.signature(other);
        int equal = 0;
        for (int i = 0; i < MinHash.FUNCTIONS; i++) {
            equal += a[i] == b[i] ? 1 : 0;
        }
        return equal / (double) MinHash.FUNCTIONS;
    }

    private static double jaccard(String one, String other) {
        var union = runs(one);
        var intersection = new HashSet<>(union);
        intersection.retainAll(runs(other));
        union.addAll(runs(other));
        return intersection.size() / (double) union.size();
    }

    private static Set<String> runs(String text) {
        var runs = new HashSet<String>();
        for (int i = 0; i + 5 <= text.length(); i++) {
            runs.add(text.substring(i, i + 5));
        }
        return runs;
    }

    private static String letters(SplittableRandom random, int count) {
        var out = new StringBuilder();
        random.ints(count, 0x4E00, 0x9FA5).forEach(out::appendCodePoint);
        return out.toString();
    }
}
