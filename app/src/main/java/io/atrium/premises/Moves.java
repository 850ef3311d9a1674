// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.premises.domain.MoveTemplate;
import io.atrium.premises.domain.MoveTemplates;
import io.atrium.premises.store.MoveStore;
import io.atrium.premises.store.OccupancyStore;
import io.atrium.web.Requests;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of moving in and moving out as one thing (入驻一件事、退租一件事): one form, then steps side by side, each with
/// an owner and a day. The template says what waits for what; when the last step is done, the occupancy is written or
/// ended with the day of the hand-over.
@Component
public class Moves {

    private static final String ACT_PREFIX = "mac";
    private static final int DESK_MAX = 50;

    private final MoveStore store;
    private final OccupancyStore rooms;
    private final Occupancies occupancies;
    private final Buildings buildings;
    private final MoveTemplates templates;
    private final MoveNotices notices;
    private final MovePapers papers;
    private final Requests requests;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    Moves(
            MoveStore store,
            OccupancyStore rooms,
            Occupancies occupancies,
            Buildings buildings,
            MoveTemplates templates,
            MoveNotices notices,
            MovePapers papers,
            Requests requests,
            Audit audit,
            Ids ids,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.store = store;
        this.rooms = rooms;
        this.occupancies = occupancies;
        this.buildings = buildings;
        this.templates = templates;
        this.notices = notices;
        this.papers = papers;
        this.requests = requests;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.calendar = calendar;
    }

    /// The template by which a move runs that starts now.
    public MoveTemplate template(MoveKind kind) {
        return templates.latest(kind);
    }

    public MoveTemplate template(MoveView move) {
        return templates.find(move.kind(), move.template());
    }

    /// Starts a move by its one form; the steps that wait for nobody open at once.
    @Transactional
    public MoveId start(Actor actor, StartMove command) {
        actor.require(Permission.START_MOVE);
        return requests.once(actor, command.key(), command, MoveId.class, () -> startNow(actor, command));
    }

    private MoveId startNow(Actor actor, StartMove command) {
        if (!actor.scope(Permission.START_MOVE).sees(command.firm()) || !occupancies.isFirm(command.firm())) {
            throw new RefusedException(PremisesRefusal.OCCUPANCY_FIRM_UNKNOWN);
        }
        var building = buildings
                .find(actor, command.building())
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        rooms.lock(command.rooms());
        check(actor, command);
        var contact =
                Buildings.text(command.contact(), StartMove.CONTACT_LENGTH_MAX, PremisesRefusal.MOVE_CONTACT_LENGTH);
        papers.check(command.papers());
        var template = templates.latest(command.kind());
        var move = new MoveView(
                new MoveId(ids.next(MoveId.PREFIX)),
                command.kind(),
                template.version(),
                command.firm(),
                command.building(),
                command.rooms().stream().distinct().toList(),
                new MoveView.Wish(
                        command.seats(),
                        command.area(),
                        command.wantedOn(),
                        contact,
                        command.notes().strip()),
                MoveState.RUNNING,
                actor.name(),
                clock.instant(),
                clock.today(),
                null,
                null,
                null,
                List.of());
        store.insert(move);
        papers.keep(actor, move.id(), null, command.papers());
        insertSteps(move, template, buildings.units(building));
        if (command.kind() == MoveKind.OUT) {
            rooms.leave(move.rooms(), move.firm(), command.wantedOn());
        }
        audit.record(
                actor,
                "premises.move-started",
                move.id().value(),
                Map.of("kind", move.kind().name(), "firm", move.firm().value()));
        notices.started(move);
        return move.id();
    }

    private void insertSteps(MoveView move, MoveTemplate template, Map<Office, OrgId> units) {
        var today = clock.today();
        var wanted = move.wish().wantedOn();
        int place = 1;
        for (var step : template.steps()) {
            boolean isOpen = step.waitsFor().isEmpty();
            var view = new StepView(
                    new StepId(ids.next(StepId.PREFIX)),
                    move.id(),
                    step.code(),
                    Objects.requireNonNull(units.get(step.office())),
                    isOpen ? StepState.OPEN : StepState.WAITING,
                    step.days(),
                    isOpen ? today : null,
                    isOpen ? step.dueOn(today, wanted, calendar) : null,
                    null);
            store.insert(view, place++, isOpen ? step.countedFrom(today, wanted) : null);
            var due = view.dueOn();
            if (due != null) {
                notices.opened(move, view, step, calendar.closing(due));
            }
        }
    }

