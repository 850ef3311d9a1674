// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import static io.atrium.jooq.Tables.APPEAL_ROUND_CONCLUSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.appeal.ActCommands.Act;
import io.atrium.appeal.Office.Cast;
import io.atrium.appeal.pattern.Rounds;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The monthly round: what did not end well, until somebody has done something about it.
@AtriumTest
class RoundsTest {

    @Autowired
    Office office;

    @Autowired
    House house;

    @Autowired
    Rounds rounds;

    @Autowired
    BusinessClock clock;

    @Autowired
    DSLContext database;

    private Cast cast;
    private String month;
    private String group;

    @BeforeEach
    void aNeedThatEndedBadlyAndOneThatEndedWell() {
        cast = office.cast("FILING");
        month = YearMonth.from(clock.today()).toString();
        rate("2", "false");
        rate("5", "true");
        group = "/appeal-findings/round/group?month=" + month + "&unit="
                + cast.officer().organisation() + "&category=FILING";
    }

    private void rate(String rating, String resolved) {
        var id = office.answered(cast);
        office.act(cast.firm(), Act.ACCEPT, id, Map.of("rating", rating, "resolved", resolved, "words", "还是没办成"));
    }

    @Test
    void aGroupIsDiscussedConcludedTakenUpAndDone() {
        var officer = house.browser(cast.officer());
        var list = officer.get("/appeal-findings/round?month=" + month);
        var row = list.document()
                .select("tr:contains(备案与合规):has(a[href*='" + cast.officer().organisation() + "'])");
        assertThat(row.text()).contains("待会诊", "1");
        int groups = list.document().select("main tbody tr").size();
        int cases = list.document().select("main tbody tr td:nth-child(3)").stream()
                .mapToInt(cell -> Integer.parseInt(cell.text()))
                .sum();
        assertThat(list.text()).contains(groups + " 组，共 " + cases + " 件诉求");
        var page = officer.get(group);
        assertThat(page.text()).contains("会诊并作出结论", "会议室空调坏了三天");
        var wrong = officer.submit(page, "form[action$='/conclusion']", Map.of("conclusion", "口径不一", "by", "soon"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("口径不一");
        var responsible = cast.above().organisation().value();
        var late = officer.submit(
                wrong,
                "form[action$='/conclusion']",
                Map.of(
                        "conclusion",
                        "口径不一",
                        "responsible",
                        responsible,
                        "by",
                        clock.today().minusDays(1).toString()));
        assertThat(late.text()).contains("期限不合适");
        var concluded = officer.submit(
                late,
                "form[action$='/conclusion']",
                Map.of(
                        "conclusion",
                        "口径不一",
                        "responsible",
                        responsible,
                        "by",
                        clock.today().plusDays(20).toString()));
        assertThat(concluded.text()).contains("会诊结论已作出", "按结论落实", "口径不一");
        assertThat(concluded.document().select("form[action$='/completion']")).isEmpty();
        var above = house.browser(cast.above());
        assertThat(above.get("/inbox").text()).contains("会诊有了结论");
        var done = above.submit(above.get(group), "form[action$='/completion']", Map.of("done", "已统一答复口径"));
        assertThat(done.text()).contains("已落实", "已统一答复口径");
        assertThat(above.in("en").get(group).text()).contains("Conclusion", "Done");
        assertThat(officer.get("/appeal-findings/round?month=" + month).text()).contains("口径不一");
    }

    @Test
    void whatIsDueIsRemindedOfOnceAndOverdueIsToldToTheCommunityOnce() {
        conclude();
        moveDue(clock.instant().plus(Duration.ofHours(1)));
        rounds.sweep();
        rounds.sweep();
        assertThat(house.browser(cast.officer()).get("/inbox").text().split("会诊结论即将到期", -1))
                .hasSize(2);
        moveDue(clock.instant().minus(Duration.ofHours(1)));
        rounds.sweep();
        var told = database.select(APPEAL_ROUND_CONCLUSION.ESCALATED_AT)
                .from(APPEAL_ROUND_CONCLUSION)
                .where(APPEAL_ROUND_CONCLUSION.UNIT_ID.eq(
                        cast.officer().organisation().value()))
                .fetchSingle()
                .value1();
        rounds.sweep();
        assertThat(told).isNotNull();
        assertThat(house.browser(cast.operator()).get("/inbox").text()).contains("会诊结论逾期未落实");
    }

    private void conclude() {
        var answer = house.api(cast.officer())
                .post(
                        "/api/v1/appeal-rounds/conclusions",
                        Map.of(
                                "month",
                                month,
                                "unit",
                                cast.officer().organisation().value(),
                                "category",
                                "FILING",
                                "conclusion",
                                "口径不一",
                                "responsible",
                                cast.officer().organisation().value(),
                                "by",
                                clock.today().plusDays(20).toString()));
        assertThat(answer.status()).isEqualTo(200);
    }

    private void moveDue(Instant due) {
        database.update(APPEAL_ROUND_CONCLUSION)
                .set(APPEAL_ROUND_CONCLUSION.DUE_AT, due.atOffset(ZoneOffset.UTC))
                .where(APPEAL_ROUND_CONCLUSION.UNIT_ID.eq(
                        cast.officer().organisation().value()))
                .execute();
    }

    @Test
    void programsReadConcludeAndComplete() {
        conclude();
        var api = house.api(cast.officer());
        var body = Map.of(
                "month", month, "unit", cast.officer().organisation().value(), "category", "FILING", "done", "已改");
        assertThat(api.post("/api/v1/appeal-rounds/completions", body).status()).isEqualTo(200);
        assertThat(api.post("/api/v1/appeal-rounds/completions", body).status()).isEqualTo(409);
        assertThat(api.get("/api/v1/appeal-rounds?month=" + month).text()).contains("口径不一", "已改");
        assertThat(api.get("/api/v1/appeal-rounds?month=2026-13").status()).isEqualTo(400);
        assertThat(api.post("/api/v1/appeal-rounds/conclusions", Map.of("month", month))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void othersNeitherSeeNorConclude() {
        assertThat(house.browser(cast.firm()).get("/appeal-findings/round").status())
                .isEqualTo(403);
        assertThat(house.browser(cast.firm()).get(group).status()).isEqualTo(403);
        var adviser = house.resident(OrgKind.ADVISER, Role.ADVISER);
        assertThat(house.browser(adviser).get(group).status()).isEqualTo(404);
        assertThat(house.api(adviser)
                        .get("/api/v1/appeal-rounds?month=" + month)
                        .text())
                .doesNotContain(cast.officer().organisation().value());
        var other = house.api(office.steward());
        var body = Map.of(
                "month",
                month,
                "unit",
                cast.officer().organisation().value(),
                "category",
                "FILING",
                "conclusion",
                "x",
                "responsible",
                cast.officer().organisation().value(),
                "by",
                clock.today().plusDays(1).toString());
        assertThat(other.post("/api/v1/appeal-rounds/conclusions", body).status())
                .isEqualTo(403);
        assertThat(house.browser(office.steward()).get(group).document().select("form[action$='/conclusion']"))
                .isEmpty();
    }
}
