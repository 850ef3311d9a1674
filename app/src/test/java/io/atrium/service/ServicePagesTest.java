// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.clock.BusinessClock;
import io.atrium.service.Round.Cast;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Stewards and visits as people meet them, with scripts off; in both languages.
@AtriumTest
class ServicePagesTest {

    @Autowired
    Round round;

    @Autowired
    House house;

    @Autowired
    Stewards stewards;

    @Autowired
    BusinessClock clock;

    private Cast cast;

    @BeforeEach
    void aFirmHasASteward() {
        cast = round.cast();
    }

    private Map<String, String> note(String words, String category) {
        return Map.of(
                "firm",
                cast.firm().organisation().value(),
                "day",
                clock.today().toString(),
                "met",
                "总经理",
                "said",
                "谈了场地",
                "need-1-words",
                words,
                "need-1-category",
                category);
    }

    @Test
    void theOperatorGivesAFirmToAnotherStewardAndTheFirmSeesWhomToCall() {
        stewards.tellContact(cast.other().actor(), Round.key(), "021-5555 0199");
        var operator = house.browser(cast.operator());
        assertThat(operator.get("/stewards").text()).contains("服务管家分派", "021-5555 0199");
        var path = "/my-firms/" + cast.firm().organisation();
        var wrong = operator.submit(operator.get(path), "form[action='/steward-assignments']", Map.of("reason", "调岗"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("请选择服务管家");
        var given = operator.submit(
                operator.get(path),
                "form[action='/steward-assignments']",
                Map.of("steward", cast.other().actor().person().value(), "reason", "调岗"));
        assertThat(given.path()).isEqualTo(path);
        assertThat(given.text()).contains("已分派 1 家企业", "原因：调岗", "原因：首次分派");
        var firm = house.browser(cast.firm());
        assertThat(firm.get("/").text()).contains("服务管家", "021-5555 0199");
        assertThat(firm.get("/my-steward").text()).contains("021-5555 0199", "提出诉求");
        assertThat(firm.in("en").get("/my-steward").text()).contains("Your steward", "Raise an appeal");
    }

    @Test
    void aStewardSeesWhoNeedsSomethingAndFilters() {
        round.plan(cast, 0);
        var browser = house.browser(cast.steward());
        assertThat(browser.get("/my-firms").text()).contains("没有走访过", "在办诉求", "我的联系方式", "截止");
        assertThat(browser.get("/my-firms?need=NO_PLAN").text()).contains("没有符合");
        assertThat(browser.get("/my-firms?need=LONG_WITHOUT_VISIT").text()).contains("没有走访过");
        assertThat(browser.get("/").text()).contains("了解用工需求");
        var saved = browser.submit(
                browser.get("/my-firms"), "form[action='/steward-contacts']", Map.of("contact", "021-5555 0101"));
        assertThat(saved.text()).contains("联系方式已保存");
    }

    @Test
    void aVisitIsPlannedCalledOffAndTheFirmIsTold() {
        var browser = house.browser(cast.steward());
        var form = browser.get("/visit-plans/new?firm=" + cast.firm().organisation());
        var wrong = browser.submit(form, "form[action='/visit-plans']", Map.of("day", "", "purpose", "了解用工"));
        assertThat(wrong.text()).contains("请选择日期");
        var planned = browser.submit(
                wrong,
                "form[action='/visit-plans']",
                Map.of("day", clock.today().plusDays(2).toString()));
        assertThat(planned.text()).contains("走访计划已制定", "待走访", "了解用工");
        assertThat(house.browser(cast.firm()).get("/").text()).contains("上门走访：了解用工");
        var off = browser.submit(planned, "form[action$='/cancellation']", Map.of("reason", "企业改期"));
        assertThat(off.text()).contains("已取消", "企业改期");
        assertThat(house.browser(cast.firm()).get("/inbox").text()).contains("取消了", "企业改期");
    }

    @Test
    void aNotePostsWithoutScriptsAndItsNeedIsAnAppeal() {
        var browser = house.browser(cast.steward());
        var form = browser.get("/visits/new");
        var wrong = browser.submit(form, "form[action='/visits']", note("缺会议室", ""));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("请选择需求 1 的分类", "缺会议室");
        var sent = browser.submit(wrong, "form[action='/visits']", note("缺会议室", "OTHER"));
        assertThat(sent.text()).contains("走访记录已提交", "缺会议室", "Q-");
        var firm = house.browser(cast.firm());
        assertThat(firm.get(sent.path()).text()).contains("谈了场地", "缺会议室");
        assertThat(firm.get("/appeals").text()).contains("缺会议室");
        assertThat(browser.get("/visits?show=done").text()).contains("登记诉求 1 件");
        assertThat(browser.get("/visits/new?needs=10").document().select("[data-need]"))
                .hasSize(10);
    }

    @Test
    void aNoteSentByTheScriptIsTakenInOnceAndRefusedInWords() {
        var browser = house.browser(cast.steward());
        var page = browser.get("/visits/new");
        var refused = browser.post(page, "form[data-visit-note]", "/visit-deliveries", note("缺会议室", "NOTHING"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("\"state\":\"refused\"", "分类");
        var first = browser.post(page, "form[data-visit-note]", "/visit-deliveries", note("缺会议室", "OTHER"));
        var again = browser.post(page, "form[data-visit-note]", "/visit-deliveries", note("缺会议室", "OTHER"));
        assertThat(first.text()).contains("\"state\":\"sent\"", "/visits/vis_").isEqualTo(again.text());
        var worker = browser.get("/visits/worker.js");
        assertThat(worker.status()).isEqualTo(200);
    }

    @Test
    void anotherFirmFindsNothing() {
        var api = house.api(cast.steward());
        var firm = cast.firm().organisation().value();
        var note = Map.of(
                "firm",
                firm,
                "visited_on",
                clock.today().toString(),
                "met",
                "总经理",
                "said",
                "保密",
                "needs",
                List.of(Map.of("category", "OTHER", "words", "缺会议室")));
        var visit = api.post("/api/v1/visits", note);
        assertThat(visit.status()).isEqualTo(201);
        var id = visit.body().get("id").asString();
        var plan = round.plan(cast, 1);
        var stranger = house.browser(house.firmOwner());
        assertThat(stranger.get("/visits/" + id).status()).isEqualTo(404);
        assertThat(stranger.get("/visit-plans/" + plan).status()).isEqualTo(404);
        assertThat(stranger.get("/my-firms/" + firm).status()).isEqualTo(404);
        assertThat(stranger.get("/my-firms").status()).isEqualTo(403);
        assertThat(stranger.get("/visits").status()).isEqualTo(403);
        assertThat(stranger.get("/visits/new").status()).isEqualTo(403);
        assertThat(stranger.get("/stewards").status()).isEqualTo(403);
        var others = house.api(house.firmOwner());
        assertThat(others.get("/api/v1/visits/" + id).status()).isEqualTo(404);
        assertThat(others.get("/api/v1/my-firms/" + firm + "/stewards").status())
                .isEqualTo(404);
        assertThat(others.get("/api/v1/visits").text()).doesNotContain(id);
        assertThat(others.get("/api/v1/visit-plans").text()).doesNotContain(plan.value());
        assertThat(api.get("/api/v1/my-firms").text()).contains(firm);
        assertThat(house.api(cast.firm()).get("/api/v1/visits").text()).contains(id);
    }
}
