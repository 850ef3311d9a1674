// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import static io.atrium.premises.Site.step;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.premises.Site.Cast;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Buildings, rooms and moves as people meet them, with scripts off; in both languages.
@AtriumTest
class PremisesPagesTest {

    @Autowired
    Site site;

    @Autowired
    House house;

    @Autowired
    Moves moves;

    @Autowired
    BusinessClock clock;

    private Cast cast;

    @BeforeEach
    void aBuilding() {
        cast = site.cast();
    }

    private String building() {
        return "/buildings/" + cast.building();
    }

    @Test
    void theOperatorAddsABuildingAFloorAndARoom() {
        var browser = house.browser(house.operator());
        var form = browser.get("/buildings");
        var wrong = browser.submit(form, "form[action='/buildings']", Map.of("name", "示例9号楼", "address", ""));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("地址为空或太长");
        var added = browser.submit(wrong, "form[action='/buildings']", Map.of("address", "示例路9号"));
        assertThat(added.text()).contains("楼宇已新增", "承办单位");
        var noFloor = browser.submit(added, "form[action$='/floors']", Map.of("new-floor", "零"));
        assertThat(noFloor.text()).contains("没有 0 层");
        var floor = browser.submit(noFloor, "form[action$='/floors']", Map.of("new-floor", "B1"));
        assertThat(floor.text()).contains("楼层已新增");
        var noRoom = browser.submit(
                floor, "form[action$='/rooms']", Map.of("number", "B101", "area", "12.345", "seats", "0"));
        assertThat(noRoom.text()).contains("最多两位小数", "1 到 9999 的整数");
        var room = browser.submit(
                noRoom, "form[action$='/rooms']", Map.of("number", "B101", "area", "1,012.5", "seats", "60"));
        assertThat(room.text()).contains("房间已新增");
        var shown = browser.get(added.path().replace("/keeping", ""));
        assertThat(shown.text()).contains("地下 1 层", "B101", "1,012.5", "空置");
        assertThat(browser.in("en").get(shown.path()).text()).contains("Basement 1", "Free", "Run by");
    }

    @Test
    void aFileIsRefusedWithEveryBadRowAndTakenInWhole() {
        var browser = house.browser(cast.operator());
        var form = browser.get("/buildings/import");
        assertThat(form.text()).contains("楼宇（必填）", "例如 3、-1 或 B1");
        var bad = "楼宇,楼层,房间号,面积,工位\n示例8号楼,1,801,0,5\n";
        var refused = browser.upload(form, "form[action='/buildings/import']", "file", "r.csv", bad.getBytes(UTF_8));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("没有导入", "面积", "请填大于 0", "系统中没有任何改动");
        var good = "building,address,floor,room,area,seats\n示例8号楼,示例路8号,1,801,20.5,5\n";
        var taken = browser.upload(refused, "form[action='/buildings/import']", "file", "r.csv", good.getBytes(UTF_8));
        assertThat(taken.path()).isEqualTo("/buildings");
        assertThat(taken.text()).contains("已导入 1 间房间", "示例8号楼");
    }

    @Test
    void theStaffSeeWhoSitsWhereAndWhoLeft() {
        site.seat(cast, cast.room(1));
        var operator = house.browser(cast.operator());
        var taken = operator.get(building());
        assertThat(taken.text()).contains(cast.firm().actor().organisationName(), "已入驻", "3 间，空置 2 间");
        var room = operator.get("/rooms/" + cast.room(1));
        assertThat(room.text()).contains("在驻", "登记企业已离开");
        var wrong = operator.submit(room, "form[action$='/ending']", Map.of("until", ""));
        assertThat(wrong.text()).contains("请选择日期");
        var left = operator.submit(
                wrong, "form[action$='/ending']", Map.of("until", clock.today().toString()));
        assertThat(left.text()).contains("房间空置", cast.firm().actor().organisationName());
        var next = house.firmOwner();
        var unknown = operator.submit(
                left,
                "form[action$='/occupancies']",
                Map.of("firm", "没有的企业", "since", clock.today().toString()));
        assertThat(unknown.text()).contains("没有找到唯一的企业");
        var seated = operator.submit(
                unknown,
                "form[action$='/occupancies']",
                Map.of(
                        "firm",
                        next.organisation().value(),
                        "since",
                        clock.today().toString()));
        assertThat(seated.text()).contains("入驻记录已登记", next.actor().organisationName());
        var changed = operator.submit(seated, "form[action$='/size']", Map.of("area", "99.5", "seats", "18"));
        assertThat(changed.text()).contains("99.5 m²", "房间信息已更正");
        for (var reader : List.of(cast.steward(), cast.officer(), house.auditor())) {
            assertThat(house.browser(reader).get(building()).text())
                    .contains(next.actor().organisationName());
        }
        var rooms = "/firms/" + next.organisation() + "/rooms";
        assertThat(house.browser(cast.officer()).get(rooms).text()).contains("301");
    }

