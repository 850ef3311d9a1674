// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import static io.atrium.appeal.Office.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.appeal.ActCommands.Act;
import io.atrium.appeal.AppealFilter.View;
import io.atrium.appeal.Office.Cast;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What happens by itself when dates come near and pass, and which messages ask for what until when.
@AtriumTest
class AppealDatesTest {

    @Autowired
    Office office;

    @Autowired
    Appeals appeals;

    @Autowired
    Clocks clocks;

    @Autowired
    HelpDates helpDates;

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

    private List<AppealMove> moves(AppealId id) {
        return appeals.steps(cast.operator().actor(), office.view(cast, id)).stream()
                .map(StepView::move)
                .toList();
    }

    private String asked(Resident reader) {
        return house.browser(reader).get("/inbox?todo=open&size=100").text();
    }

    @Test
    void whoeverIsAskedToOverseeMayReadAndIsNotToldOfWhatIsConfidential() {
        var open = office.raise(cast);
        var secret = office.raise(cast, "举报", true);
        assertThat(appeals.find(cast.above().actor(), open)).isEmpty();
        office.advanceTo(office.clockOf(cast, open, ClockKind.FINISH).dueAt().plusMillis(1));
        assertThat(appeals.find(cast.above().actor(), open)).isPresent();
        assertThat(appeals.list(cast.above().actor(), AppealFilter.of(View.OVERDUE), 0, 50))
                .extracting(AppealView::id)
                .contains(open)
                .doesNotContain(secret);
        refused(() -> office.act(cast.above(), Act.SIGN, open), CommonRefusal.NOT_ALLOWED);
        assertThat(appeals.find(cast.above().actor(), secret)).isEmpty();
        var inbox = house.browser(cast.above()).get("/inbox").text();
        assertThat(inbox)
                .contains(office.view(cast, open).number() + " 的签收", "逾期升级，请督办")
                .doesNotContain(office.view(cast, secret).number());
        assertThat(house.browser(cast.operator()).get("/inbox").text())
                .contains(office.view(cast, secret).number());
    }

    @Test
    void limitsThatAreReachedAtOnceAreOneMessageWhichNamesThem() {
        var id = office.raise(cast);
        office.advanceTo(office.clockOf(cast, id, ClockKind.FINISH).dueAt().plusMillis(1));
        var number = office.view(cast, id).number();
        var inbox = house.browser(cast.officer()).get("/inbox?size=100").text();
        assertThat(inbox).contains("诉求 " + number + " 的签收、首次联系、办结答复已逾期");
        assertThat(inbox.split("诉求 " + number + " 的[^：]*已逾期", -1)).hasSize(2);
    }

    @Test
    void signingSettlesWhatSigningAskedAndNothingElse() {
        var id = office.raise(cast);
        office.advanceTo(office.clockOf(cast, id, ClockKind.FINISH).dueAt().minus(Duration.ofHours(1)));
        office.act(cast.officer(), Act.SIGN, id);
        var inbox = asked(cast.officer());
        assertThat(inbox).contains("办结答复即将到期").doesNotContain("请签收");
        office.act(cast.officer(), Act.ANSWER, id, Map.of("words", "已修好", "basis", "合同", "next", ""));
        assertThat(asked(cast.officer())).doesNotContain("办结答复即将到期");
    }

    @Test
    @Tag("APL-8")
    void aDeadlineIsRemindedOfThenEscalatedThenCirculatedEachOnceForBothSidesToSee() {
        var id = office.raise(cast);
        office.act(cast.officer(), Act.SIGN, id);
        office.act(cast.officer(), Act.CONTACT, id);
        var due = office.clockOf(cast, id, ClockKind.FINISH).dueAt();
        office.advanceTo(due.minus(Duration.ofHours(1)));
        assertThat(moves(id)).contains(AppealMove.REMIND).doesNotContain(AppealMove.ESCALATE);
        office.advanceTo(due.plusMillis(1));
        assertThat(moves(id)).contains(AppealMove.ESCALATE).doesNotContain(AppealMove.CIRCULATE);
        assertThat(office.view(cast, id).course().isOverdue()).isTrue();
        clocks.sweep();
        office.advanceTo(calendar.closing(calendar.plusWorkingDays(calendar.dayOf(due), 1)));
        clocks.sweep();
        var seenByFirm = appeals.steps(cast.firm().actor(), office.view(cast, id)).stream()
                .map(StepView::move)
                .filter(Arrays.asList(AppealMove.REMIND, AppealMove.ESCALATE, AppealMove.CIRCULATE)::contains)
                .toList();
        assertThat(seenByFirm).containsExactly(AppealMove.REMIND, AppealMove.ESCALATE, AppealMove.CIRCULATE);
    }

