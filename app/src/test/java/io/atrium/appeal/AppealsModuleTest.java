// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import static io.atrium.appeal.Office.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.appeal.ActCommands.Act;
import io.atrium.appeal.AppealFilter.View;
import io.atrium.appeal.Office.Cast;
import io.atrium.files.Attachment;
import io.atrium.files.FileRefusal;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Appeals from raised to closed, by the way of every refusal.
@AtriumTest
class AppealsModuleTest {

    @Autowired
    Office office;

    @Autowired
    Appeals appeals;

    @Autowired
    Clocks clocks;

    @Autowired
    Rules rules;

    @Autowired
    House house;

    @Autowired
    BusinessClock clock;

    @Autowired
    WorkingCalendar calendar;

    private Cast cast;

    @BeforeEach
    void someoneIsInCharge() {
        cast = office.cast("SPACE");
    }

    @Test
    void aNeedIsDispatchedAtOnceToTheUnitThatLeadsItsCategoryAndItsClocksRun() {
        var id = office.raise(cast);
        var appeal = office.view(cast, id);
        assertThat(appeal.state()).isEqualTo(AppealState.DISPATCHED);
        assertThat(appeal.owner().unit()).isEqualTo(cast.officer().organisation());
        assertThat(appeal.need().title()).isEqualTo("会议室空调坏了三天");
        var finish = office.clockOf(cast, id, ClockKind.FINISH);
        assertThat(finish.dueAt())
                .isEqualTo(calendar.closing(calendar.plusWorkingDays(calendar.dayOf(finish.startedAt()), 5)));
        assertThat(office.clockOf(cast, id, ClockKind.DISPATCH).isMet()).isTrue();
        assertThat(appeal.nextDue()).isNotNull();
    }

    @Test
    void theSameRequestTwiceRaisesOnce() {
        var need = Office.need(cast.firm().organisation(), "SPACE", "漏水", false);
        var first = appeals.raise(cast.firm().actor(), need);
        assertThat(appeals.raise(cast.firm().actor(), need)).isEqualTo(first);
        assertThat(appeals.count(cast.firm().actor(), AppealFilter.ANY)).isEqualTo(1);
    }

    @Test
    void whatIsWrongIsRefusedAndNothingIsKept() {
        var firm = cast.firm();
        refused(
                () -> appeals.raise(firm.actor(), Office.need(firm.organisation(), "NOTHING", "x", false)),
                AppealRefusal.APPEAL_CATEGORY_UNKNOWN);
        refused(
                () -> appeals.raise(firm.actor(), Office.need(firm.organisation(), "SPACE", "  ", false)),
                AppealRefusal.APPEAL_WORDS_LENGTH);
        refused(
                () -> appeals.raise(firm.actor(), Office.need(cast.officer().organisation(), "SPACE", "x", false)),
                AppealRefusal.APPEAL_FIRM_UNKNOWN);
        var attached = Office.need(firm.organisation(), "SPACE", "x", false)
                .attaching(List.of(new Attachment("virus.exe", new byte[] {'M', 'Z'})));
        refused(() -> appeals.raise(firm.actor(), attached), FileRefusal.FILE_TYPE);
        assertThat(appeals.count(firm.actor(), AppealFilter.ANY)).isZero();
    }

    @Test
    void anotherFirmAndAnotherUnitNeitherSeeNorTouchIt() {
        var id = office.raise(cast);
        var other = office.cast("TALENT");
        assertThat(appeals.find(other.firm().actor(), id)).isEmpty();
        assertThat(appeals.find(other.officer().actor(), id)).isEmpty();
        refused(() -> office.act(other.officer(), Act.SIGN, id), CommonRefusal.NOT_FOUND);
        refused(() -> office.act(other.firm(), Act.WITHDRAW, id), CommonRefusal.NOT_FOUND);
        refused(() -> office.act(cast.firm(), Act.SIGN, id), CommonRefusal.NOT_ALLOWED);
    }

