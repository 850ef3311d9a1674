// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import static io.atrium.jooq.Tables.COMPANY;
import static io.atrium.jooq.Tables.CORRECTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.calendar.Deadline;
import io.atrium.kernel.calendar.DeadlineUnit;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
@Tag("ADM-2")
@Tag("ADM-3")
class CalendarPagesTest {

    private static final Deadline TEN_DAYS = new Deadline(10, DeadlineUnit.WORKING_DAY);

    @Autowired
    House house;

    @Autowired
    DSLContext database;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    BusinessClock clock;

    private Resident author;
    private Resident reviewer;

    @BeforeEach
    void people() {
        author = house.resident(OrgKind.COMMUNITY, Role.ADMINISTRATOR);
        reviewer = house.operator();
    }

    @Test
    void draftShowsWhichDeadlinesMoveAndASecondPersonPublishesIt() {
        var today = clock.today();
        var day = calendar.plusWorkingDays(today, 5);
        var correction = openCorrection();
        var before = dueOf(correction);
        var writing = house.browser(author);
        var draft = withHoliday(writing, newDraft(writing, day.getYear()), day);
        assertThat(draft.text()).contains("草稿", "工作日 → 节假日", "个未到期的期限将随之变化", "测试企业 " + correction);

        var own = writing.submit(draft, "form[action$=/review]", Map.of());
        assertThat(own.text()).contains("待复核").doesNotContain("生效日期 从这一天起");
        assertThat(own.document().select("form[action$=/publication]")).isEmpty();

        var reading = house.browser(reviewer);
        var published = reading.submit(
                reading.get(own.path()), "form[action$=/publication]", Map.of("effectiveOn", today.toString()));
        try {
            assertThat(published.text()).contains("已发布");
            assertThat(calendar.isWorkingDay(day)).isFalse();
            assertThat(dueOf(correction)).isAfter(before);
            assertThat(dueOf(correction)).isEqualTo(TEN_DAYS.dueAfter(startOf(correction), calendar));
            assertThat(reading.get("/calendars/" + day.getYear()).text()).contains("测试节", "历次版本", "以此版本新建草稿");
        } finally {
            goBack(day);
        }
        assertThat(calendar.isWorkingDay(day)).isTrue();
    }

    /// A rollback is a new version, made by the other of the two.
    private void goBack(LocalDate day) {
        var writing = house.browser(reviewer);
        var draft = newDraft(writing, day.getYear());
        var removed = writing.submit(draft, "form:has(input[name=day][value=" + day + "])", Map.of());
        var handedIn = writing.submit(removed, "form[action$=/review]", Map.of());
        var reading = house.browser(author);
        reading.submit(
                reading.get(handedIn.path()),
                "form[action$=/publication]",
                Map.of("effectiveOn", clock.today().toString()));
    }

