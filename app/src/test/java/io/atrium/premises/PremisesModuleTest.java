// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import static io.atrium.premises.Site.key;
import static io.atrium.premises.Site.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.atrium.identity.Organisations;
import io.atrium.identity.RegisterOrganisation;
import io.atrium.jooq.Tables;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.premises.Site.Cast;
import io.atrium.premises.domain.RoomColumn;
import io.atrium.premises.domain.RoomFile.Fault;
import io.atrium.premises.domain.RoomFile.Problem;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/// Buildings, rooms and who sits in them, at the front door.
@AtriumTest
class PremisesModuleTest {

    @Autowired
    Site site;

    @Autowired
    House house;

    @Autowired
    Buildings buildings;

    @Autowired
    Occupancies occupancies;

    @Autowired
    RoomImports imports;

    @Autowired
    Organisations organisations;

    @Autowired
    DSLContext database;

    @Autowired
    BusinessClock clock;

    private Cast cast;

    @BeforeEach
    void aBuilding() {
        cast = site.cast();
    }

    private BuildingView building() {
        return buildings.find(cast.operator().actor(), cast.building()).orElseThrow();
    }

    private RoomView room(Resident reader, int number) {
        return buildings.findRoom(reader.actor(), cast.room(number)).orElseThrow();
    }

    @Test
    void whatIsFreeIsCountedByRoomAreaAndSeats() {
        site.seat(cast, cast.room(1));
        assertThat(building().rooms()).isEqualTo(3);
        assertThat(building().freeRooms()).isEqualTo(2);
        assertThat(building().freeArea()).isEqualByComparingTo("241.00");
        assertThat(building().freeSeats()).isEqualTo(40);
    }

    @Test
    void aBuildingIsKeptByWhoeverRunsItAndEverythingHasALimit() {
        var actor = cast.operator().actor();
        var building = cast.building();
        refused(() -> buildings.addFloor(actor, new AddFloor(key(), building, 0)), PremisesRefusal.FLOOR_NUMBER);
        refused(() -> buildings.addFloor(actor, new AddFloor(key(), building, 3)), PremisesRefusal.FLOOR_TAKEN);
        refused(() -> addRoom(9, "901", "20"), PremisesRefusal.FLOOR_UNKNOWN);
        refused(() -> addRoom(3, "301", "20"), PremisesRefusal.ROOM_NUMBER_TAKEN);
        refused(() -> addRoom(3, "304", "20.005"), PremisesRefusal.ROOM_AREA);
        refused(() -> addRoom(3, " ", "20"), PremisesRefusal.ROOM_NUMBER_LENGTH);
        var other = house.operator().actor();
        refused(() -> buildings.addFloor(other, new AddFloor(key(), building, 4)), CommonRefusal.NOT_FOUND);
        var firm = cast.firm().actor();
        refused(() -> buildings.addFloor(firm, new AddFloor(key(), building, 4)), CommonRefusal.NOT_ALLOWED);
        var name = building().name();
        refused(() -> buildings.add(actor, new AddBuilding(key(), name, "别处")), PremisesRefusal.BUILDING_NAME_TAKEN);
        buildings.changeRoom(actor, new ChangeRoom(key(), cast.room(1), new BigDecimal("99.99"), 8));
        assertThat(room(cast.operator(), 1).area()).isEqualByComparingTo("99.99");
    }

    private RoomId addRoom(int floor, String number, String area) {
        return buildings.addRoom(
                cast.operator().actor(), new AddRoom(key(), cast.building(), floor, number, new BigDecimal(area), 4));
    }

    @Test
    void theSameKeyAddsOnce() {
        var command = new AddRoom(key(), cast.building(), 3, "304", new BigDecimal("30"), 4);
        var first = buildings.addRoom(cast.operator().actor(), command);
        assertThat(buildings.addRoom(cast.operator().actor(), command)).isEqualTo(first);
    }

