// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import static io.atrium.premises.Site.key;
import static io.atrium.premises.Site.refused;
import static io.atrium.premises.Site.step;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.files.Attachment;
import io.atrium.files.FileRefusal;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.premises.Site.Cast;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Moving in and moving out as one thing, at the front door.
@AtriumTest
class MovesTest {

    private static final List<String> IN_ALL =
            List.of("ROOM", "ENTITLEMENT", "FIRE_SAFETY", "NETWORK", "ADDRESS", "HANDOVER");

    @Autowired
    Site site;

    @Autowired
    House house;

    @Autowired
    Moves moves;

    @Autowired
    MovePapers movePapers;

    @Autowired
    MoveFigures figures;

    @Autowired
    Buildings buildings;

    @Autowired
    Occupancies occupancies;

    @Autowired
    BusinessClock clock;

    @Autowired
    WorkingCalendar calendar;

    private Cast cast;

    @BeforeEach
    void aBuilding() {
        cast = site.cast();
    }

    private MoveView again(MoveView move) {
        return site.found(cast.firm(), move.id());
    }

    private StepState state(MoveView move, String code) {
        return step(again(move), code).state();
    }

    private RoomView room(int number) {
        return buildings.findRoom(cast.operator().actor(), cast.room(number)).orElseThrow();
    }

    @Test
    void stepsRunSideBySideAndEachOpensWhenThoseBeforeItAreDone() {
        var move = site.start(cast, MoveKind.IN, cast.room(1));
        assertThat(move.steps()).extracting(StepView::code).containsExactlyElementsOf(IN_ALL);
        assertThat(state(move, "ROOM")).isEqualTo(StepState.OPEN);
        assertThat(state(move, "ENTITLEMENT")).isEqualTo(StepState.OPEN);
        assertThat(state(move, "NETWORK")).isEqualTo(StepState.WAITING);
        refused(() -> site.act(cast.steward(), move, "NETWORK", StepAct.FINISH, "抢先"), PremisesRefusal.STEP_NOT_NOW);
        site.finish(cast, move, List.of("ROOM"));
        assertThat(state(move, "FIRE_SAFETY")).isEqualTo(StepState.OPEN);
        assertThat(state(move, "HANDOVER")).isEqualTo(StepState.WAITING);
        assertThat(room(1).state()).isEqualTo(RoomState.RESERVED);
        site.finish(cast, move, List.of("ADDRESS", "NETWORK", "FIRE_SAFETY"));
        assertThat(state(move, "HANDOVER")).isEqualTo(StepState.WAITING);
        site.finish(cast, move, List.of("ENTITLEMENT"));
        assertThat(state(move, "HANDOVER")).isEqualTo(StepState.OPEN);
        site.finish(cast, move, List.of("HANDOVER"));
        var done = again(move);
        assertThat(done.state()).isEqualTo(MoveState.DONE);
        assertThat(done.endedOn()).isEqualTo(clock.today());
        assertThat(room(1).now()).satisfies(now -> {
            assertThat(now.firm()).isEqualTo(cast.firm().organisation());
            assertThat(now.isReserved()).isFalse();
            assertThat(now.since()).isEqualTo(clock.today());
        });
        refused(
                () -> moves.withdraw(cast.firm().actor(), new WithdrawMove(key(), move.id(), "太迟")),
                PremisesRefusal.MOVE_ENDED);
    }

    @Test
    void daysAreCountedByTheWorkingCalendarFromTheOpeningOrTheWishedDay() {
        var eve = lastWorkingDayBeforeAHoliday();
        site.seat(cast, cast.room(1));
        var form = new StartMove(
                key(),
                MoveKind.OUT,
                cast.firm().organisation(),
                cast.building(),
                List.of(cast.room(1)),
                null,
                null,
                eve,
                "张三",
                "");
        var move = site.found(cast.firm(), moves.start(cast.firm().actor(), form));
        var inspection = Objects.requireNonNull(step(move, "INSPECTION").dueOn());
        assertThat(inspection).isEqualTo(calendar.plusWorkingDays(eve, 2)).isAfter(eve.plusDays(4));
        var in = site.start(cast, MoveKind.IN, cast.room(2));
        assertThat(step(in, "ROOM").dueOn()).isEqualTo(calendar.plusWorkingDays(clock.today(), 3));
        assertThat(step(in, "NETWORK").dueOn()).isNull();
    }