    @Test
    void aFirmMovesInWithOneFormAndFollowsItOnOnePage() {
        var firm = house.browser(cast.firm());
        var room = firm.get("/rooms/" + cast.room(1));
        var href = room.document().select("a[href^='/moves/new']").attr("href");
        var form = firm.get(href);
        assertThat(form.text()).contains("减环节", "减少 33%", "暂定", "国办发〔2025〕24号", "交房", "营业执照");
        assertThat(form.document().select("input[name=rooms][checked]").eachAttr("value"))
                .containsExactly(cast.room(1).value());
        var wrong = firm.submit(form, "form[action='/moves']", Map.of("wanted", "", "contact", "张三"));
        assertThat(wrong.text()).contains("请选择日期");
        assertThat(wrong.document().select("input[name=rooms][checked]")).hasSize(1);
        var begun = firm.submit(
                wrong,
                "form[action='/moves']",
                Map.of("wanted", clock.today().toString(), "contact", "张三 021-5555 0100"));
        assertThat(begun.text()).contains("办件已发起", "已办结 0 步，共 6 步", "等待：选房与签约", "截止");
        assertThat(house.browser(cast.officer()).get("/").text()).contains("到驻政策核对");
        var unit = house.browser(cast.officer());
        var noWords = unit.submit(
                unit.get(begun.path()), "form[action*='/move-steps/']", Map.of("act-ENTITLEMENT", "RETURN"));
        assertThat(noWords.text()).contains("说明为空或太长");
        var returned = unit.submit(noWords, "form[action*='/move-steps/']", Map.of("words-ENTITLEMENT", "缺执照"));
        assertThat(returned.text()).contains("已退回企业", "缺执照");
        assertThat(firm.get("/").text()).contains("需要补正：到驻政策核对");
        assertThat(firm.get("/inbox").text()).contains("缺执照");
        var answered =
                firm.submit(firm.get(begun.path()), "form[action*='/move-steps/']", Map.of("words-ENTITLEMENT", "已上传"));
        assertThat(answered.text()).contains("补正已提交");
        var steward = house.browser(cast.steward());
        var confirmed =
                steward.submit(steward.get(begun.path()), "form[action*='/move-steps/']", Map.of("words-ROOM", "合同已签"));
        assertThat(confirmed.text()).contains("步骤已办结", "合同已签", "已办结 1 步");
        var english = firm.in("en").get(begun.path());
        assertThat(english.text()).contains("Fire safety and fit-out", "Waits for: ", "In work", "Moving in");
        assertThat(firm.get("/moves").text()).contains("1 of 6 steps done");
        assertThat(firm.get("/inbox").text()).contains("The step “Room and contract” is done");
        assertThat(firm.get("/my-rooms").text()).contains("Reserved");
        var withdrawn = firm.submit(firm.get(begun.path()), "form[action$='/withdrawal']", Map.of("reason", "改期"));
        assertThat(withdrawn.text()).contains("Withdrawn because: 改期");
    }