    @Test
    void whoSatThereAndLeftIsKeptAndARoomHasOneFirmAtATime() {
        var today = clock.today();
        var first = site.seat(cast, cast.room(1));
        var next = house.firmOwner();
        refused(() -> site.seat(cast, next, cast.room(1), today), PremisesRefusal.ROOM_TAKEN);
        refused(() -> site.seat(cast, next, cast.room(1), today.minusDays(500)), PremisesRefusal.ROOM_TAKEN);
        refused(() -> site.seat(cast, next, cast.room(2), today.plusDays(1)), PremisesRefusal.OCCUPANCY_DAY);
        refused(() -> site.seat(cast, cast.officer(), cast.room(2), today), PremisesRefusal.OCCUPANCY_FIRM_UNKNOWN);
        occupancies.end(cast.operator().actor(), new EndOccupancy(key(), first, today.minusDays(10)));
        site.seat(cast, next, cast.room(1), today.minusDays(10));
        assertThat(occupancies.history(cast.operator().actor(), cast.room(1)))
                .extracting(OccupancyView::firm, OccupancyView::until)
                .containsExactly(
                        tuple(next.organisation(), null), tuple(cast.firm().organisation(), today.minusDays(10)));
        refused(
                () -> occupancies.end(cast.operator().actor(), new EndOccupancy(key(), first, today)),
                PremisesRefusal.OCCUPANCY_IN_MOVE);
    }