    @Test
    void aConfidentialNeedIsHiddenFromStewardsAndFromColleagues() {
        var id = office.raise(cast, "举报", true);
        assertThat(appeals.find(office.steward().actor(), id)).isEmpty();
        assertThat(appeals.find(cast.firm().actor(), id)).isPresent();
        assertThat(appeals.find(cast.officer().actor(), id)).isPresent();
        assertThat(appeals.find(cast.operator().actor(), id)).isPresent();
    }

    @Test
    void aConfidentialNeedThatTheCommunityHasIsHiddenFromItsStewards() {
        var steward = office.steward();
        var community = steward.organisation();
        rules.route(cast.operator().actor(), Office.key(), new RouteRule("SPACE", community, community, List.of()));
        var id = office.raise(cast, "服务管家泄露了我们的情况", true);
        assertThat(appeals.find(steward.actor(), id)).isEmpty();
        assertThat(appeals.count(steward.actor(), AppealFilter.of(View.UNIT))).isZero();
        refused(() -> office.act(steward, Act.SIGN, id), CommonRefusal.NOT_FOUND);
        var number = office.view(cast, id).number();
        assertThat(house.browser(steward).get("/inbox").text()).doesNotContain(number);
        assertThat(house.browser(cast.operator()).get("/inbox").text()).contains(number);
        office.act(cast.operator(), Act.SIGN, id);
        office.advanceTo(office.clockOf(cast, id, ClockKind.FINISH).dueAt().plusMillis(1));
        assertThat(house.browser(steward).get("/inbox").text()).doesNotContain(number);
    }

    @Test
    void anAnswerNamesItsBasisOrTheNextStep() {
        var id = office.raise(cast);
        office.act(cast.officer(), Act.SIGN, id);
        refused(
                () -> office.act(cast.officer(), Act.ANSWER, id, Map.of("words", "好了", "basis", " ", "next", "")),
                AppealRefusal.APPEAL_ANSWER_BASIS);
        office.act(cast.officer(), Act.ANSWER, id, Map.of("words", "好了", "next", "物业每周巡检"));
        assertThat(office.view(cast, id).state()).isEqualTo(AppealState.ANSWERED);
        assertThat(office.clockOf(cast, id, ClockKind.FINISH).isMet()).isTrue();
        assertThat(office.clockOf(cast, id, ClockKind.CALL_BACK).isRunning()).isTrue();
    }

    @Test
    @Tag("APL-6")
    void theSecondReturnGivesItToTheFallbackUnitWhichKeepsIt() {
        var id = office.raise(cast);
        office.act(cast.officer(), Act.SIGN, id);
        var promised = office.clockOf(cast, id, ClockKind.FINISH).dueAt();
        office.act(cast.officer(), Act.RETURN, id);
        assertThat(office.view(cast, id).state()).isEqualTo(AppealState.RAISED);
        refused(() -> office.act(cast.officer(), Act.SIGN, id), CommonRefusal.NOT_FOUND);
        var second = office.cast("MARKET").officer();
        office.act(
                cast.operator(),
                Act.DISPATCH,
                id,
                Map.of("unit", second.organisation().value(), "category", "SPACE"));
        office.act(second, Act.SIGN, id);
        office.act(second, Act.RETURN, id);
        assertThat(office.view(cast, id).owner().unit()).isEqualTo(cast.above().organisation());
        refused(
                () -> office.act(
                        cast.operator(),
                        Act.DISPATCH,
                        id,
                        Map.of("unit", second.organisation().value(), "category", "SPACE")),
                AppealRefusal.APPEAL_STAYS);
        office.act(cast.above(), Act.SIGN, id);
        refused(() -> office.act(cast.above(), Act.RETURN, id), AppealRefusal.APPEAL_RETURNED_TOO_OFTEN);
        assertThat(office.clockOf(cast, id, ClockKind.FINISH).dueAt()).isEqualTo(promised);
    }

