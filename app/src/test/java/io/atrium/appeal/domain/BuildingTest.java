// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildingTest {

    @ParameterizedTest
    @CsvSource({
        "B 座 5 层 502, B座",
        "b座502室, B座",
        "Ｂ座, B座",
        "3 号楼 2 层, 3号楼",
        "'Building C, floor 5', BUILDINGC",
        "B3/12, B3",
        "食堂, 食堂"
    })
    void namesTheBuildingHoweverItIsWritten(String place, String building) {
        assertThat(Building.of(place)).isEqualTo(building);
    }

    @Test
    void noPlaceIsNoBuilding() {
        assertThat(Building.of("  ")).isEmpty();
    }
}