    private void check(Actor actor, StartMove command) {
        checkRooms(actor, command);
        var last = lastDay();
        if (command.wantedOn().isBefore(clock.today()) || command.wantedOn().isAfter(last)) {
            throw new RefusedException(Refusal.of(PremisesRefusal.MOVE_DAY, "last", last.toString()));
        }
        if (command.notes().strip().length() > StartMove.NOTES_LENGTH_MAX) {
            throw new RefusedException(
                    Refusal.of(PremisesRefusal.MOVE_NOTES_LENGTH, "limit", StartMove.NOTES_LENGTH_MAX));
        }
        if (store.countRunning(command.firm()) >= StartMove.RUNNING_MAX) {
            throw new RefusedException(Refusal.of(PremisesRefusal.MOVE_TOO_MANY, "limit", StartMove.RUNNING_MAX));
        }
    }

    private LocalDate lastDay() {
        var far = clock.today().plusDays(StartMove.DAYS_AHEAD_MAX);
        var known = calendar.lastDay().minusDays(StartMove.CALENDAR_DAYS_MIN);
        return far.isBefore(known) ? far : known;
    }

    /// Moving in: free rooms of the building, or how much is needed. Moving out: rooms that the firm sits in and has
    /// not
    /// said to leave yet.
    private void checkRooms(Actor actor, StartMove command) {
        var found = buildings.findRooms(actor, command.rooms());
        boolean areThere = found.size() == command.rooms().stream().distinct().count()
                && found.size() <= StartMove.ROOMS_MAX
                && found.stream().allMatch(room -> room.building().equals(command.building()));
        boolean fit = command.kind() == MoveKind.IN
                ? found.stream().allMatch(RoomView::isFree)
                : !found.isEmpty() && found.stream().allMatch(room -> isLeft(room, command.firm()));
        if (!areThere || !fit) {
            throw new RefusedException(Refusal.of(PremisesRefusal.MOVE_ROOMS, "limit", StartMove.ROOMS_MAX));
        }
        var seats = command.seats();
        var area = command.area();
        boolean asksRight = (seats == null || AddRoom.isSeats(seats)) && (area == null || AddRoom.isArea(area));
        if (!asksRight || (found.isEmpty() && seats == null && area == null)) {
            throw new RefusedException(PremisesRefusal.MOVE_WISH);
        }
    }

    /// Whether the firm sits in the room and has not said to leave.
    public static boolean isLeft(RoomView room, OrgId firm) {
        var now = room.now();
        return now != null && now.firm().equals(firm) && !now.isReserved() && now.leavesOn() == null;
    }

    /// Does something with a step. Returns the state after it.
    @Transactional
    public StepState act(Actor actor, ActOnStep command) {
        return requests.once(actor, command.key(), command, StepState.class, () -> actNow(actor, command));
    }

    private StepState actNow(Actor actor, ActOnStep command) {
        var scope = actor.scope(Permission.READ_MOVE);
        var move = store.moveOf(scope, command.step())
                .flatMap(id -> store.lock(scope, id))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        var step = step(move, command.step());
        if (!isHand(actor, move, step, command.act())) {
            throw new RefusedException(Refusal.of(
                    CommonRefusal.NOT_ALLOWED,
                    "permission",
                    permission(command.act()).name()));
        }
        if (!move.isRunning()) {
            throw new RefusedException(PremisesRefusal.MOVE_ENDED);
        }
        var state =
                step.state().after(command.act()).orElseThrow(() -> new RefusedException(PremisesRefusal.STEP_NOT_NOW));
        var words = words(command);
        papers.check(command.papers());
        var id = ids.next(ACT_PREFIX);
        store.insert(
                id,
                new StepActView(step.id(), command.act(), words, actor.name(), actor.organisation(), clock.instant()));
        papers.keep(actor, move.id(), id, command.papers());
        var due = write(move, step, command, state);
        audit.record(
                actor,
                "premises.step-acted",
                step.id().value(),
                Map.of("act", command.act().name(), "step", step.code()));
        notices.acted(move, step, template(move).step(step.code()), command.act(), id, words, calendar.closing(due));
        switch (state) {
            case DONE -> goOn(move, step);
            case REFUSED -> end(move, MoveState.REFUSED, words);
            case WAITING, OPEN, RETURNED, DROPPED -> {}
        }
        return state;
    }

    /// Returns the day on which the step is due.
    private LocalDate write(MoveView move, StepView step, ActOnStep command, StepState state) {
        var today = clock.today();
        if (state == StepState.OPEN) {
            return open(move, step);
        }
        if (state == StepState.DONE && step.code().equals(template(move).confirmsRooms())) {
            confirm(move, command.rooms());
        }
        store.set(step.id(), state, state == StepState.DONE ? today : null);
        return Objects.requireNonNull(step.dueOn());
    }

