// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.company.FactCatalogue;
import io.atrium.company.ImportProblem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactReaderTest {
    private static final FactCatalogue CATALOGUE = FactCatalogue.read();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12345|12345",
                "12,345.60|12345.6",
                "１２３４５|12345",
                "1,234,567|1234567",
                "0|0",
                "100|100",
                " 7.50 |7.5",
            })
    void readsNumbersAsPeopleWriteThem(String typed, BigDecimal number) {
        assertThat(read("revenue", typed)).isEqualTo(new FactReading.Read(number));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12万|NUMBER_MALFORMED",
                "1,23|NUMBER_MALFORMED",
                "1e6|NUMBER_MALFORMED",
                "-1|NUMBER_OUT_OF_RANGE",
                "10000000000001|NUMBER_OUT_OF_RANGE",
                "1.005|TOO_MANY_DECIMALS",
                "9999999999999999999999|NUMBER_MALFORMED",
            })
    void saysWhyANumberCannotBeRead(String typed, ImportProblem problem) {
        assertThat(read("revenue", typed)).isEqualTo(new FactReading.Unreadable(problem));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-03-01", "2024/3/1", "2024年3月1日", "20240301", "２０２４-０３-０１"})
    void readsDatesAsPeopleWriteThem(String typed) {
        assertThat(read("registered_on", typed)).isEqualTo(new FactReading.Read(LocalDate.of(2024, 3, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-30", "2024-13-01", "1.3.2024", "yesterday"})
    void refusesDaysThatDoNotExist(String typed) {
        assertThat(read("registered_on", typed)).isEqualTo(new FactReading.Unreadable(ImportProblem.DATE_MALFORMED));
    }

    @Test
    void readsBooleansInBothLanguagesAndKeepsFalseApartFromUnknown() {
        assertThat(read("in_community", "是")).isEqualTo(new FactReading.Read(true));
        assertThat(read("in_community", "No")).isEqualTo(new FactReading.Read(false));
        assertThat(read("in_community", "  ")).isEqualTo(new FactReading.Blank());
        assertThat(read("in_community", "maybe"))
                .isEqualTo(new FactReading.Unreadable(ImportProblem.BOOLEAN_MALFORMED));
    }

    @Test
    void keepsTheCodeOfACodedValue() {
        assertThat(read("industry", "制造业")).isEqualTo(new FactReading.Read("manufacturing"));
        assertThat(read("industry", "Manufacturing")).isEqualTo(new FactReading.Read("manufacturing"));
        assertThat(read("industry", "采矿业")).isEqualTo(new FactReading.Unreadable(ImportProblem.VALUE_NOT_ALLOWED));
        assertThat(read("business_fields", "智能体；agent、语料数据"))
                .isEqualTo(new FactReading.Read(List.of("agent", "corpus")));
    }

    @Test
    void limitsLengths() {
        assertThat(read("name", "字".repeat(201))).isEqualTo(new FactReading.Unreadable(ImportProblem.TEXT_TOO_LONG));
        assertThat(read("business_fields", "agent;".repeat(21)))
                .isEqualTo(new FactReading.Unreadable(ImportProblem.TOO_MANY_ITEMS));
    }

    @Test
    void tellsAMalformedCodeFromAWrongCheckCharacter() {
        assertThat(read("unified_code", "12345")).isEqualTo(new FactReading.Unreadable(ImportProblem.CODE_MALFORMED));
        assertThat(read("unified_code", "91990001MA00000010"))
                .isEqualTo(new FactReading.Unreadable(ImportProblem.CODE_CHECK_CHARACTER));
    }

    private static FactReading read(String key, String typed) {
        return FactReader.read(CATALOGUE.find(key).orElseThrow(), typed);
    }
}
