// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.status.AnnouncePoolNotice;
import io.atrium.compute.status.PoolNoticeView;
import io.atrium.compute.status.PoolNotices;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A firm asks for another quota, the operator decides; both see the same request.
@AtriumTest
@Tag("CMP-9")
class QuotaRequestsTest {

    @Autowired
    Yard yard;

    @Autowired
    House house;

    @Autowired
    Quotas quotas;

    @Autowired
    PoolNotices notices;

    @Autowired
    BusinessClock clock;

    private Resident firm;

    @BeforeEach
    void moveIn() {
        firm = house.firmOwner();
        yard.pool(1);
    }

    private String asked(String gpus) {
        var browser = house.browser(firm);
        var check = browser.submit(
                browser.get("/quota"), "form[action='/quota']", Map.of("gpus", gpus, "reason", "训练 72B 模型，到年底"));
        assertThat(check.status()).as(check.text()).isEqualTo(200);
        assertThat(check.text())
                .contains("变更前后", "满额使用每小时目录价", "1,024", "%,d".formatted(Integer.parseInt(gpus)), "提高配额不收费");
        assertThat(browser.get("/quota").text()).doesNotContain("待决定");
        var sent = browser.submit(check, "form[action='/quota-requests']", Map.of());
        assertThat(sent.text()).contains("待决定", "社区运营方", "决定期限", "训练 72B 模型");
        return sent.path();
    }