    @Test
    void ofTwoAtOnceOneGetsTheRoom() throws Exception {
        var firms = List.of(house.firmOwner(), house.firmOwner());
        var together = new CyclicBarrier(2);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = executor.invokeAll(firms.stream()
                    .<Callable<String>>map(firm -> () -> {
                        together.await();
                        try {
                            site.seat(cast, firm, cast.room(1), clock.today());
                            return "seated";
                        } catch (RefusedException refused) {
                            return refused.refusal().code().name();
                        }
                    })
                    .toList());
            assertThat(outcomes).extracting(outcome -> outcome.get()).containsExactlyInAnyOrder("seated", "ROOM_TAKEN");
        }
        assertThat(occupancies.history(cast.operator().actor(), cast.room(1))).hasSize(1);
    }

    /// Whoever writes, and whatever they forgot to lock.
    @Test
    void theDatabaseItselfRefusesTwoFirmsInOneRoom() {
        site.seat(cast, cast.room(1));
        assertThatThrownBy(() -> database.insertInto(Tables.OCCUPANCY)
                        .set(Tables.OCCUPANCY.ID, "occ_" + UUID.randomUUID())
                        .set(Tables.OCCUPANCY.ROOM_ID, cast.room(1).value())
                        .set(
                                Tables.OCCUPANCY.FIRM_ID,
                                house.firmOwner().organisation().value())
                        .set(Tables.OCCUPANCY.STATE, "SEATED")
                        .set(Tables.OCCUPANCY.SINCE, clock.today().plusDays(30))
                        .execute())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("occupancy_room_id_daterange_excl");
    }

    @Test
    void aFirmSeesItsOwnRoomsAndFreeOnes() {
        var today = clock.today();
        var other = house.firmOwner();
        site.seat(cast, cast.room(1));
        site.seat(cast, other, cast.room(2), today.minusDays(5));
        assertThat(buildings.rooms(cast.firm().actor(), cast.building()))
                .extracting(RoomView::number, RoomView::state)
                .containsExactly(tuple("301", RoomState.TAKEN), tuple("303", RoomState.FREE));
        assertThat(buildings.findRoom(cast.firm().actor(), cast.room(2))).isEmpty();
        assertThat(occupancies.history(cast.firm().actor(), cast.room(2))).isEmpty();
        assertThat(occupancies.ofFirm(cast.firm().actor(), other.organisation()))
                .isEmpty();
        assertThat(occupancies.ofFirm(cast.officer().actor(), other.organisation()))
                .hasSize(1);
        assertThat(buildings.rooms(cast.officer().actor(), cast.building())).hasSize(3);
        assertThat(buildings.rooms(house.auditor().actor(), cast.building())).hasSize(3);
        assertThat(buildings.rooms(house.provider().actor(), cast.building())).isEmpty();
    }

    @Test
    void aRoomThatAFirmHadShowsItsOwnStayButNotWhoHasItNow() {
        var today = clock.today();
        var mine = site.seat(cast, cast.room(1));
        occupancies.end(cast.operator().actor(), new EndOccupancy(key(), mine, today.minusDays(10)));
        site.seat(cast, house.firmOwner(), cast.room(1), today.minusDays(3));
        var seen = room(cast.firm(), 1);
        assertThat(seen.now()).isNull();
        assertThat(seen.state()).isEqualTo(RoomState.TAKEN);
        assertThat(occupancies.history(cast.firm().actor(), cast.room(1)))
                .extracting(OccupancyView::firm)
                .containsExactly(cast.firm().organisation());
    }

    private ImportRoomsReport takeIn(String rows) {
        var text = "楼宇,地址,楼层,房间号,面积,工位,统一社会信用代码,入驻日期\n" + rows;
        return imports.takeIn(cast.operator().actor(), new ImportRooms(key(), text.getBytes(StandardCharsets.UTF_8)));
    }

    private static final String CODE = "91310000MA1FL%05d";
    private static int codes = 100;

    private String firmWithCode() {
        var code = CODE.formatted(codes++);
        organisations.register(new RegisterOrganisation(OrgKind.FIRM, "导入企业" + code, "Imported " + code, code));
        return code;
    }

    @Test
    void aFileAddsBuildingsFloorsRoomsAndWhoSitsThere() {
        var code = firmWithCode();
        var report = takeIn("示例2号楼,示例路2号,B1,B101,200,1,,\n示例2号楼,,1,101,80.5,12," + code + ",2026-03-01\n"
                + building().name() + ",,4,401,60,8,,\n");
        assertThat(report.problems()).isEmpty();
        assertThat(report)
                .extracting(ImportRoomsReport::rooms, ImportRoomsReport::buildings, ImportRoomsReport::seated)
                .containsExactly(3, 1, 1);
        var added = buildings.list(cast.operator().actor()).stream()
                .filter(each -> each.name().equals("示例2号楼"))
                .filter(each -> each.operator().equals(cast.operator().organisation()))
                .findFirst()
                .orElseThrow();
        assertThat(buildings.floors(added.id())).containsExactly(1, -1);
        assertThat(added.freeRooms()).isEqualTo(1);
        assertThat(buildings.floors(cast.building())).containsExactly(4, 3);
    }

    @Test
    void aFileWithOneBadRowChangesNothingAndEveryBadRowIsNamed() {
        var name = building().name();
        var report = takeIn("示例3号楼,,1,101,80.5,12,,\n"
                + name + ",,3,301,60,8,,\n"
                + name + ",,3,305,60,8,91310000MA1NOBODY0,2026-03-01\n"
                + name + ",,3,306,60,8," + firmWithCode() + ",2099-03-01\n"
                + name + ",,3,307,60,8,,\n");
        assertThat(report.problems())
                .extracting(Problem::line, Problem::column, Problem::fault)
                .containsExactly(
                        tuple(2, RoomColumn.ADDRESS, Fault.ADDRESS_MISSING),
                        tuple(3, RoomColumn.NUMBER, Fault.ROOM_THERE),
                        tuple(4, RoomColumn.FIRM, Fault.FIRM_UNKNOWN),
                        tuple(5, RoomColumn.SINCE, Fault.DAY_AHEAD));
        assertThat(report.rooms()).isZero();
        assertThat(building().rooms()).isEqualTo(3);
        refused(
                () -> imports.takeIn(cast.firm().actor(), new ImportRooms(key(), new byte[0])),
                CommonRefusal.NOT_ALLOWED);
    }
}