    /// Opens a step, or opens it again: then its days are counted anew.
    private LocalDate open(MoveView move, StepView step) {
        var today = clock.today();
        var wanted = move.wish().wantedOn();
        var what = template(move).step(step.code());
        var due = what.dueOn(today, wanted, calendar);
        var opened = step.openedOn();
        store.open(step.id(), opened == null ? today : opened, what.countedFrom(today, wanted), due);
        return due;
    }

    /// The rooms are the firm's from the wished day on, whoever else asks for them.
    private void confirm(MoveView move, List<RoomId> named) {
        var confirmed =
                named.isEmpty() ? move.rooms() : named.stream().distinct().toList();
        var found = rooms.find(new Scope.All(), confirmed, clock.today());
        boolean areThere = !found.isEmpty()
                && found.size() == confirmed.size()
                && found.size() <= StartMove.ROOMS_MAX
                && found.stream().allMatch(room -> room.building().equals(move.building()));
        if (!areThere) {
            throw new RefusedException(Refusal.of(PremisesRefusal.MOVE_ROOMS, "limit", StartMove.ROOMS_MAX));
        }
        var today = clock.today();
        var wanted = move.wish().wantedOn();
        occupancies.reserve(confirmed, move.firm(), wanted.isBefore(today) ? today : wanted, move.id());
    }

    /// What waited for the step opens; after the last one the move is done.
    private void goOn(MoveView move, StepView done) {
        var template = template(move);
        if (done.code().equals(template.handsOver())) {
            store.handOver(move.id(), clock.today());
        }
        var finished = move.steps().stream()
                .filter(step -> step.state() == StepState.DONE || step.id().equals(done.id()))
                .map(StepView::code)
                .collect(Collectors.toSet());
        var opened = template.opened(finished);
        for (var step : move.steps()) {
            if (step.state() == StepState.WAITING && opened.contains(step.code())) {
                var due = open(move, step);
                notices.opened(move, step, template.step(step.code()), calendar.closing(due));
            }
        }
        if (finished.size() == move.steps().size()) {
            close(move, done.code().equals(template.handsOver()) ? clock.today() : handedOver(move));
        }
    }

    private static LocalDate handedOver(MoveView move) {
        return Objects.requireNonNull(move.handedOverOn(), "a move without a hand-over");
    }

    private void close(MoveView move, LocalDate handedOver) {
        switch (move.kind()) {
            case IN -> rooms.seat(move.id(), handedOver);
            case OUT -> rooms.end(move.rooms(), move.firm(), handedOver);
        }
        store.end(move.id(), MoveState.DONE, clock.today(), null);
        notices.ended(move, MoveState.DONE, "");
    }

    /// Ends a move that came to nothing: rooms are free again, who wanted to leave stays.
    private void end(MoveView move, MoveState state, String reason) {
        switch (move.kind()) {
            case IN -> rooms.release(move.id());
            case OUT -> rooms.leave(move.rooms(), move.firm(), null);
        }
        store.drop(move.id());
        store.end(move.id(), state, clock.today(), reason);
        notices.ended(move, state, reason);
    }

    /// The firm does not want to move any more; possible until the rooms are handed over.
    @Transactional
    public MoveState withdraw(Actor actor, WithdrawMove command) {
        actor.require(Permission.START_MOVE);
        return requests.once(actor, command.key(), command, MoveState.class, () -> {
            var move = store.lock(actor.scope(Permission.START_MOVE), command.move())
                    .filter(found -> actor.scope(Permission.START_MOVE).sees(found.firm()))
                    .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
            if (!move.isRunning()) {
                throw new RefusedException(PremisesRefusal.MOVE_ENDED);
            }
            if (move.handedOverOn() != null) {
                throw new RefusedException(PremisesRefusal.MOVE_HANDED_OVER);
            }
            var reason =
                    Buildings.text(command.reason(), ActOnStep.WORDS_LENGTH_MAX, PremisesRefusal.MOVE_WORDS_LENGTH);
            end(move, MoveState.WITHDRAWN, reason);
            audit.record(actor, "premises.move-withdrawn", move.id().value(), Map.of());
            return MoveState.WITHDRAWN;
        });
    }

    /// What an actor who sees a move may do with a step of it now.
    public static List<StepAct> offered(Actor actor, MoveView move, StepView step) {
        return Arrays.stream(StepAct.values())
                .filter(_ -> move.isRunning())
                .filter(act -> step.state().after(act).isPresent())
                .filter(act -> isHand(actor, move, step, act))
                .toList();
    }