    @Test
    @Tag("APL-6")
    void aWrongOrderIsReturnedSoonAfterSigningOrNeverAndOnlyWithAReason() {
        var id = office.raise(cast);
        office.act(cast.officer(), Act.SIGN, id);
        refused(
                () -> office.act(cast.officer(), Act.RETURN, id, Map.of("words", " ")),
                AppealRefusal.APPEAL_REASON_LENGTH);
        clock.advance(Duration.ofHours(4));
        refused(() -> office.act(cast.officer(), Act.RETURN, id), AppealRefusal.APPEAL_RETURN_TOO_LATE);
    }

    @Test
    @Tag("APL-3")
    void theClocksStandStillWhileTheFirmIsAsked() {
        var id = office.raise(cast);
        office.act(cast.officer(), Act.SIGN, id);
        var before = office.clockOf(cast, id, ClockKind.FINISH);
        office.act(cast.officer(), Act.ASK_FIRM, id);
        assertThat(office.view(cast, id).state()).isEqualTo(AppealState.WAITING_FOR_FIRM);
        assertThat(office.view(cast, id).nextDue()).isNull();
        var asked = clock.instant();
        clock.advance(Duration.ofDays(7));
        office.act(cast.firm(), Act.REPLY, id);
        int paused = calendar.workingDaysBetween(calendar.dayOf(asked), calendar.dayOf(clock.instant()));
        assertThat(office.clockOf(cast, id, ClockKind.FINISH).dueAt())
                .isEqualTo(calendar.closing(calendar.plusWorkingDays(calendar.dayOf(before.startedAt()), 5 + paused)));
    }

    @Test
    @Tag("APL-7")
    void anExtensionIsAskedForOnceInTimeAndWithinTheRules() {
        var id = office.raise(cast);
        office.act(cast.officer(), Act.SIGN, id);
        var end = calendar.dayOf(office.clockOf(cast, id, ClockKind.FINISH).dueAt());
        refused(() -> extend(id, end.toString()), AppealRefusal.APPEAL_EXTENSION_OUT_OF_RANGE);
        refused(() -> extend(id, end.plusDays(60).toString()), AppealRefusal.APPEAL_EXTENSION_OUT_OF_RANGE);
        var later = calendar.plusWorkingDays(end, 5);
        extend(id, later.toString());
        assertThat(office.clockOf(cast, id, ClockKind.FINISH).dueAt()).isEqualTo(calendar.closing(later));
        refused(() -> extend(id, calendar.plusWorkingDays(later, 1).toString()), AppealRefusal.APPEAL_EXTENDED_ALREADY);
    }

    @Test
    void anExtendedEndIsKeptWhenTheFirmIsAskedAndMovesByWhatThatTakes() {
        var id = office.raise(cast);
        office.act(cast.officer(), Act.SIGN, id);
        var later = calendar.plusWorkingDays(
                calendar.dayOf(office.clockOf(cast, id, ClockKind.FINISH).dueAt()), 3);
        extend(id, later.toString());
        office.act(cast.officer(), Act.ASK_FIRM, id);
        office.act(cast.firm(), Act.REPLY, id);
        assertThat(office.clockOf(cast, id, ClockKind.FINISH).dueAt()).isEqualTo(calendar.closing(later));
        office.act(cast.officer(), Act.ASK_FIRM, id);
        var asked = clock.instant();
        clock.advance(Duration.ofDays(7));
        office.act(cast.firm(), Act.REPLY, id);
        int paused = calendar.workingDaysBetween(calendar.dayOf(asked), calendar.dayOf(clock.instant()));
        assertThat(office.clockOf(cast, id, ClockKind.FINISH).dueAt())
                .isEqualTo(calendar.closing(calendar.plusWorkingDays(later, paused)));
    }

    @Test
    void anExtensionAfterTheEndIsTooLate() {
        var id = office.raise(cast);
        office.act(cast.officer(), Act.SIGN, id);
        office.advanceTo(office.clockOf(cast, id, ClockKind.FINISH).dueAt());
        refused(() -> extend(id, clock.today().plusDays(1).toString()), AppealRefusal.APPEAL_EXTENSION_TOO_LATE);
    }