    @Test
    void wrongAnswersComeBackWithWhatWasTyped() {
        var browser = house.browser(author);
        var draft = newDraft(browser, 2024);
        var answers = Map.of("nameZh", "测试节", "nameEn", "", "first", "2024-03-05", "last", "2024-03-01");
        var page = browser.submit(draft, "form[action$=/holidays]", answers);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("最后一天早于第一天", "请填写，不超过 60 个字");
        assertThat(page.document().select("input[name=nameZh]").val()).isEqualTo("测试节");
        var twice = browser.submit(page, "form[action$=/workdays]", Map.of("day", "2024-02-04"));
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.text()).contains("这一天已在列表中");
        var unchanged = browser.submit(draft, "form[action$=/review]", Map.of());
        assertThat(unchanged.text()).contains("草稿没有差异");
        browser.submit(browser.get(draft.path()), "form[action$=/discard]", Map.of());
    }

    @Test
    @Tag("ERR-3")
    void anOvertakenSourceIsShownBesideTheTypedOneAndAReviewerLetsOnlyCountWhatTheySaw() {
        var writing = house.browser(author);
        var draft = newDraft(writing, 2024);
        var typed = Map.of("issuer", "甲机关", "title", "甲通知", "number", "甲1号", "dated", "2022-12-08");
        writing.submit(draft, "form[action$=/source]", typed);
        var both = house.browser(reviewer);
        var stale = both.get(draft.path());
        stale.document()
                .expectFirst("form[action$=/source] input[name=seen]")
                .val(draft.document()
                        .expectFirst("form[action$=/source] input[name=seen]")
                        .val());
        var overtaken = both.submit(stale, "form[action$=/source]", Map.of("issuer", "乙机关"));
        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(overtaken
                        .document()
                        .select(".atrium-conflict tr:nth-child(1) td")
                        .eachText())
                .containsExactly("甲机关", "乙机关");
        assertThat(both.submit(overtaken, "form[action$=/source]", Map.of()).text())
                .contains("乙机关");

        var handedIn = writing.submit(
                withHoliday(writing, writing.get(draft.path()), LocalDate.of(2024, 3, 1)),
                "form[action$=/review]",
                Map.of());
        var reviewed = both.get(handedIn.path());
        var again = writing.submit(writing.get(handedIn.path()), "form[action$=/return]", Map.of());
        withHoliday(writing, again, LocalDate.of(2024, 3, 2));
        writing.submit(writing.get(draft.path()), "form[action$=/review]", Map.of());
        var unseen = both.submit(
                reviewed,
                "form[action$=/publication]",
                Map.of("effectiveOn", clock.today().toString()));
        assertThat(unseen.status()).isEqualTo(409);
        assertThat(unseen.text()).contains("填写期间内容已被修改");
        writing.submit(writing.get(draft.path()), "form[action$=/return]", Map.of());
        writing.submit(writing.get(draft.path()), "form[action$=/discard]", Map.of());
    }

    @Test
    @Tag("ERR-3")
    void whatIsNoLongerPossibleLeadsBackToTheRecord() {
        var browser = house.browser(author);
        var draft = newDraft(browser, 2025);
        browser.submit(draft, "form[action$=/discard]", Map.of());
        var late = browser.submit(draft, "form[action$=/review]", Map.of());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.document().select(".atrium-error-page a.atrium-button").attr("href"))
                .isEqualTo(draft.path());
    }

    @Test
    void oneDraftOfAYearAtATimeAndNoneIsLostByASecondClick() {
        var browser = house.browser(author);
        var draft = newDraft(browser, 2025);
        assertThat(browser.get("/calendars/2025").document().select("a[href=" + draft.path() + "]"))
                .isNotEmpty();
        browser.submit(browser.get(draft.path()), "form[action$=/discard]", Map.of());
        assertThat(browser.get(draft.path()).text()).contains("已放弃");
    }

    @Test
    void yearsAreToldInBothLanguages() {
        assertThat(house.browser(author).get("/calendars").text()).contains("2026", "国务院办公厅关于2026年部分节假日安排的通知");
        assertThat(house.browser(author).in("en").get("/calendars/2026").text())
                .contains("Working calendar 2026", "Spring Festival", "Weekends moved to work");
    }

    @Test
    @Tag("I18-7")
    void everybodyReadsTheDaysThatCountWithTheirSource() {
        var chinese = house.visitor().get("/working-days").text();
        assertThat(chinese).contains("工作日历", "调休上班", "国务院办公厅关于2026年部分节假日安排的通知", "个工作日");
        var english = house.visitor().in("en").get("/working-days").text();
        assertThat(english).contains("Working calendar", "Weekends moved to work", "working days in the year");
    }

    @Test
    void othersAreRefused() {
        for (var other : List.of(house.firmOwner(), house.officer(), house.auditor())) {
            assertThat(house.browser(other).get("/calendars").status()).isEqualTo(403);
            assertThat(house.browser(other).get("/calendar-versions/cal_absent").status())
                    .isEqualTo(403);
        }
        assertThat(house.browser(author).get("/calendar-versions/cal_absent").status())
                .isEqualTo(404);
    }

    private static Browser.Page newDraft(Browser browser, int year) {
        return browser.submit(browser.get("/calendars/" + year), "form[action$=/drafts]", Map.of());
    }

    private static Browser.Page withHoliday(Browser browser, Browser.Page draft, LocalDate day) {
        return browser.submit(
                draft,
                "form[action$=/holidays]",
                Map.of("nameZh", "测试节", "nameEn", "Test day", "first", day.toString(), "last", day.toString()));
    }

    private String openCorrection() {
        OrgId firm = house.firmOwner().organisation();
        var id = "cor_" + firm.value();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        database.insertInto(COMPANY)
                .set(COMPANY.ORGANISATION_ID, firm.value())
                .set(
                        COMPANY.UNIFIED_CODE,
                        "91330%013d".formatted(Math.floorMod(firm.value().hashCode(), 1_000_000_000)))
                .set(COMPANY.NAME_ZH, "测试企业")
                .set(COMPANY.SINCE, now)
                .execute();
        database.execute("update organisation set name_zh = ? where id = ?", "测试企业 " + id, firm.value());
        database.insertInto(CORRECTION)
                .set(CORRECTION.ID, id)
                .set(CORRECTION.ORGANISATION_ID, firm.value())
                .set(CORRECTION.FACT_KEY, "name")
                .set(CORRECTION.VALUE, "x")
                .set(CORRECTION.SINCE, clock.today())
                .set(CORRECTION.REASON, "x")
                .set(CORRECTION.REQUESTED_BY, author.actor().person().value())
                .set(CORRECTION.REQUESTED_BY_NAME, "x")
                .set(CORRECTION.REQUESTED_AT, now)
                .set(CORRECTION.KNOWN_AT, now)
                .set(
                        CORRECTION.DUE_AT,
                        TEN_DAYS.dueAfter(now.toInstant(), calendar).atOffset(ZoneOffset.UTC))
                .execute();
        return id;
    }

    private Instant dueOf(String correction) {
        return database.select(CORRECTION.DUE_AT)
                .from(CORRECTION)
                .where(CORRECTION.ID.eq(correction))
                .fetchSingle()
                .value1()
                .toInstant();
    }

    private Instant startOf(String correction) {
        return database.select(CORRECTION.REQUESTED_AT)
                .from(CORRECTION)
                .where(CORRECTION.ID.eq(correction))
                .fetchSingle()
                .value1()
                .toInstant();
    }
}
