// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.appeal.ActCommands.Act;
import io.atrium.appeal.Office.Cast;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A meeting on the spot from its list to its end, on one page.
@AtriumTest
class MeetingsTest {

    @Autowired
    Office office;

    @Autowired
    House house;

    @Autowired
    BusinessClock clock;

    @Autowired
    WorkingCalendar calendar;

    private Cast cast;
    private Browser officer;

    @BeforeEach
    void aUnitHasNeeds() {
        cast = office.cast("SPACE");
        officer = house.browser(cast.officer());
    }

    private Browser.Page called(String day) {
        return officer.submit(
                officer.get("/appeal-meetings/new"),
                "form[action$='/appeal-meetings']",
                Map.of("title", "楼宇专场", "day", day, "place", "A 座大厅"));
    }

    @Test
    void needsAreChosenAnsweredAndPromisedOnThePageAndWhatIsOpenIsSaid() {
        var first = office.raise(cast, "一楼大厅漏水", false);
        var second = office.raise(cast, "二楼门禁失灵", false);
        var third = office.raise(cast, "三楼照明不足", false);
        office.act(cast.officer(), Act.SIGN, second);
        var page = called(clock.today().toString());
        assertThat(page.text()).contains("一楼大厅漏水", "三楼照明不足", "共 0 件");
        var nothing = officer.submit(page, "form[action$='/cases']", Map.of());
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.text()).contains("请勾选诉求，或填写编号");
        for (var id : new AppealId[] {first, second, third}) {
            page = officer.submit(page, "form[action$='/cases']", Map.of("appeals", id.value()));
        }
        assertThat(page.text()).contains("共 3 件：已答复 0 件、已承诺 0 件、未答复 3 件。");

        var meeting = page.path();
        var asking = officer.get(meeting + "?appeal=" + first + "&act=answer");
        var halfSaid = officer.submit(asking, "form[action$='/answer']", Map.of("words", "今天修好"));
        assertThat(halfSaid.status()).isEqualTo(422);
        assertThat(halfSaid.text()).contains("缺少依据或下一步", "今天修好");
        var answered = officer.submit(halfSaid, "form[action$='/answer']", Map.of("words", "今天修好", "next", "物业 17 点到"));
        assertThat(answered.text()).contains("已答复 1 件", "未答复 2 件", "今天修好");
        var promising = officer.get(meeting + "?appeal=" + second + "&act=plan");
        var noDay = officer.submit(promising, "form[action$='/plan']", Map.of("words", "换门禁"));
        assertThat(noDay.document().select("#errors a[href='#field-by']")).hasSize(1);
        var by = calendar.plusWorkingDays(clock.today(), 3).toString();
        var promised = officer.submit(noDay, "form[action$='/plan']", Map.of("words", "换门禁", "by", by));
        assertThat(promised.text()).contains("已答复 1 件、已承诺 1 件、未答复 1 件", by);

        var concluded = officer.submit(promised, "form[action$='/conclusion']", Map.of("summary", "照明由物业一周内测量"));
        assertThat(concluded.text()).contains("现场会已结束", "照明由物业一周内测量", "三楼照明不足", "未答复");
        assertThat(concluded.document().select("form[action$='/cases'], form[action$='/conclusion']"))
                .isEmpty();
        assertThat(officer.get("/appeal-meetings").text()).contains("已结束");
        assertThat(house.browser(cast.firm()).get("/appeals/" + first).text()).contains("今天修好");
    }

    @Test
    void itIsConcludedByItsHostFromItsDayOn() {
        var page = called(calendar.plusWorkingDays(clock.today(), 2).toString());
        var early = officer.submit(page, "form[action$='/conclusion']", Map.of());
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text()).contains("现场会还没有开");
        var other = house.browser(cast.above()).get(page.path());
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.document().select("form[action$='/conclusion']")).isEmpty();
    }

    @Test
    void whoSeesNoneOfItsNeedsSeesNoneAndFirmsDoNotSeeTheMeeting() {
        var id = office.raise(cast, "四楼空调漏水", false);
        var page = called(clock.today().toString());
        officer.submit(page, "form[action$='/cases']", Map.of("appeals", id.value()));
        assertThat(house.browser(cast.firm()).get(page.path()).status()).isEqualTo(403);
        var adviser = house.browser(house.resident(OrgKind.ADVISER, Role.ADVISER));
        var seen = adviser.get(page.path() + "?appeal=" + id + "&act=answer");
        assertThat(seen.text()).doesNotContain("四楼空调漏水");
        assertThat(seen.document().select("form[action$='/answer']")).isEmpty();
    }
}