    private void extend(AppealId id, String until) {
        office.act(cast.officer(), Act.EXTEND, id, Map.of("words", "需要采购配件", "until", until));
    }

    @Test
    void anUnsatisfiedFirmHasItRedoneOnceByANewOwnerAbove() {
        var id = office.answered(cast);
        office.act(cast.firm(), Act.REOPEN, id);
        assertThat(office.view(cast, id).owner().unit()).isEqualTo(cast.above().organisation());
        assertThat(office.clockOf(cast, id, ClockKind.FINISH).round()).isEqualTo(2);
        office.act(cast.above(), Act.SIGN, id);
        office.act(cast.above(), Act.ANSWER, id, Map.of("words", "已换新机", "next", "下周回访"));
        refused(() -> office.act(cast.firm(), Act.REOPEN, id), AppealRefusal.APPEAL_REOPENED_ALREADY);
        assertThat(appeals.find(cast.officer().actor(), id))
                .as("who answered first")
                .isPresent();
        refused(
                () -> office.act(cast.officer(), Act.ANSWER, id, Map.of("words", "x", "next", "y")),
                CommonRefusal.NOT_ALLOWED);
    }

    @Test
    @Tag("APL-11")
    void aLowMarkNeedsAReasonAndStartsAFollowUpWithADate() {
        var id = office.answered(cast);
        refused(
                () -> office.act(cast.firm(), Act.ACCEPT, id, Map.of("rating", "1", "resolved", "false")),
                AppealRefusal.APPEAL_RATING_WRONG);
        office.act(cast.firm(), Act.ACCEPT, id, Map.of("rating", "1", "resolved", "false", "words", "又坏了"));
        assertThat(office.view(cast, id).state()).isEqualTo(AppealState.CLOSED);
        assertThat(office.clockOf(cast, id, ClockKind.FOLLOW_UP).isRunning()).isTrue();
        assertThat(appeals.list(cast.officer().actor(), AppealFilter.of(View.UNIT), 0, 10))
                .extracting(AppealView::id)
                .containsExactly(id);
        office.act(cast.officer(), Act.FOLLOW_UP, id);
        assertThat(office.clockOf(cast, id, ClockKind.FOLLOW_UP).isMet()).isTrue();
        refused(() -> office.act(cast.officer(), Act.FOLLOW_UP, id), AppealRefusal.APPEAL_NOT_NOW);
    }

    @Test
    void anAnswerAboutWhichTheFirmSaysNothingIsClosedAndMayStillBeRedone() {
        var id = office.answered(cast);
        office.advanceTo(office.clockOf(cast, id, ClockKind.CALL_BACK).dueAt().plusMillis(1));
        clocks.sweep();
        assertThat(office.view(cast, id).state()).isEqualTo(AppealState.CLOSED);
        assertThat(office.view(cast, id).verdict()).isNull();
        office.act(cast.firm(), Act.REOPEN, id);
        assertThat(office.view(cast, id).state()).isEqualTo(AppealState.DISPATCHED);
        assertThat(office.view(cast, id).closedAt()).isNull();
    }

    @Test
    void aVerdictGivenOnTheTelephoneClosesTheAppeal() {
        var id = office.answered(cast);
        office.act(office.steward(), Act.CALL_BACK, id, Map.of("words", "企业说好了", "rating", "5", "resolved", "true"));
        assertThat(office.view(cast, id).verdict()).isEqualTo(new AppealView.Verdict(true, 5, "企业说好了"));
    }

