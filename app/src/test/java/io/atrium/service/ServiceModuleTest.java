// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.appeal.AppealChannel;
import io.atrium.appeal.AppealFilter;
import io.atrium.appeal.AppealRefusal;
import io.atrium.appeal.Appeals;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusalCode;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.service.Round.Cast;
import io.atrium.service.VisitPlanView.State;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Stewards and visits at the front door.
@AtriumTest
class ServiceModuleTest {

    @Autowired
    Round round;

    @Autowired
    House house;

    @Autowired
    Stewards stewards;

    @Autowired
    ServedFirms firms;

    @Autowired
    Visits visits;

    @Autowired
    VisitReminders reminders;

    @Autowired
    Appeals appeals;

    @Autowired
    BusinessClock clock;

    private Cast cast;

    @BeforeEach
    void aFirmHasASteward() {
        cast = round.cast();
    }

    private static void refused(ThrowingCallable move, RefusalCode code) {
        assertThatThrownBy(move)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    @Test
    void aFirmHasOneStewardAtATimeAndNothingIsForgotten() {
        assertThat(round.give(cast, cast.steward(), "再来一次")).isZero();
        assertThat(round.give(cast, cast.other(), "人员调岗")).isEqualTo(1);
        var firm = cast.firm().organisation();
        var history = stewards.history(cast.firm().actor(), firm);
        assertThat(history).extracting(StewardTerm::reason).containsExactly("人员调岗", "首次分派");
        assertThat(history.getLast().until()).isNotNull();
        assertThat(stewards.current(cast.firm().actor(), firm).orElseThrow().steward())
                .isEqualTo(cast.other().actor().person());
    }

    @Test
    void onlyStewardsOfTheHouseGetFirmsAndOnlyFirmsAreGiven() {
        var stranger = house.firmOwner();
        refused(() -> round.give(cast, stranger, "不行"), ServiceRefusal.STEWARD_UNKNOWN);
        refused(() -> round.give(cast, cast.other(), " "), ServiceRefusal.SERVICE_REASON_LENGTH);
        var notAFirm = new AssignSteward(
                Round.key(),
                List.of(cast.operator().organisation()),
                cast.other().actor().person(),
                "错");
        refused(() -> stewards.assign(cast.operator().actor(), notAFirm), ServiceRefusal.STEWARD_FIRM_UNKNOWN);
        refused(() -> stewards.assign(cast.steward().actor(), notAFirm), CommonRefusal.NOT_ALLOWED);
    }

    @Test
    void aNoteSentTwiceIsOneVisitWithOneAppealForEachNeed() {
        var note = round.note(cast, "缺两间会议室", "需要银行对接");
        var first = visits.handIn(cast.steward().actor(), note);
        assertThat(visits.handIn(cast.steward().actor(), note)).isEqualTo(first);
        var visit = visits.find(cast.firm().actor(), first).orElseThrow();
        assertThat(visit.appeals()).hasSize(2);
        var raised = appeals.list(
                cast.firm().actor(), AppealFilter.ofFirm(cast.firm().organisation()), 0, 10);
        assertThat(raised).hasSize(2).allMatch(each -> each.need().channel() == AppealChannel.VISIT);
        var load = firms.list(cast.steward().actor(), ServedFirmView.MINE).getFirst();
        assertThat(load.appeals().open()).isEqualTo(2);
        assertThat(load.lastVisit()).isEqualTo(clock.today());
    }

    @Test
    void aNoteWithOneBadNeedIsRefusedWholeAndItsKeyIsFreeAgain() {
        var note = round.note(cast, "好的需求");
        var bad = new HandInVisit(
                note.key(),
                note.firm(),
                null,
                note.visitedOn(),
                note.met(),
                note.said(),
                List.of(
                        note.needs().getFirst(),
                        new HandInVisit.Need("NOTHING", note.needs().getFirst().urgency(), "x")));
        refused(() -> visits.handIn(cast.steward().actor(), bad), AppealRefusal.APPEAL_CATEGORY_UNKNOWN);
        assertThat(appeals.count(cast.firm().actor(), AppealFilter.ANY)).isZero();
        assertThat(visits.handIn(cast.steward().actor(), note)).isNotNull();
        assertThat(appeals.count(cast.firm().actor(), AppealFilter.ANY)).isEqualTo(1);
    }

    @Test
    void aPlannedVisitEndsWithItsNoteOrWithAReason() {
        var steward = cast.steward().actor();
        var plan = round.plan(cast, 0);
        var note = round.note(cast);
        var carriedOut =
                new HandInVisit(note.key(), note.firm(), plan, note.visitedOn(), note.met(), note.said(), List.of());
        visits.handIn(steward, carriedOut);
        assertThat(visits.findPlan(steward, plan).orElseThrow().state()).isEqualTo(State.DONE);
        refused(
                () -> visits.cancel(steward, new CancelVisit(Round.key(), plan, "晚了")),
                ServiceRefusal.VISIT_PLAN_ENDED);
        var other = round.plan(cast, 3);
        visits.cancel(steward, new CancelVisit(Round.key(), other, "企业改期"));
        assertThat(visits.planned(steward, null, cast.firm().organisation())).isEmpty();
        refused(
                () -> visits.plan(
                        steward,
                        new PlanVisit(
                                Round.key(),
                                cast.firm().organisation(),
                                clock.today().minusDays(1),
                                "昨天")),
                ServiceRefusal.VISIT_DAY_PAST);
        var tomorrow =
                new HandInVisit(Round.key(), note.firm(), null, clock.today().plusDays(1), "a", "b", List.of());
        refused(() -> visits.handIn(steward, tomorrow), ServiceRefusal.VISIT_DAY_FUTURE);
        refused(
                () -> visits.plan(
                        steward,
                        new PlanVisit(
                                Round.key(),
                                cast.firm().organisation(),
                                clock.today().plusDays(400),
                                "太远")),
                ServiceRefusal.VISIT_DAY_FAR);
    }

    @Test
    void aPlanOfAnotherFirmIsNotCarriedOut() {
        var theirs = round.cast();
        var plan = round.plan(theirs, 0);
        var note = round.note(cast);
        var mixed =
                new HandInVisit(note.key(), note.firm(), plan, note.visitedOn(), note.met(), note.said(), List.of());
        refused(() -> visits.handIn(cast.steward().actor(), mixed), ServiceRefusal.VISIT_PLAN_UNKNOWN);
    }

    @Test
    void aStewardIsRemindedOnceAndTheFirmIsTold() {
        round.plan(cast, 1);
        reminders.sweep();
        reminders.sweep();
        var inbox = house.browser(cast.steward()).get("/inbox").text();
        assertThat(inbox.split("走访提醒", -1)).hasSize(2);
        assertThat(house.browser(cast.firm()).get("/inbox").text()).contains("计划于", "了解用工需求");
    }

    @Test
    void firmsWithoutAStewardAreGivenOutEvenly() {
        int waiting = stewards.unassigned(cast.operator().actor()).size();
        int given = stewards.split(cast.operator().actor(), new SplitFirms(Round.key(), "平均分派"));
        assertThat(given).isEqualTo(waiting);
        assertThat(stewards.unassigned(cast.operator().actor())).isEmpty();
    }

    @Test
    void anotherFirmFindsNothing() {
        var visit = visits.handIn(cast.steward().actor(), round.note(cast));
        var plan = round.plan(cast, 2);
        var stranger = house.firmOwner().actor();
        assertThat(visits.find(stranger, visit)).isEmpty();
        assertThat(visits.findPlan(stranger, plan)).isEmpty();
        assertThat(stewards.current(stranger, cast.firm().organisation())).isEmpty();
        assertThat(stewards.history(stranger, cast.firm().organisation())).isEmpty();
        assertThat(visits.list(stranger, null, null, null, 10)).isEmpty();
        assertThat(firms.list(stranger, ServedFirmView.ALL)).isEmpty();
        refused(() -> visits.handIn(stranger, round.note(cast)), CommonRefusal.NOT_ALLOWED);
    }
}
