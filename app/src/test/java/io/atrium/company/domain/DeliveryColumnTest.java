// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.company.FactCatalogue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryColumnTest {
    private static final FactCatalogue CATALOGUE = FactCatalogue.read();

    @ParameterizedTest
    @CsvSource({
        "revenue_2025,revenue_2025",
        "REVENUE_2025,revenue_2025",
        "营业收入_2025,revenue_2025",
        "营业收入2025年,revenue_2025",
        "Revenue 2025,revenue_2025",
        "营业收入_2025/revenue_2025,revenue_2025",
        "从业人数/Employees/employees,employees",
        "数据日期,source_date",
        "数据日期/source_date,source_date",
        "R&D staff,rd_staff",
    })
    void knowsAColumnByKeyAndLabel(String cell, String name) {
        assertThat(DeliveryColumn.named(cell, CATALOGUE))
                .map(DeliveryColumn::name)
                .contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "revenue",
                "employees_2025",
                "rd_share_2025",
                "revenue_25",
                "营业收入_2025/rd_spend_2025",
                "名称/name",
                "/"
            })
    void leavesOutWhatItDoesNotKnowOrCannotReconcile(String cell) {
        assertThat(DeliveryColumn.named(cell, CATALOGUE)).isEmpty();
    }
}
