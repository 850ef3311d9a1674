// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TidyingStepsTest {
    @ParameterizedTest
    @CsvSource({
        "ＧＰＵ Ａ１００，共８张, GPU A100，共8张",
        "中\u200B庭\uFEFF, 中庭",
        "cafe\u0301, café",
        "'甲\u3000乙\u00A0丙', '甲 乙 丙'",
        "'①㈱，。', '①㈱，。'",
        "'\uD83D\uDE00 ok', '\uD83D\uDE00 ok'",
    })
    void bringsCharactersToOneSpelling(String before, String after) {
        assertThat(NormaliseUnicode.normalised(before)).isEqualTo(after);
    }

    @Test
    void turnsEveryKindOfLineEndIntoNewline() {
        assertThat(NormaliseUnicode.normalised("a\r\nb\rc\n")).isEqualTo("a\nb\nc\n");
    }

    @Test
    void dropsHalvesOfSurrogatePairs() {
        assertThat(NormaliseUnicode.normalised("a\uD83Db\uDE00c\uD83D")).isEqualTo("abc");
    }

    @Test
    void returnsTheSameTextWhenNothingIsToBeDone() {
        var text = "第一层 floor 1\n第二层";
        assertThat(NormaliseUnicode.normalised(text)).isSameAs(text);
    }

    @Test
    void collapsesSpacesTrimsLinesAndLeavesOneEmptyLine() {
        assertThat(CollapseWhitespace.collapsed(" \n a \t b \n\n \n\n c \n")).isEqualTo("a b\n\nc");
    }

    @Test
    void collapsesNothingButSpacesToNothing() {
        assertThat(CollapseWhitespace.collapsed(" \n\t ")).isEmpty();
    }

    @Test
    void dropsLinesThatSayTooLittle() {
        var step = new DropEmptyAndShortLines();
        assertThat(step.apply(new Document("1", "第3页\n\n今天六个汉字\nelevenchars\ntwelve chars")))
                .contains(new Document("1", "今天六个汉字\ntwelve chars"));
    }

    @Test
    void dropsADocumentWithoutALineThatSaysEnough() {
        assertThat(new DropEmptyAndShortLines().apply(new Document("1", "— 3 —\n")))
                .isEmpty();
        assertThat(new DropEmptyAndShortLines().apply(new Document("1", ""))).isEmpty();
    }
}