    public static boolean mayWithdraw(Actor actor, MoveView move) {
        return move.isRunning()
                && move.handedOverOn() == null
                && actor.scope(Permission.START_MOVE).sees(move.firm());
    }

    private static boolean isHand(Actor actor, MoveView move, StepView step, StepAct act) {
        return actor.scope(permission(act)).sees(act.isOfFirm() ? move.firm() : step.unit());
    }

    private static Permission permission(StepAct act) {
        return act.isOfFirm() ? Permission.START_MOVE : Permission.DO_MOVE_STEP;
    }

    private static StepView step(MoveView move, StepId id) {
        return move.steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String words(ActOnStep command) {
        var words = command.words().strip();
        if (words.length() > ActOnStep.WORDS_LENGTH_MAX || (words.isEmpty() && command.act() != StepAct.FINISH)) {
            throw new RefusedException(
                    Refusal.of(PremisesRefusal.MOVE_WORDS_LENGTH, "limit", ActOnStep.WORDS_LENGTH_MAX));
        }
        return words;
    }

    @Transactional(readOnly = true)
    public Optional<MoveView> find(Actor actor, MoveId move) {
        return store.find(actor.scope(Permission.READ_MOVE), move);
    }

    @Transactional(readOnly = true)
    public Optional<MoveView> findByStep(Actor actor, StepId step) {
        var scope = actor.scope(Permission.READ_MOVE);
        return store.moveOf(scope, step).flatMap(move -> store.find(scope, move));
    }

    /// The moves of some steps, as far as the actor may see them.
    @Transactional(readOnly = true)
    public Map<MoveId, MoveView> ofSteps(Actor actor, Collection<StepView> steps) {
        return store
                .findAll(
                        actor.scope(Permission.READ_MOVE),
                        steps.stream().map(StepView::move).distinct().toList())
                .stream()
                .collect(Collectors.toMap(MoveView::id, Function.identity()));
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public List<MoveView> list(Actor actor, MoveFilter filter, long offset, int limit) {
        return store.list(actor.scope(Permission.READ_MOVE), filter, offset, limit);
    }

    @Transactional(readOnly = true)
    public int count(Actor actor, MoveFilter filter) {
        return store.count(actor.scope(Permission.READ_MOVE), filter);
    }

    /// Of a move that the caller was allowed to find, oldest first.
    @Transactional(readOnly = true)
    public List<StepActView> acts(MoveView move) {
        return store.acts(move.id());
    }

    /// Rooms of a move that the caller was allowed to find: those that it has, or that were asked for; not who else has
    /// them.
    @Transactional(readOnly = true)
    public List<RoomView> rooms(MoveView move) {
        var confirmed =
                rooms.ofMove(move.id()).stream().map(OccupancyView::room).toList();
        return rooms.described(confirmed.isEmpty() ? move.rooms() : confirmed);
    }

    /// Rooms that can be confirmed for a move now.
    @Transactional(readOnly = true)
    public List<RoomView> offeredRooms(Actor actor, MoveView move) {
        return actor.may(Permission.DO_MOVE_STEP)
                ? rooms.rooms(new Scope.All(), move.building(), clock.today()).stream()
                        .filter(RoomView::isFree)
                        .toList()
                : List.of();
    }

    /// What the actor's own organisation has to do.
    @Transactional(readOnly = true)
    public List<StepView> toDo(Actor actor) {
        return actor.may(Permission.DO_MOVE_STEP) ? store.toDo(actor.organisation(), DESK_MAX) : List.of();
    }

    /// What was returned to the actor's own firm.
    @Transactional(readOnly = true)
    public List<StepView> returned(Actor actor) {
        return actor.may(Permission.START_MOVE) ? store.returned(actor.organisation(), DESK_MAX) : List.of();
    }

    /// Reminds units on the working day before, and tells them and the firm, once, when the day went by.
    @Transactional
    public void sweep() {
        var today = clock.today();
        store.takeToRemind(today, calendar.plusWorkingDays(today, 1)).forEach(step -> tell(step, false));
        store.takeMissed(today).forEach(step -> tell(step, true));
    }

    private void tell(StepView step, boolean isMissed) {
        var move = store.find(new Scope.All(), step.move()).orElseThrow();
        var what = template(move).step(step.code());
        var due = calendar.closing(Objects.requireNonNull(step.dueOn()));
        if (isMissed) {
            notices.missed(move, step, what, due);
        } else {
            notices.remind(step, what, due);
        }
    }
}