    private LocalDate lastWorkingDayBeforeAHoliday() {
        return clock.today()
                .datesUntil(clock.today().plusDays(StartMove.DAYS_AHEAD_MAX))
                .filter(calendar::isWorkingDay)
                .filter(day ->
                        IntStream.rangeClosed(1, 3).noneMatch(ahead -> calendar.isWorkingDay(day.plusDays(ahead))))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aUnitReturnsAStepTheFirmAnswersAndTheDaysBeginAnew() {
        var move = site.start(cast, MoveKind.IN, cast.room(1));
        refused(
                () -> site.act(cast.officer(), move, "ENTITLEMENT", StepAct.RETURN, " "),
                PremisesRefusal.MOVE_WORDS_LENGTH);
        site.act(cast.officer(), move, "ENTITLEMENT", StepAct.RETURN, "缺营业执照");
        assertThat(state(move, "ENTITLEMENT")).isEqualTo(StepState.RETURNED);
        assertThat(moves.returned(cast.firm().actor())).hasSize(1);
        refused(() -> site.act(cast.officer(), move, "ENTITLEMENT", StepAct.ANSWER, "代答"), CommonRefusal.NOT_ALLOWED);
        clock.advance(Duration.ofDays(3));
        site.act(cast.firm(), move, "ENTITLEMENT", StepAct.ANSWER, "已补");
        var step = step(again(move), "ENTITLEMENT");
        assertThat(step.state()).isEqualTo(StepState.OPEN);
        assertThat(step.dueOn()).isEqualTo(calendar.plusWorkingDays(clock.today(), 5));
        assertThat(step.openedOn()).isEqualTo(move.startedOn());
        assertThat(moves.acts(again(move)))
                .extracting(StepActView::act)
                .containsExactly(StepAct.RETURN, StepAct.ANSWER);
    }

    @Test
    void aStepIsDoneByItsOwnUnitOnly() {
        var move = site.start(cast, MoveKind.IN, cast.room(1));
        refused(() -> site.act(cast.officer(), move, "ROOM", StepAct.FINISH, ""), CommonRefusal.NOT_ALLOWED);
        refused(() -> site.act(cast.firm(), move, "ROOM", StepAct.FINISH, ""), CommonRefusal.NOT_ALLOWED);
        refused(() -> site.act(house.officer(), move, "ROOM", StepAct.FINISH, ""), CommonRefusal.NOT_FOUND);
        assertThat(moves.toDo(cast.officer().actor()))
                .extracting(StepView::code)
                .containsExactly("ENTITLEMENT");
        assertThat(moves.toDo(cast.steward().actor()))
                .extracting(StepView::code)
                .containsExactly("ROOM");
    }

    @Test
    void aRefusedStepEndsTheMoveAndTheRoomIsFreeAgain() {
        var move = site.start(cast, MoveKind.IN, cast.room(1));
        site.finish(cast, move, List.of("ROOM"));
        site.act(cast.officer(), move, "FIRE_SAFETY", StepAct.REFUSE, "装修不符合消防要求");
        var ended = again(move);
        assertThat(ended.state()).isEqualTo(MoveState.REFUSED);
        assertThat(ended.reason()).isEqualTo("装修不符合消防要求");
        assertThat(state(move, "NETWORK")).isEqualTo(StepState.DROPPED);
        assertThat(state(move, "ROOM")).isEqualTo(StepState.DONE);
        assertThat(room(1).state()).isEqualTo(RoomState.FREE);
        refused(() -> site.act(cast.steward(), move, "NETWORK", StepAct.FINISH, ""), PremisesRefusal.MOVE_ENDED);
    }

    @Test
    void theFirmWithdrawsUntilTheRoomsAreHandedOver() {
        var in = site.start(cast, MoveKind.IN, cast.room(1));
        site.finish(cast, in, List.of("ROOM"));
        refused(
                () -> moves.withdraw(house.firmOwner().actor(), new WithdrawMove(key(), in.id(), "别家")),
                CommonRefusal.NOT_FOUND);
        refused(
                () -> moves.withdraw(cast.officer().actor(), new WithdrawMove(key(), in.id(), "部门")),
                CommonRefusal.NOT_ALLOWED);
        moves.withdraw(cast.firm().actor(), new WithdrawMove(key(), in.id(), "改租别处"));
        assertThat(again(in).state()).isEqualTo(MoveState.WITHDRAWN);
        assertThat(room(1).state()).isEqualTo(RoomState.FREE);

        site.seat(cast, cast.room(2));
        var out = site.start(cast, MoveKind.OUT, cast.room(2));
        site.finish(cast, out, List.of("INSPECTION"));
        refused(
                () -> moves.withdraw(cast.firm().actor(), new WithdrawMove(key(), out.id(), "不走了")),
                PremisesRefusal.MOVE_HANDED_OVER);
    }

    @Test
    void movingOutShowsTheDayAndEndsWithTheHandOver() {
        site.seat(cast, cast.room(1));
        var wanted = clock.today().plusDays(2);
        var form = site.form(cast, cast.firm(), MoveKind.OUT, 2, cast.room(1));
        var move = site.found(cast.firm(), moves.start(cast.steward().actor(), form));
        assertThat(room(1).state()).isEqualTo(RoomState.LEAVING);
        assertThat(Objects.requireNonNull(room(1).now()).leavesOn()).isEqualTo(wanted);
        refused(() -> site.start(cast, MoveKind.OUT, cast.room(1)), PremisesRefusal.MOVE_ROOMS);
        refused(() -> site.start(cast, house.firmOwner(), MoveKind.IN, cast.room(1)), PremisesRefusal.MOVE_ROOMS);
        site.finish(cast, move, List.of("INSPECTION"));
        var handedOver = clock.today();
        assertThat(state(move, "DEPOSIT")).isEqualTo(StepState.WAITING);
        clock.advance(Duration.ofDays(1));
        site.finish(cast, move, List.of("METERS", "CARDS", "DEPOSIT"));
        assertThat(room(1).state()).isEqualTo(RoomState.LEAVING);
        site.finish(cast, move, List.of("ADDRESS"));
        assertThat(again(move).state()).isEqualTo(MoveState.DONE);
        assertThat(room(1).state()).isEqualTo(RoomState.FREE);
        assertThat(occupancies.history(cast.operator().actor(), cast.room(1)))
                .extracting(OccupancyView::until)
                .containsExactly(handedOver);
    }

    @Test
    void aWithdrawnMoveOutLeavesTheFirmWhereItSits() {
        site.seat(cast, cast.room(1));
        var move = site.start(cast, MoveKind.OUT, cast.room(1));
        moves.withdraw(cast.firm().actor(), new WithdrawMove(key(), move.id(), "续租"));
        assertThat(room(1).state()).isEqualTo(RoomState.TAKEN);
    }

    @Test
    void withoutARoomTheFirmSaysHowMuchItNeedsAndTheUnitChooses() {
        var actor = cast.firm().actor();
        var nothing = site.form(cast, cast.firm(), MoveKind.IN, 5);
        refused(() -> moves.start(actor, nothing), PremisesRefusal.MOVE_WISH);
        var wish = new StartMove(
                key(),
                MoveKind.IN,
                cast.firm().organisation(),
                cast.building(),
                List.of(),
                30,
                new BigDecimal("200"),
                clock.today().plusDays(5),
                "张三",
                "靠窗");
        var move = site.found(cast.firm(), moves.start(actor, wish));
        refused(() -> site.act(cast.steward(), move, "ROOM", StepAct.FINISH, ""), PremisesRefusal.MOVE_ROOMS);
        var elsewhere = site.cast().room(1);
        refused(
                () -> site.act(cast.steward(), move, "ROOM", StepAct.FINISH, "", elsewhere),
                PremisesRefusal.MOVE_ROOMS);
        site.act(cast.steward(), move, "ROOM", StepAct.FINISH, "", cast.room(2), cast.room(3));
        assertThat(moves.rooms(again(move))).extracting(RoomView::number).containsExactly("302", "303");
        assertThat(Objects.requireNonNull(room(2).now()).since())
                .isEqualTo(clock.today().plusDays(5));
    }

    @Test
    void whatCannotBeAskedForIsRefused() {
        var actor = cast.firm().actor();
        refused(
                () -> moves.start(actor, site.form(cast, cast.firm(), MoveKind.IN, -1, cast.room(1))),
                PremisesRefusal.MOVE_DAY);
        refused(
                () -> moves.start(actor, site.form(cast, cast.firm(), MoveKind.IN, 181, cast.room(1))),
                PremisesRefusal.MOVE_DAY);
        refused(
                () -> moves.start(actor, site.form(cast, house.firmOwner(), MoveKind.IN, 1, cast.room(1))),
                PremisesRefusal.OCCUPANCY_FIRM_UNKNOWN);
        refused(
                () -> moves.start(actor, site.form(cast, cast.firm(), MoveKind.OUT, 1, cast.room(1))),
                PremisesRefusal.MOVE_ROOMS);
        refused(
                () -> moves.start(cast.officer().actor(), site.form(cast, cast.firm(), MoveKind.IN, 1, cast.room(1))),
                CommonRefusal.NOT_ALLOWED);
        var form = site.form(cast, cast.firm(), MoveKind.IN, 1, cast.room(1));
        assertThat(moves.start(actor, form)).isEqualTo(moves.start(actor, form));
        for (int more = 1; more < StartMove.RUNNING_MAX; more++) {
            moves.start(actor, site.form(cast, cast.firm(), MoveKind.IN, 1, cast.room(1)));
        }
        refused(
                () -> moves.start(actor, site.form(cast, cast.firm(), MoveKind.IN, 1, cast.room(1))),
                PremisesRefusal.MOVE_TOO_MANY);
    }

    @Test
    void ofTwoMovesThatAreConfirmedAtOnceOneGetsTheRoom() throws Exception {
        var other = house.firmOwner();
        var asked = List.of(
                site.start(cast, MoveKind.IN, cast.room(1)), site.start(cast, other, MoveKind.IN, cast.room(1)));
        var together = new CyclicBarrier(2);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = executor.invokeAll(asked.stream()
                    .<Callable<String>>map(move -> () -> {
                        together.await();
                        return confirmed(cast.steward(), move);
                    })
                    .toList());
            assertThat(outcomes).extracting(outcome -> outcome.get()).containsExactlyInAnyOrder("DONE", "ROOM_TAKEN");
        }
        assertThat(occupancies.history(cast.operator().actor(), cast.room(1))).hasSize(1);
    }

