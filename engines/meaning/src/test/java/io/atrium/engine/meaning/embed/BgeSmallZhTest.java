// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.atrium.engine.meaning.SharedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class BgeSmallZhTest {
    private final TextEmbedder model = SharedModel.get();

    @Test
    void putsNeedsThatMeanTheSameNearEachOther() {
        var asked = model.embed("显卡掉卡怎么办");
        assertThat(Vectors.closeness(asked, model.embed("GPU 报 XID 79，卡掉线了，训练中断")))
                .isGreaterThan(Vectors.closeness(asked, model.embed("上个月的账单金额不对，请核对")) + 0.1f);
    }

    @Test
    void givesVectorsOfLengthOne() {
        for (var vector : model.embed(List.of("空调太冷", "The lift is stuck", "🙂", "一"))) {
            assertThat(vector).hasSize(model.dimensions());
            assertThat(Vectors.closeness(vector, vector)).isCloseTo(1f, within(1e-4f));
        }
    }

    @Test
    void givesATextTheSameVectorWhateverStandsBesideIt() {
        var texts = new ArrayList<String>();
        for (int i = 0; i < 40; i++) texts.add("第" + i + "号楼电梯坏了" + "，请尽快维修".repeat(i % 5));
        var together = model.embed(texts);
        for (int i = 0; i < texts.size(); i += 7) {
            assertThat(Vectors.closeness(together.get(i), model.embed(texts.get(i))))
                    .isGreaterThan(0.99f);
        }
    }

    @Test
    void readsTheFirst512TokensOfALongText() {
        var beginning = "办公室空调不制冷。".repeat(200);
        assertThat(Vectors.closeness(model.embed(beginning), model.embed(beginning + "发票开错了")))
                .isGreaterThan(0.9999f);
    }

    @Test
    void refusesWhatHasNoMeaningBeforeAnyWork() {
        assertThatThrownBy(() -> model.embed(List.of("好", " \n")))
                .isInstanceOfSatisfying(TextNotEmbeddable.class, refused -> {
                    assertThat(refused.code()).isEqualTo(TextNotEmbeddable.Code.TEXT_BLANK);
                    assertThat(refused.index()).isEqualTo(1);
                });
        assertThatThrownBy(() -> model.embed("长".repeat(TextEmbedder.TEXT_CHARACTERS_MAX + 1)))
                .hasMessageContaining("TEXT_TOO_LONG");
        assertThat(model.embed(List.of())).isEmpty();
    }

    @Test
    void answersManyThreadsAtOnce() throws Exception {
        var expected = model.embed("会议室投影仪坏了");
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<float[]> call = () -> model.embed("会议室投影仪坏了");
            for (var answer : threads.invokeAll(java.util.Collections.nCopies(40, call))) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void keepsItsNativeCodeInTheGivenFolder() throws Exception {
        model.embed("一句话");
        try (var files = Files.walk(Path.of("target/native"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.contains("onnxruntime4j_jni"))
                    .anyMatch(name -> name.contains("tokenizers"))
                    .noneMatch(name -> name.endsWith(".half"));
        }
    }
}
