// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("FRM-13")
class SearchWordsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23", "2026/11/23", "2026.11.23", "20261123", "2026年11月23日", "2026 年 11 月 23 日", "11月23日",
                "11月23号", "23 Nov", "23 nov 2026", "23 November 2026", "Nov 23", "Nov 23, 2026", "November 23 2026"
            })
    void dateIsReadInTheFormsThatPeopleWrite(String typed) {
        assertThat(SearchWords.of(typed, TODAY).day()).isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11月31日", "2026-13-01", "智算", "11", "23 Foo", "job_01k", "20269999"})
    void whatIsNoDateIsNone(String typed) {
        assertThat(SearchWords.of(typed, TODAY).day()).isNull();
    }

    @Test
    void dateWithoutYearIsTheNearest() {
        assertThat(SearchWords.of("1月5日", TODAY).day()).isEqualTo(LocalDate.of(2027, 1, 5));
        assertThat(SearchWords.of("12月30日", LocalDate.of(2026, 1, 4)).day()).isEqualTo(LocalDate.of(2025, 12, 30));
    }

    @Test
    void oneChineseCharacterIsAWordOneLetterIsNot() {
        assertThat(SearchWords.of("券", TODAY).isTooShort()).isFalse();
        assertThat(SearchWords.of("a", TODAY).isTooShort()).isTrue();
        assertThat(SearchWords.of("  ", TODAY).isTooShort()).isTrue();
    }

    @Test
    void allWordsMustOccur() {
        var words = SearchWords.of(" 算力  Voucher ", TODAY);
        assertThat(words.occurIn("算力券", "compute voucher")).isTrue();
        assertThat(words.occurIn("算力券")).isFalse();
    }
}