    private String confirmed(Resident who, MoveView move) {
        try {
            return site.act(who, move, "ROOM", StepAct.FINISH, "已签约").name();
        } catch (RefusedException refused) {
            return refused.refusal().code().name();
        }
    }

    @Test
    void anotherFirmAndAnotherUnitFindNothing() {
        var move = site.start(cast, MoveKind.IN, cast.room(1));
        for (var stranger : List.of(house.firmOwner(), house.officer(), house.provider())) {
            assertThat(moves.find(stranger.actor(), move.id())).isEmpty();
            assertThat(moves.list(stranger.actor(), new MoveFilter(null, null), 0, 10))
                    .isEmpty();
            assertThat(moves.count(stranger.actor(), new MoveFilter(null, null)))
                    .isZero();
        }
        for (var reader : List.of(cast.firm(), cast.officer(), cast.steward(), house.auditor())) {
            assertThat(moves.find(reader.actor(), move.id())).isPresent();
        }
    }

    @Test
    void papersComeWithTheFormAndWithSteps() {
        var brought = new Attachment("执照.pdf", "%PDF-1.7 licence".getBytes(UTF_8));
        var form = site.form(cast, cast.firm(), MoveKind.IN, 0, cast.room(1));
        var wrong = new Attachment("执照.exe", new byte[] {'M', 'Z'});
        refused(() -> moves.start(cast.firm().actor(), form.bringing(List.of(brought, wrong))), FileRefusal.FILE_TYPE);
        refused(
                () -> moves.start(cast.firm().actor(), form.bringing(Collections.nCopies(6, brought))),
                FileRefusal.FILES_TOO_MANY);
        assertThat(moves.count(cast.firm().actor(), new MoveFilter(null, null))).isZero();
        var id = moves.start(cast.firm().actor(), form.bringing(List.of(brought)));
        assertThat(moves.start(cast.firm().actor(), form.bringing(List.of(brought))))
                .isEqualTo(id);
        var move = site.found(cast.firm(), id);
        var issued = new Attachment("核对结果.pdf", "%PDF-1.7 result".getBytes(UTF_8));
        var done = new ActOnStep(key(), step(move, "ENTITLEMENT").id(), StepAct.FINISH, "", List.of());
        moves.act(cast.officer().actor(), done.bringing(List.of(issued)));
        var papers = movePapers.of(move);
        assertThat(papers).extracting(paper -> paper.file().name()).containsExactly("执照.pdf", "核对结果.pdf");
        assertThat(papers.getFirst().step()).isNull();
        assertThat(papers.getLast().step()).isEqualTo(step(move, "ENTITLEMENT").id());
        for (var reader : List.of(cast.firm(), cast.officer(), cast.steward())) {
            assertThat(papers)
                    .allMatch(paper -> movePapers
                            .find(reader.actor(), id, paper.file().id())
                            .isPresent());
        }
        var other = site.start(cast, MoveKind.IN, cast.room(2));
        var file = papers.getFirst().file().id();
        assertThat(movePapers.find(cast.firm().actor(), other.id(), file)).isEmpty();
        for (var stranger : List.of(house.firmOwner(), house.officer(), house.provider())) {
            assertThat(movePapers.find(stranger.actor(), id, file)).isEmpty();
        }
    }

    @Test
    void figuresAreMeasuredOverMovesThatAreDone() {
        var before = figures.of(cast.operator().actor(), MoveKind.IN);
        var move = site.start(cast, MoveKind.IN, cast.room(1));
        clock.advance(Duration.ofDays(7));
        site.finish(cast, move, IN_ALL);
        var after = figures.of(cast.operator().actor(), MoveKind.IN);
        assertThat(after.finished()).isEqualTo(before.finished() + 1);
        assertThat(after.medianDays()).isNotNull();
        assertThat(after.saved()).allMatch(saved -> saved.now() < saved.before());
        assertThat(after.saved())
                .filteredOn(saved -> saved.what() == MoveFigures.What.STEPS)
                .extracting(MoveFigures.Saved::percentLess)
                .containsExactly(33);
        refused(
                () -> figures.of(house.resident(OrgKind.BANK, Role.BANK_STAFF).actor(), MoveKind.IN),
                CommonRefusal.NOT_ALLOWED);
    }
}