    @Test
    void aUnitThatWasAskedHelpsByItsOwnDateAndTheFirmSeesNoInternalWord() {
        var id = office.raise(cast);
        office.act(cast.officer(), Act.SIGN, id);
        var helper = office.cast("DATA").officer();
        refused(() -> office.act(helper, Act.HELP, id), CommonRefusal.NOT_FOUND);
        var by = clock.today().plusDays(1).toString();
        office.act(
                cast.officer(),
                Act.ASK_HELP,
                id,
                Map.of("unit", helper.organisation().value(), "words", "查电路", "by", by));
        refused(
                () -> office.act(
                        cast.officer(),
                        Act.ASK_HELP,
                        id,
                        Map.of("unit", helper.organisation().value(), "words", "再查", "by", by)),
                AppealRefusal.APPEAL_HELP_ASKED);
        office.act(helper, Act.HELP, id, Map.of("words", "电路正常"));
        refused(() -> office.act(helper, Act.HELP, id), CommonRefusal.NOT_ALLOWED);
        office.act(cast.officer(), Act.NOTE, id, Map.of("words", "物业推诿"));
        assertThat(appeals.steps(cast.firm().actor(), office.view(cast, id)).stream()
                        .map(StepView::words))
                .doesNotContain("物业推诿", "电路正常");
        assertThat(appeals.helpers(office.view(cast, id)))
                .singleElement()
                .satisfies(found -> assertThat(found.doneAt()).isNotNull());
    }

    @Test
    void theThreeRatesCountWhatTheirListsShow(@Autowired Figures figures) {
        var good = office.answered(cast);
        office.act(cast.firm(), Act.ACCEPT, good, Map.of("rating", "5", "resolved", "true"));
        var bad = office.answered(cast);
        office.act(cast.firm(), Act.ACCEPT, bad, Map.of("rating", "2", "resolved", "false", "words", "慢"));
        office.raise(cast);
        var line = figures.of(cast.officer().actor(), AppealFilter.ANY, Figures.By.CATEGORY)
                .getFirst();
        assertThat(line.count(FigureCases.TAKEN_IN)).isEqualTo(3);
        assertThat(line.count(FigureCases.JUDGED)).isEqualTo(2);
        assertThat(line.count(FigureCases.RESOLVED)).isEqualTo(1);
        assertThat(line.count(FigureCases.SATISFIED)).isEqualTo(1);
        assertThat(line.count(FigureCases.REPEATED)).isEqualTo(2);
        for (var cases : FigureCases.values()) {
            var filter = new AppealFilter(View.ALL, null, null, null, null, null, null, "", null, null, cases);
            assertThat(appeals.count(cast.officer().actor(), filter)).isEqualTo(line.count(cases));
        }
        refused(() -> figures.of(cast.firm().actor(), AppealFilter.ANY, Figures.By.UNIT), CommonRefusal.NOT_ALLOWED);
    }

    @Test
    void anOrderOfTheHotlineIsTakenInOnce() {
        var steward = office.steward();
        var number = "12345-" + clock.instant().toEpochMilli();
        appeals.raise(steward.actor(), hotline(number));
        refused(() -> appeals.raise(steward.actor(), hotline(number)), AppealRefusal.APPEAL_NUMBER_TAKEN);
    }

    private RaiseAppeal hotline(String number) {
        return new RaiseAppeal(
                Office.key(),
                cast.firm().organisation(),
                AppealChannel.HOTLINE,
                "SPACE",
                Urgency.URGENT,
                "",
                "停水",
                false,
                "",
                "",
                null,
                number,
                List.of());
    }

    @Test
    void aCategoryWithoutALeadWaitsForItsDispatcherWithinItsTime() {
        var id = appeals.raise(cast.firm().actor(), Office.need(cast.firm().organisation(), "OTHER", "建议办沙龙", false));
        assertThat(office.view(cast, id).state()).isEqualTo(AppealState.RAISED);
        assertThat(Optional.ofNullable(office.view(cast, id).nextDue()).map(AppealView.NextDue::kind))
                .contains(ClockKind.DISPATCH);
        assertThat(appeals.list(cast.operator().actor(), AppealFilter.of(View.TO_DISPATCH), 0, 50))
                .extracting(AppealView::id)
                .contains(id);
    }
}
