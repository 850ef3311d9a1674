// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
@Tag("ADM-7")
class HealthPagesTest {

    @Autowired
    House house;

    @Test
    void tellsEachPartInWordsAndWhatToDo() {
        var page = house.browser(house.operator()).get("/health");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.document().select("tbody th").eachText())
                .containsExactly("数据库", "磁盘", "时钟", "定时任务", "作业执行", "事件投递", "审计链");
        assertThat(page.document().select("tr:contains(时钟)").text()).contains("正常", "时间相差", "无需处理");
        assertThat(house.browser(house.operator()).in("en").get("/health").text())
                .contains("Database", "Answered in");
    }

    @Test
    void othersAreRefused() {
        assertThat(house.browser(house.firmOwner()).get("/health").status()).isEqualTo(403);
    }
}