    @Test
    void aHelperKeepsItsOwnDateAndItsPassingIsTold() {
        var id = office.raise(cast);
        office.act(cast.officer(), Act.SIGN, id);
        var helper = office.cast("DATA").officer();
        var day = calendar.plusWorkingDays(clock.today(), 2);
        var asked = Map.of("unit", helper.organisation().value(), "words", "查电路", "by", day.toString());
        office.act(cast.officer(), Act.ASK_HELP, id, asked);
        var due = calendar.closing(day);
        var helping = house.browser(helper);
        assertThat(helping.get("/").text()).contains("（协办）");
        office.advanceTo(due.minus(Duration.ofHours(3)));
        assertThat(appeals.count(helper.actor(), AppealFilter.of(View.OVERDUE)))
                .as("the lead's limits are not the helper's")
                .isZero();
        assertThat(appeals.count(helper.actor(), AppealFilter.of(View.DUE_TODAY)))
                .isEqualTo(1);
        helpDates.sweep();
        helpDates.sweep();
        var number = office.view(cast, id).number();
        assertThat(helping.get("/inbox").text().split("诉求 " + number + " 的协办即将到期", -1))
                .hasSize(2);
        office.advanceTo(due.plusMillis(1));
        helpDates.sweep();
        helpDates.sweep();
        assertThat(appeals.count(helper.actor(), AppealFilter.of(View.OVERDUE))).isEqualTo(1);
        assertThat(helping.get("/inbox").text().split("诉求 " + number + " 的协办已逾期", -1))
                .hasSize(2);
        assertThat(house.browser(cast.officer()).get("/inbox").text()).contains(number + " 有协办单位逾期未答复");
        office.act(helper, Act.HELP, id, Map.of("words", "电路正常"));
        assertThat(appeals.count(helper.actor(), AppealFilter.of(View.OVERDUE))).isZero();
        assertThat(asked(helper)).doesNotContain(number);
    }

    @Test
    void whatTheFallbackUnitItselfMissesIsEscalatedToTheCommunity() {
        var own = cast.officer().organisation();
        rules.route(cast.operator().actor(), Office.key(), new RouteRule("SPACE", own, own, List.of()));
        var id = office.raise(cast);
        office.advanceTo(office.clockOf(cast, id, ClockKind.FINISH).dueAt().plusMillis(1));
        var number = office.view(cast, id).number();
        assertThat(house.browser(cast.operator()).get("/inbox?size=100").text())
                .contains("诉求 " + number + " 的签收", "逾期升级，请督办");
        assertThat(house.browser(cast.officer()).get("/inbox?size=100").text())
                .doesNotContainPattern("诉求 " + number + " 的[^：]*逾期升级，请督办");
    }

    @Test
    void whoGaveAnAppealAwayIsAskedForNothingAnyMore() {
        var returned = office.raise(cast);
        office.act(cast.officer(), Act.SIGN, returned);
        office.act(cast.officer(), Act.RETURN, returned);
        var sentOn = office.raise(cast, "漏水三天。", false);
        var next = office.cast("MARKET").officer();
        office.act(
                cast.operator(),
                Act.DISPATCH,
                sentOn,
                Map.of("unit", next.organisation().value(), "category", "SPACE"));
        assertThat(asked(cast.officer()))
                .doesNotContain(
                        office.view(cast, returned).number(),
                        office.view(cast, sentOn).number());
        assertThat(asked(next)).contains(office.view(cast, sentOn).number());
    }

    @Test
    void whatIsLateAndStillOpenIsAmongTheLateOnes(@Autowired Figures figures) {
        var late = office.raise(cast);
        office.advanceTo(office.clockOf(cast, late, ClockKind.FINISH).dueAt().plusMillis(1));
        office.answered(cast);
        var line = figures.of(cast.officer().actor(), AppealFilter.ANY, Figures.By.CATEGORY)
                .getFirst();
        assertThat(line.count(FigureCases.FINISHED_LATE)).isEqualTo(1);
        assertThat(line.count(FigureCases.FINISH_DUE))
                .isEqualTo(line.count(FigureCases.FINISHED_LATE) + line.count(FigureCases.FINISHED_IN_TIME));
        assertThat(line.count(FigureCases.CONTACT_DUE))
                .isEqualTo(line.count(FigureCases.CONTACTED_LATE) + line.count(FigureCases.CONTACTED_IN_TIME));
    }
}
