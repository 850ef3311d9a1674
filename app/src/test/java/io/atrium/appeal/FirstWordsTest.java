// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// Titles made of the first words: whole sentences where they fit, whole words where not.
class FirstWordsTest {

    @Test
    void aShortFirstSentenceIsTheTitle() {
        assertThat(FirstWords.of("会议室空调坏了三天。请尽快修理。")).isEqualTo("会议室空调坏了三天");
        assertThat(FirstWords.of("The air conditioning in room 305 is broken\nPlease mend it"))
                .isEqualTo("The air conditioning in room 305 is broken");
    }

    @Test
    void aLongEnglishSentenceEndsAtAWord() {
        assertThat(FirstWords.of("The air conditioning in the meeting room on the third floor of building two has been"
                        + " broken since Monday"))
                .isEqualTo("The air conditioning in the meeting room on the third floor of…");
    }

    @Test
    void aLongChineseSentenceEndsAtAMarkAndNeverInsideASum() {
        assertThat(FirstWords.of("我公司去年十一月为贵单位完成的大模型测评项目验收已经通过将近四个月合同尾款 48 万元至今没有支付"))
                .isEqualTo("我公司去年十一月为贵单位完成的大模型测评项目验收已经通过将近四个月合同尾款…");
        assertThat(FirstWords.of("我公司去年十一月为贵单位完成的大模型测评项目，验收已经通过将近四个月合同尾款至今没有支付请督促"))
                .isEqualTo("我公司去年十一月为贵单位完成的大模型测评项目…");
        assertThat(FirstWords.of(
                        "The invoice for the evaluation of our language model over RMB 1,234,567.80 has not been paid"))
                .isEqualTo("The invoice for the evaluation of our language model over RMB…");
    }

    @Test
    void whateverIsWrittenTheTitleIsItsBeginningAndFits() {
        var random = new Random(7);
        var characters = "电梯停运修理万元48,. 0aZ，—😀()";
        int points = characters.codePointCount(0, characters.length());
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder();
            for (int at = random.nextInt(120) + 1; at > 0; at--) {
                text.appendCodePoint(characters.codePointAt(characters.offsetByCodePoints(0, random.nextInt(points))));
            }
            var title = FirstWords.of(text.toString());
            assertThat(title.codePointCount(0, title.length())).isLessThanOrEqualTo(71);
            assertThat(text.toString().strip())
                    .startsWith(title.endsWith("…") ? title.substring(0, title.length() - 1) : title);
        }
    }
}
