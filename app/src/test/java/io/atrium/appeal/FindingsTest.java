// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import static io.atrium.jooq.Tables.APPEAL;
import static io.atrium.jooq.Tables.APPEAL_FINDING;
import static io.atrium.jooq.Tables.APPEAL_FINDING_CASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.appeal.ActCommands.Act;
import io.atrium.appeal.Office.Cast;
import io.atrium.appeal.pattern.FindingState;
import io.atrium.appeal.pattern.FindingWatch;
import io.atrium.engine.meaning.pattern.Finding.Kind;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/// Findings from planted needs to the cause that a unit wrote down. The needs are planted once, some days back, in a
/// category that no other test uses; each test begins with the finding open.
@AtriumTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindingsTest {

    private static final String CATEGORY = "COMPLAINT";
    private static final String SINCE = "main a[href*='figure=TAKEN_IN']";
    private static final String BUILDING = "测试9号楼";

    /// What is asked on ordinary days, a different thing each time.
    private static final List<String> ORDINARY =
            List.of("想了解专利快速预审的条件", "请问食堂夏季营业时间", "员工落户材料怎么交", "停车月卡如何续费", "招聘会什么时候举办", "想预约路演厅");

    /// One thing, said in almost the same words, so that it is one cluster.
    private static final List<String> BURST =
            List.of("电梯今天又停运了，请尽快维修", "电梯又停运了，请尽快维修", "电梯停运了，请尽快来维修", "电梯今天停运了，请尽快维修", "电梯又停运，请尽快维修", "电梯再次停运了，请尽快维修");

    @Autowired
    Office office;

    @Autowired
    House house;

    @Autowired
    Appeals appeals;

    @Autowired
    FindingWatch watch;

    @Autowired
    BusinessClock clock;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    DSLContext database;

    private Cast cast;

    /// As the watch set it.
    private OffsetDateTime due;

    @BeforeAll
    void anOrdinaryTimeAndThenABurstAtOneBuilding() {
        cast = office.cast(CATEGORY);
        var today = clock.today();
        int number = 0;
        var firms = Stream.generate(house::firmOwner).limit(6).toList();
        for (var day = today.minusDays(90); day.isBefore(today.minusDays(9)); day = day.plusDays(1)) {
            if (calendar.isWorkingDay(day)) {
                var firm = firms.get(number % firms.size());
                plant(firm, ORDINARY.get(number % ORDINARY.size()), "另" + number % 3 + "号楼", day, false);
                number++;
            }
        }
        for (int i = 0; i < BURST.size(); i++) {
            plant(firms.get(i), BURST.get(i), BUILDING + " " + i + " 层", today.minusDays(10 + i % 2), i == 1);
        }
        watch.look();
        due = database.select(APPEAL_FINDING.DUE_AT)
                .from(APPEAL_FINDING)
                .where(APPEAL_FINDING.PLACE.eq(BUILDING))
                .fetchSingle(APPEAL_FINDING.DUE_AT);
    }

    @BeforeEach
    void theFindingIsOpen() {
        database.update(APPEAL_FINDING)
                .set(APPEAL_FINDING.STATE, FindingState.OPEN.name())
                .set(APPEAL_FINDING.DUE_AT, due)
                .setNull(APPEAL_FINDING.TAKEN_BY)
                .setNull(APPEAL_FINDING.TAKEN_AT)
                .setNull(APPEAL_FINDING.IS_ONE_CAUSE)
                .setNull(APPEAL_FINDING.CAUSE)
                .setNull(APPEAL_FINDING.DONE)
                .setNull(APPEAL_FINDING.CLOSED_BY)
                .setNull(APPEAL_FINDING.CLOSED_AT)
                .where(APPEAL_FINDING.PLACE.eq(BUILDING))
                .execute();
    }

    private void plant(Resident firm, String words, String place, LocalDate day, boolean isConfidential) {
        var need = Office.need(firm.organisation(), cast.category(), words, isConfidential);
        var id = appeals.raise(
                firm.actor(),
                new RaiseAppeal(
                        need.key(),
                        need.firm(),
                        need.channel(),
                        need.category(),
                        need.urgency(),
                        "",
                        words,
                        isConfidential,
                        "",
                        place,
                        null,
                        null,
                        List.of()));
        database.update(APPEAL)
                .set(
                        APPEAL.RAISED_AT,
                        day.atTime(10, 0)
                                .atZone(BusinessClock.ZONE)
                                .withZoneSameInstant(ZoneOffset.UTC)
                                .toOffsetDateTime())
                .where(APPEAL.ID.eq(id.value()))
                .execute();
    }

    private List<String> found() {
        return database.select(APPEAL_FINDING.ID)
                .from(APPEAL_FINDING)
                .where(APPEAL_FINDING.PLACE.eq(BUILDING))
                .fetch(APPEAL_FINDING.ID);
    }

    @Test
    void aBurstIsFoundOnceHoweverOftenTheWatchLooks() {
        assertThat(found()).hasSize(1);
        assertThat(watch.look()).isZero();
        watch.goOn();
        assertThat(found()).hasSize(1);
        var row = database.selectFrom(APPEAL_FINDING)
                .where(APPEAL_FINDING.ID.eq(found().getFirst()))
                .fetchSingle();
        assertThat(row.getKind()).isEqualTo(Kind.SAME_CAUSE.name());
        assertThat(row.getCategory()).isEqualTo(CATEGORY);
        assertThat(row.getUnitId()).isEqualTo(cast.officer().organisation().value());
        assertThat(row.getDueAt().toInstant()).isEqualTo(calendar.closing(calendar.plusWorkingDays(clock.today(), 5)));
        assertThat(database.fetchCount(APPEAL_FINDING_CASE, APPEAL_FINDING_CASE.FINDING_ID.eq(row.getId())))
                .isGreaterThanOrEqualTo(3);
        assertThat(house.browser(cast.officer()).get("/inbox").text()).contains(BUILDING, "像是同一个原因");
        assertThat(house.browser(cast.officer()).get("/").text()).contains(BUILDING);
    }

    @Test
    void aUnitSeesWhyTakesItOnAndWritesDownTheCause() {
        var path = "/appeal-findings/" + found().getFirst();
        var officer = house.browser(cast.officer());
        assertThat(officer.get("/appeal-findings").text()).contains(BUILDING, "同因诉求", "待认领");
        var page = officer.get(path);
        assertThat(page.text()).contains("家企业提出", "可能性", "共同用词", "认领并查找原因", "电梯", "测试组织");
        var taken = officer.submit(page, "form[action$='/acceptance']", Map.of());
        assertThat(taken.text()).contains("已认领", "查明原因并办结");
        var nothing = officer.submit(taken, "form[action$='/closure']", Map.of("cause", "控制柜老化"));
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.text()).contains("请选择结论", "控制柜老化");
        var halfSaid = officer.submit(
                nothing, "form[action$='/closure']", Map.of("result", "cause", "cause", "控制柜老化", "done", ""));
        assertThat(halfSaid.text()).contains("缺少采取的措施", "控制柜老化");
        var closed = officer.submit(
                halfSaid, "form[action$='/closure']", Map.of("result", "cause", "cause", "控制柜老化", "done", "物业已换控制柜"));
        assertThat(closed.text()).contains("发现已办结", "有共同原因", "控制柜老化", "物业已换控制柜");
        assertThat(officer.get("/appeal-findings?view=CLOSED").text()).contains(BUILDING);
        assertThat(house.browser(cast.officer()).in("en").get(path).text())
                .contains("One common cause", "What was done");
        watch.look();
        assertThat(found()).hasSize(1);
    }

    @Test
    void whatCameSinceIsCountedBesideItAndListed() {
        var officer = house.browser(cast.officer());
        var path = "/appeal-findings/" + found().getFirst();
        int before = since(officer.get(path));
        var later = office.raise(cast, BUILDING + "电梯又停了", false);
        database.update(APPEAL)
                .set(APPEAL.BUILDING, BUILDING)
                .where(APPEAL.ID.eq(later.value()))
                .execute();
        var page = officer.get(path);
        assertThat(page.text()).contains("此后同类", "不计入本发现");
        assertThat(since(page)).isEqualTo(before + 1);
        var list = officer.get(page.document().select(SINCE).attr("href"));
        assertThat(list.document().select("main tbody tr")).hasSize(before + 1);
        assertThat(list.document().select("a[href='/appeals/" + later + "']")).isNotEmpty();
        office.act(cast.firm(), Act.WITHDRAW, later, Map.of());
    }

    private static int since(Browser.Page page) {
        var count = page.document().select(SINCE).text().replaceAll("\\D", "");
        return count.isEmpty() ? 0 : Integer.parseInt(count);
    }

    @Test
    void confidentialCasesCountButAreShownToNobodyWhoMayNotSeeThem() {
        var id = found().getFirst();
        var outsider = house.browser(office.steward());
        var page = outsider.get("/appeal-findings/" + id);
        assertThat(page.text()).contains("其中 1 件您无权查看").doesNotContain(BURST.get(1), "共同用词：");
        assertThat(page.document().select("form[action$='/closure']")).isEmpty();
        var api = house.api(office.steward());
        var whole = api.get("/api/v1/appeal-findings/" + id).body();
        assertThat(whole.get("examples").size())
                .isEqualTo(whole.get("finding").get("cases").asInt() - 1);
        assertThat(whole.get("finding").get("reasons").get("terms").size()).isZero();
        assertThat(api.post("/api/v1/appeal-findings/" + id + "/closure", Map.of("one_cause", false, "cause", "x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void firmsAndUnitsThatSeeOnlyTheirsFindNothing() {
        var id = found().getFirst();
        assertThat(house.browser(cast.firm()).get("/appeal-findings").status()).isEqualTo(403);
        assertThat(house.api(cast.firm()).get("/api/v1/appeal-findings/" + id).status())
                .isEqualTo(house.api(cast.firm())
                        .get("/api/v1/appeal-findings/fnd_00000000000000000000000000")
                        .status())
                .isGreaterThanOrEqualTo(403);
        var adviser = house.api(house.resident(OrgKind.ADVISER, Role.ADVISER));
        assertThat(adviser.get("/api/v1/appeal-findings/" + id).status()).isEqualTo(404);
        assertThat(adviser.get("/api/v1/appeal-findings").text()).doesNotContain(id);
        assertThat(adviser.post("/api/v1/appeal-findings/" + id + "/acceptance", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoeverDispatchesMayCloseItAndASecondWordIsAConflict() {
        var path = "/api/v1/appeal-findings/" + found().getFirst();
        var operator = house.api(cast.operator());
        assertThat(operator.post(path + "/closure", Map.of("one_cause", false, "cause", "各楼层原因不同"))
                        .status())
                .isEqualTo(200);
        assertThat(operator.post(path + "/acceptance", Map.of()).status()).isEqualTo(409);
        assertThat(operator.get(path).text()).contains("各楼层原因不同", "CLOSED");
        assertThat(operator.get("/api/v1/appeal-findings?view=CLOSED&kind=SAME_CAUSE")
                        .text())
                .contains("各楼层原因不同");
    }

    @Test
    void whatIsOverdueIsToldToTheCommunityOnce() {
        var id = found().getFirst();
        database.update(APPEAL_FINDING)
                .set(
                        APPEAL_FINDING.DUE_AT,
                        clock.instant().minus(Duration.ofMinutes(1)).atOffset(ZoneOffset.UTC))
                .where(APPEAL_FINDING.ID.eq(id))
                .execute();
        watch.escalate();
        watch.escalate();
        var operator = house.browser(cast.operator());
        assertThat(operator.get("/appeal-findings/" + id).text()).contains("逾期，已报社区");
        assertThat(operator.get("/inbox").text().split(BUILDING + "的同因诉求", -1)).hasSize(2);
    }
}