    @Test
    void priceAndEffectComeFirstThenBothSidesDecideAndItTakesEffect() {
        var path = asked("2000");
        var operator = house.browser(house.operator());
        assertThat(operator.get("/").text()).contains("申请把配额从 1,024 卡改为 2,000 卡");
        var refused = operator.submit(operator.get(path), "form[action$=decision]", Map.of("end", "GRANTED"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("请写明理由");
        var granted = operator.submit(refused, "form[action$=decision]", Map.of("end", "GRANTED", "reason", "容量充足"));
        assertThat(granted.text()).contains("已同意", "容量充足", "新配额立即生效");
        assertThat(quotas.of(firm.organisation()).gpusMax()).isEqualTo(2_000);
        assertThat(house.browser(firm).in("en").get(path).text()).contains("Granted", "容量充足");
        var told = house.api(firm).get("/api/v1/inbox?kind=quota").body().at("/items/0");
        assertThat(told.at("/text").asString()).contains("配额申请已同意");
        assertThat(told.at("/href").asString()).isEqualTo(path);
        assertThat(operator.get("/").text()).doesNotContain("从 1,024 卡改为 2,000 卡");
    }

    @Test
    @Tag("HOME-3")
    void aFirmsHomeShowsVouchersQuotaJobsCostOfTodayAndWhatItWaitsFor() {
        yard.voucher(firm.organisation(), 250_000);
        asked("2000");
        var home = house.browser(firm).get("/").document();
        var tiles = home.select(".atrium-tile").eachText();
        assertThat(tiles).anySatisfy(tile -> assertThat(tile).contains("算力券", "2,500.00"));
        assertThat(tiles).anySatisfy(tile -> assertThat(tile).contains("在用卡数 / 配额", "0", "/ 1,024"));
        assertThat(tiles).anySatisfy(tile -> assertThat(tile).contains("运行中的作业", "至今费用"));
        assertThat(tiles).anySatisfy(tile -> assertThat(tile).contains("今日费用", "券付"));
        var waits = home.select("section[aria-labelledby=ahead] li:contains(等待社区运营方决定)");
        assertThat(waits).hasSize(1);
        assertThat(waits.select("time[datetime]")).isNotEmpty();
        var engineer = house.member(firm.organisation(), Role.FIRM_ENGINEER);
        assertThat(house.browser(engineer)
                        .get("/")
                        .document()
                        .select(".atrium-tile")
                        .text())
                .contains("算力券", "运行中的作业")
                .doesNotContain("今日费用");
    }

    @Test
    @Tag("HOME-5")
    void theOperatorsHomeShowsPoolsTheQueueIncidentsAndSettlements() {
        var pool = yard.pool(1);
        var operator = house.operator();
        yard.submit(firm, Yard.command(pool, 8, "/bin/sh", "-c", "sleep 1"));
        var words = "冷却水泵停机 " + pool.id();
        var content = new AnnouncePoolNotice.Content(
                PoolNoticeView.Kind.INCIDENT, false, words, clock.instant().minusSeconds(60), null);
        notices.announce(operator.actor(), new AnnouncePoolNotice(Yard.key(), pool.id(), content));
        var browser = house.browser(operator);
        var home = browser.get("/").document();
        var tiles = home.select(".atrium-tile");
        assertThat(tiles.select(".atrium-tile__label").eachText())
                .containsExactly("已逾期", "今日到期", "在用加速卡", "排队的作业", "未结束的事件", "待结算的作业");
        assertThat(tiles.select(":contains(排队的作业)").text()).contains("最久已等");
        var incidents = browser.get("/status?show=incidents").document();
        assertThat(incidents.text()).contains(words);
        assertThat(browser.get("/to-dos")
                        .document()
                        .select(".atrium-desk__item:contains(" + pool.id() + ") a")
                        .attr("href"))
                .endsWith("/end");
    }

    @Test
    void aDeclinedOrWithdrawnRequestChangesNothing() {
        var path = asked("3000");
        var operator = house.browser(house.operator());
        operator.submit(operator.get(path), "form[action$=decision]", Map.of("end", "DECLINED", "reason", "本月没有容量"));
        assertThat(house.browser(firm).get(path).text()).contains("未同意", "本月没有容量");
        var again = asked("2500");
        var browser = house.browser(firm);
        var withdrawn = browser.submit(browser.get(again), "form[action$=withdrawal]", Map.of());
        assertThat(withdrawn.text()).contains("已撤回");
        assertThat(quotas.of(firm.organisation()).gpusMax()).isEqualTo(1_024);
    }

    @Test
    void refusesNonsenseAndASecondOpenRequest() {
        var browser = house.browser(firm);
        var same =
                browser.submit(browser.get("/quota"), "form[action='/quota']", Map.of("gpus", "1024", "reason", "x"));
        assertThat(same.status()).isEqualTo(422);
        assertThat(same.text()).contains("与现在的配额相同");
        var api = house.api(firm);
        assertThat(api.post("/api/v1/quota-requests", Map.of("gpus", 64))
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("QUOTA_REASON_LENGTH");
        var first = api.post("/api/v1/quota-requests", Map.of("gpus", 64, "reason", "less"));
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(api.post("/api/v1/quota-requests", Map.of("gpus", 128, "reason", "more"))
                        .status())
                .isEqualTo(409);
        var id = first.body().path("id").asString();
        assertThat(api.post("/api/v1/quota-requests/" + id + "/decision", Map.of("granted", true))
                        .status())
                .isEqualTo(403);
        var decided = house.api(house.operator())
                .post("/api/v1/quota-requests/" + id + "/decision", Map.of("granted", true, "reason", "ok"));
        assertThat(decided.body().path("state").asString()).isEqualTo("GRANTED");
        assertThat(api.post("/api/v1/quota-requests/" + id + "/withdrawal", Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(quotas.of(firm.organisation()).gpusMax()).isEqualTo(64);
    }

    @Test
    void othersFindNothing() {
        var path = asked("4000");
        var stranger = house.firmOwner();
        assertThat(house.browser(stranger).get(path).status()).isEqualTo(404);
        assertThat(house.browser(stranger).get("/quota").text()).doesNotContain("4,000");
        assertThat(house.browser(house.provider()).get(path).status()).isEqualTo(404);
        assertThat(house.api(stranger).get("/api/v1" + path).status()).isEqualTo(404);
        var withdrawal = house.api(stranger).post("/api/v1" + path + "/withdrawal", Map.of());
        assertThat(withdrawal.status()).isEqualTo(404);
        var engineer = house.browser(house.member(firm.organisation(), Role.FIRM_ENGINEER));
        assertThat(engineer.get(path).document().select("main form[action*=withdrawal]"))
                .isEmpty();
    }
}