    @Test
    void papersAreHandedInAndIssuedOnThePages() {
        var firm = house.browser(cast.firm());
        var form = firm.get("/moves/new?kind=IN&building=" + cast.building());
        var answers = Map.of(
                "wanted",
                clock.today().toString(),
                "contact",
                "张三",
                "rooms",
                cast.room(1).value());
        var wrong = firm.upload(form, "form[action='/moves']", answers, "papers", "执照.pdf", "MZ".getBytes(UTF_8));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("“执照.pdf”不是 PDF、PNG 或 JPEG");
        var licence = "%PDF-1.7 licence".getBytes(UTF_8);
        var begun = firm.upload(wrong, "form[action='/moves']", "papers", "执照.pdf", licence);
        assertThat(begun.text()).contains("办件已发起", "执照.pdf", "申请表");
        var unit = house.browser(cast.officer());
        var paper = unit.get(begun.path()).document().expectFirst("a[href*='/papers/']");
        assertThat(unit.get(paper.attr("href")).text()).isEqualTo("%PDF-1.7 licence");
        var words = Map.of("words-ENTITLEMENT", "可享受两项");
        var result = "%PDF-1.7 result".getBytes(UTF_8);
        var done = unit.upload(
                unit.get(begun.path()),
                "form[action*='/move-steps/']",
                words,
                "papers-ENTITLEMENT",
                "核对结果.pdf",
                result);
        assertThat(done.text()).contains("步骤已办结", "核对结果.pdf", "到驻政策核对，");
        assertThat(firm.in("en").get(begun.path()).text()).contains("Papers", "核对结果.pdf");
        var api = house.api(cast.firm());
        var papers = api.get("/api/v1" + begun.path() + "/papers").body().at("/items");
        assertThat(papers.at("/0/step").isNull() || papers.at("/0/step").isMissingNode())
                .isTrue();
        assertThat(papers.at("/1/step").asString()).isEqualTo("ENTITLEMENT");
        var content = "/api/v1" + begun.path() + "/papers/" + papers.at("/1/id").asString();
        assertThat(api.get(content).text()).isEqualTo("%PDF-1.7 result");
        var other = house.firmOwner();
        for (var path : List.of("/papers", "/papers/" + papers.at("/0/id").asString())) {
            assertThat(house.api(other).get("/api/v1" + begun.path() + path).status())
                    .isEqualTo(404);
        }
        assertThat(house.browser(other).get(paper.attr("href")).status()).isEqualTo(404);
    }

    @Test
    void aFirmMovesOutAndOverdueIsSaidInWords() {
        site.seat(cast, cast.room(1));
        var firm = house.browser(cast.firm());
        var form = firm.get("/moves/new?kind=OUT");
        var begun = firm.submit(
                form,
                "form[action='/moves']",
                Map.of(
                        "wanted",
                        clock.today().toString(),
                        "contact",
                        "张三",
                        "rooms",
                        cast.room(1).value()));
        assertThat(begun.text()).contains("退租一件事", "交房查验");
        assertThat(house.browser(cast.operator()).get(building()).text()).contains("将退租", "计划");
        assertThat(firm.get("/moves/new?kind=OUT").text()).contains("没有可以退租的房间");
        clock.advance(Duration.ofDays(20));
        moves.sweep();
        moves.sweep();
        assertThat(house.browser(cast.steward()).get("/").text()).contains("交房查验", "逾期");
        assertThat(firm.get(begun.path()).text()).contains("逾期");
        var inbox = firm.get("/inbox").text();
        assertThat(inbox).contains("步骤“交房查验”已逾期");
        assertThat(inbox.indexOf("步骤“交房查验”已逾期")).isEqualTo(inbox.lastIndexOf("步骤“交房查验”已逾期"));
    }

    @Test
    void aStewardStartsAMoveForAFirm() {
        var steward = house.browser(cast.steward());
        var choose = steward.get("/moves/new?kind=IN");
        var unknown = steward.get("/moves/new?kind=IN&firm=nobody&building=" + cast.building());
        assertThat(unknown.text()).contains("没有找到唯一的企业");
        assertThat(choose.text()).contains("先选楼宇");
        var firm = cast.firm().organisation();
        var form = steward.get("/moves/new?kind=IN&firm=" + firm + "&building=" + cast.building());
        var begun = steward.submit(
                form,
                "form[action='/moves']",
                Map.of("wanted", clock.today().toString(), "contact", "李四", "wish-seats", "30"));
        assertThat(begun.text()).contains("需要的工位", "30");
        assertThat(house.browser(cast.firm()).get("/moves").text()).contains("入驻一件事");
        assertThat(steward.get("/moves/figures").text()).contains("一件事改革成效", "改革前", "减少");
        assertThat(steward.in("en").get("/moves/figures").text()).contains("Before", "33% less", "assumed");
    }

