// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.kernel.RefusalCode;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.boot.test.context.TestComponent;

/// A building with rooms, who runs it, a department that does some steps, and a firm. Each test takes its own.
@TestComponent
class Site {

    private final House house;
    private final Buildings buildings;
    private final Occupancies occupancies;
    private final Moves moves;
    private final BusinessClock clock;

    Site(House house, Buildings buildings, Occupancies occupancies, Moves moves, BusinessClock clock) {
        this.house = house;
        this.buildings = buildings;
        this.occupancies = occupancies;
        this.moves = moves;
        this.clock = clock;
    }

    /// @param rooms 301 to 303, all free
    record Cast(
            Resident operator,
            Resident steward,
            Resident officer,
            Resident firm,
            BuildingId building,
            List<RoomId> rooms) {

        RoomId room(int number) {
            return rooms.get(number - 1);
        }
    }

    Cast cast() {
        var operator = house.operator();
        var actor = operator.actor();
        var officer = house.officer();
        var building = buildings.add(actor, new AddBuilding(key(), "示例楼" + UUID.randomUUID(), "示例路1号"));
        buildings.addFloor(actor, new AddFloor(key(), building, 3));
        var rooms = List.of("301", "302", "303").stream()
                .map(number ->
                        buildings.addRoom(actor, new AddRoom(key(), building, 3, number, new BigDecimal("120.50"), 20)))
                .toList();
        for (var office : List.of(Office.SAFETY, Office.POLICY)) {
            buildings.nameUnit(actor, new NameUnit(key(), building, office, officer.organisation()));
        }
        var steward = house.member(operator.organisation(), Role.STEWARD);
        return new Cast(operator, steward, officer, house.firmOwner(), building, rooms);
    }

    OccupancyId seat(Cast cast, Resident firm, RoomId room, LocalDate since) {
        return occupancies.seat(cast.operator().actor(), new SeatFirm(key(), room, firm.organisation(), since));
    }

    OccupancyId seat(Cast cast, RoomId room) {
        return seat(cast, cast.firm(), room, clock.today().minusDays(100));
    }

    StartMove form(Cast cast, Resident firm, MoveKind kind, int daysAhead, RoomId... rooms) {
        return new StartMove(
                key(),
                kind,
                firm.organisation(),
                cast.building(),
                Arrays.asList(rooms),
                null,
                null,
                clock.today().plusDays(daysAhead),
                "张三 021-5555 0100",
                "");
    }

    MoveView start(Cast cast, MoveKind kind, RoomId... rooms) {
        return start(cast, cast.firm(), kind, rooms);
    }

    MoveView start(Cast cast, Resident firm, MoveKind kind, RoomId... rooms) {
        var id = moves.start(firm.actor(), form(cast, firm, kind, 0, rooms));
        return found(firm, id);
    }

    MoveView found(Resident reader, MoveId move) {
        return moves.find(reader.actor(), move).orElseThrow();
    }

    static StepView step(MoveView move, String code) {
        return move.steps().stream()
                .filter(step -> step.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    StepState act(Resident who, MoveView move, String code, StepAct act, String words, RoomId... rooms) {
        return moves.act(who.actor(), new ActOnStep(key(), step(move, code).id(), act, words, Arrays.asList(rooms)));
    }

    /// Every step by whoever has it, in an order in which it can be done.
    void finish(Cast cast, MoveView move, List<String> codes) {
        for (var code : codes) {
            var unit = step(move, code).unit();
            var who = unit.equals(cast.officer().organisation()) ? cast.officer() : cast.steward();
            assertThat(act(who, move, code, StepAct.FINISH, "已办好")).isEqualTo(StepState.DONE);
        }
    }

    static void refused(ThrowingCallable call, RefusalCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    static RequestKey key() {
        return new RequestKey("premises-" + UUID.randomUUID());
    }
}
