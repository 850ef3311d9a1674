// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.kernel.node.AppNodes;
import io.atrium.kernel.node.Leadership;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
@Tag("ADM-7")
class HealthPagesTest {

    @Autowired
    House house;

    @Autowired
    AppNodes nodes;

    @Autowired
    Leadership leadership;

    @Test
    void tellsEachPartInWordsAndWhatToDo() {
        var page = house.browser(house.operator()).get("/health");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.document().select("table").getFirst().select("tbody th").eachText())
                .containsExactly("数据库", "磁盘", "时钟", "应用节点", "作业执行", "定时任务", "事件投递", "审计链");
        assertThat(page.document().select("tr:contains(时钟)").text()).contains("正常", "时间相差", "无需处理");
        assertThat(house.browser(house.operator()).in("en").get("/health").text())
                .contains("Database", "Answered in");
    }

    @Test
    void showsTheNodesAndWhoLeads() {
        await().atMost(Duration.ofSeconds(20)).until(leadership::isHere);
        var operator = house.operator();
        var row = house.browser(operator).get("/health").document().select("tr:contains(自):contains(起为主节点)");
        assertThat(row).hasSize(1);
        assertThat(row.text()).contains("正常", "秒前");

        var items = house.api(operator).get("/api/v1/nodes").body().path("items");
        assertThat(items.path(0).path("id").asString()).isEqualTo(nodes.self());
        assertThat(items.path(0).path("state").asString()).isEqualTo("live");
        assertThat(items.path(0).path("silent_millis").asLong()).isLessThan(5_000);
        assertThat(items.path(0).path("leads_since").isMissingNode()).isFalse();
        assertThat(items.path(0).path("address").asString())
                .endsWith(house.root().replaceFirst(".*:", ":"));
    }

    @Test
    void othersAreRefused() {
        assertThat(house.browser(house.firmOwner()).get("/health").status()).isEqualTo(403);
        assertThat(house.api(house.firmOwner()).get("/api/v1/nodes").status()).isEqualTo(403);
        assertThat(house.api(house.provider()).get("/api/v1/nodes").status()).isEqualTo(403);
        assertThat(house.stranger().get("/api/v1/nodes").status()).isEqualTo(401);
    }
}