    @Test
    void anotherFirmFindsNothingOnPagesAndInTheApi() {
        site.seat(cast, cast.room(1));
        var move = site.start(cast, MoveKind.IN, cast.room(2));
        site.finish(cast, move, List.of("ROOM"));
        var other = house.firmOwner();
        var name = cast.firm().actor().organisationName();
        var stranger = house.browser(other);
        var shown = stranger.get(building());
        assertThat(shown.document().select("a[href^='/rooms/']").eachText()).containsExactly("303");
        assertThat(shown.text()).doesNotContain(name);
        for (var path : List.of(
                "/rooms/" + cast.room(1),
                "/rooms/" + cast.room(2),
                "/moves/" + move.id(),
                "/firms/" + cast.firm().organisation() + "/rooms")) {
            assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
        }
        for (var path : List.of(building() + "/keeping", "/buildings/import")) {
            assertThat(stranger.get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(stranger.get("/moves").text()).doesNotContain(name);
        assertThat(stranger.get("/my-rooms").text()).contains("还没有入驻记录");
        var api = house.api(other);
        for (var path : List.of("/rooms/" + cast.room(1), "/rooms/" + cast.room(2), "/moves/" + move.id())) {
            assertThat(api.get("/api/v1" + path).status()).as(path).isEqualTo(404);
        }
        assertThat(api.get("/api/v1/moves").text()).doesNotContain(move.id().value());
        assertThat(api.get("/api/v1" + building()).text())
                .contains(cast.room(3).value())
                .doesNotContain(
                        cast.room(1).value(),
                        cast.room(2).value(),
                        cast.firm().organisation().value());
        assertThat(api.get("/api/v1/buildings").body().at("/items/0/rooms").isMissingNode())
                .isTrue();
        var step = "/api/v1/move-steps/" + step(move, "NETWORK").id() + "/acts";
        assertThat(api.post(step, Map.of("act", "FINISH")).status()).isEqualTo(404);
        var bank = house.browser(house.resident(OrgKind.BANK, Role.BANK_STAFF));
        for (var path : List.of("/buildings", building(), "/moves", "/moves/figures", "/moves/new", "/my-rooms")) {
            assertThat(bank.get(path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void aProgramStartsAMoveAndItsUnitsGoOn() {
        var api = house.api(cast.firm());
        var body = Map.of(
                "kind",
                "IN",
                "building",
                cast.building().value(),
                "rooms",
                List.of(cast.room(1).value()),
                "wanted_on",
                clock.today().toString(),
                "contact",
                "张三");
        var started = api.post("/api/v1/moves", "premises-once-" + cast.building(), body);
        assertThat(started.status()).isEqualTo(201);
        var again = api.post("/api/v1/moves", "premises-once-" + cast.building(), body);
        assertThat(again.body().at("/id")).isEqualTo(started.body().at("/id"));
        assertThat(started.body().at("/steps/2/waits_for/0").asString()).isEqualTo("ROOM");
        assertThat(api.get("/api/v1/moves?state=RUNNING&kind=IN").body().at("/items"))
                .hasSize(1);
        var act = "/api/v1/move-steps/" + started.body().at("/steps/0/id").asString() + "/acts";
        assertThat(api.post(act, Map.of("act", "FINISH")).status()).isEqualTo(403);
        assertThat(house.api(cast.steward()).post(act, Map.of()).status()).isEqualTo(400);
        var done = house.api(cast.steward()).post(act, Map.of("act", "FINISH"));
        assertThat(done.body().at("/state").asString()).isEqualTo("DONE");
        var room = api.get("/api/v1/rooms/" + cast.room(1));
        assertThat(room.body().at("/room/state").asString()).isEqualTo("RESERVED");
        assertThat(house.api(cast.officer())
                        .get("/api/v1/rooms/" + cast.room(1))
                        .text())
                .contains(cast.firm().organisation().value());
        var withdrawal = "/api/v1/moves/" + started.body().at("/id").asString() + "/withdrawal";
        assertThat(api.post(withdrawal, Map.of("reason", "改期"))
                        .body()
                        .at("/state")
                        .asString())
                .isEqualTo("WITHDRAWN");
        var figures = api.get("/api/v1/move-figures");
        assertThat(figures.body().at("/items/0/before_is_assumed").asBoolean()).isTrue();
    }
}
