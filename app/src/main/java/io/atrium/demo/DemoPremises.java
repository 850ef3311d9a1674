// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo;

import io.atrium.company.Companies;
import io.atrium.company.CompanyFilter;
import io.atrium.company.CompanyView;
import io.atrium.files.Attachment;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.premises.ActOnStep;
import io.atrium.premises.BuildingId;
import io.atrium.premises.BuildingView;
import io.atrium.premises.Buildings;
import io.atrium.premises.EndOccupancy;
import io.atrium.premises.ImportRooms;
import io.atrium.premises.MoveId;
import io.atrium.premises.MoveKind;
import io.atrium.premises.Moves;
import io.atrium.premises.NameUnit;
import io.atrium.premises.Occupancies;
import io.atrium.premises.Office;
import io.atrium.premises.RoomImports;
import io.atrium.premises.RoomView;
import io.atrium.premises.SeatFirm;
import io.atrium.premises.StartMove;
import io.atrium.premises.StepAct;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Two invented buildings: firms that sit there, one that changed its room, one moving in half-way, one moving out.
@Component
class DemoPremises {

    private static final String FIRST = "示例1号楼";
    private static final String SECOND = "示例2号楼";
    private static final int ROOMS_A_FLOOR = 5;

    /// Of the rooms of a building every so many stays free.
    private static final int FREE_EVERY = 4;

    private final Buildings buildings;
    private final RoomImports imports;
    private final Occupancies occupancies;
    private final Moves moves;
    private final Companies companies;
    private final BusinessClock clock;

    DemoPremises(
            Buildings buildings,
            RoomImports imports,
            Occupancies occupancies,
            Moves moves,
            Companies companies,
            BusinessClock clock) {
        this.buildings = buildings;
        this.imports = imports;
        this.occupancies = occupancies;
        this.moves = moves;
        this.companies = companies;
        this.clock = clock;
    }

    /// Its days are those of the first time: once the buildings are there, nothing is laid again.
    void lay(Map<String, Actor> people, Map<String, OrgId> places) {
        var operator = actor(people, "operator");
        if (buildings.list(operator).stream().map(BuildingView::name).anyMatch(FIRST::equals)) {
            return;
        }
        imports.takeIn(operator, new ImportRooms(key("rooms"), rooms(people).getBytes(StandardCharsets.UTF_8)));
        var first = building(operator);
        var industry = Objects.requireNonNull(places.get("department-industry"));
        for (var office : List.of(Office.POLICY, Office.SAFETY)) {
            buildings.nameUnit(operator, new NameUnit(key("unit-" + office), first, office, industry));
        }
        seat(people, "firm1", "301", 400);
        seat(people, "firm2", "205", 620);
        changeRoom(people);
        moveIn(people, first);
        moveOut(people, first);
    }

    /// Both buildings; the first five rooms of the second and the third floor are left to the firms of the personas.
    private String rooms(Map<String, Actor> people) {
        var firms = firms(people);
        var file = new StringBuilder("楼宇,地址,楼层,房间号,面积,工位,统一社会信用代码,入驻日期\n");
        for (int floor = 1; floor <= 6; floor++) {
            boolean isOfPersonas = floor == 2 || floor == 3;
            floor(file, FIRST, floor, isOfPersonas ? Collections.emptyIterator() : firms);
        }
        for (int floor = -1; floor <= 4; floor++) {
            if (floor != 0) {
                floor(file, SECOND, floor, floor < 0 ? Collections.emptyIterator() : firms);
            }
        }
        return file.toString();
    }

    private Iterator<CompanyView> firms(Map<String, Actor> people) {
        var personas = people.values().stream().map(Actor::organisation).collect(Collectors.toSet());
        var scope = actor(people, "operator").scope(Permission.READ_COMPANY);
        return companies.list(scope, new CompanyFilter(null, null, true), 1, Companies.PAGE_SIZE_MAX).stream()
                .filter(firm -> !personas.contains(firm.id()))
                .iterator();
    }

    private void floor(StringBuilder file, String building, int floor, Iterator<CompanyView> firms) {
        for (int door = 1; door <= ROOMS_A_FLOOR; door++) {
            boolean isFree = (floor + door) % FREE_EVERY == 0 || !firms.hasNext();
            var seated = isFree ? "," : seated(firms.next(), clock.today().minusDays(90L * door + 17L * floor));
            file.append("%s,示例路%d号（虚构）,%d,%s,%d.%d,%d,%s%n"
                    .formatted(
                            building,
                            building.equals(FIRST) ? 1 : 2,
                            floor,
                            floor < 0 ? "B%d%02d".formatted(-floor, door) : "%d%02d".formatted(floor, door),
                            60 + 30 * door,
                            5 * (door % 2),
                            10 + 5 * door,
                            seated));
        }
    }

    /// No firm sits anywhere before it is founded.
    private static String seated(CompanyView firm, LocalDate day) {
        var founded = firm.registeredOn();
        return firm.unifiedCode() + "," + (founded == null || founded.isBefore(day) ? day : founded);
    }

    private BuildingId building(Actor operator) {
        return buildings.list(operator).stream()
                .filter(building ->
                        building.name().equals(FIRST) && building.operator().equals(operator.organisation()))
                .map(BuildingView::id)
                .findFirst()
                .orElseThrow();
    }

    private RoomView room(Map<String, Actor> people, String number) {
        var operator = actor(people, "operator");
        return buildings.rooms(operator, building(operator)).stream()
                .filter(room -> room.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private void seat(Map<String, Actor> people, String firm, String number, int daysAgo) {
        occupancies.seat(
                actor(people, "operator"),
                new SeatFirm(
                        key("seat-" + firm + "-" + number),
                        room(people, number).id(),
                        actor(people, firm).organisation(),
                        clock.today().minusDays(daysAgo)));
    }

    /// The third firm outgrew its first room.
    private void changeRoom(Map<String, Actor> people) {
        seat(people, "firm3", "201", 500);
        var left = Objects.requireNonNull(room(people, "201").now());
        occupancies.end(
                actor(people, "operator"),
                new EndOccupancy(key("left-201"), left.id(), clock.today().minusDays(120)));
        seat(people, "firm3", "204", 120);
    }

    /// The first firm wants one room more on its floor: signed, one step returned, the others run.
    private void moveIn(Map<String, Actor> people, BuildingId building) {
        var wanted = clock.today().plusDays(25);
        var move = start(people, "firm1", MoveKind.IN, building, "302", wanted, paper("装修平面图（示范）.pdf", "Layout"));
        act(people, move, "ROOM", "steward1", StepAct.FINISH, "合同已签，房间已预留。");
        act(people, move, "FIRE_SAFETY", "officer.industry", StepAct.RETURN, "平面图缺少疏散通道标注，请补充。");
        var proof = paper("住所证明（示范）.pdf", "Proof of address");
        act(people, move, "ADDRESS", "steward1", StepAct.FINISH, "住所证明已出具，见附件。", proof);
    }

    private static Attachment paper(String name, String words) {
        return new Attachment(name, DemoPapers.pdf(words));
    }

    private void moveOut(Map<String, Actor> people, BuildingId building) {
        start(people, "firm2", MoveKind.OUT, building, "205", clock.today().plusDays(12));
    }

    private MoveId start(
            Map<String, Actor> people,
            String firm,
            MoveKind kind,
            BuildingId building,
            String number,
            LocalDate wanted,
            Attachment... papers) {
        var owner = actor(people, firm);
        return moves.start(
                owner,
                new StartMove(
                        key("move-" + firm),
                        kind,
                        owner.organisation(),
                        building,
                        List.of(room(people, number).id()),
                        null,
                        null,
                        wanted,
                        "行政负责人，021-5555 0199",
                        "",
                        List.of(papers)));
    }

    private void act(
            Map<String, Actor> people,
            MoveId move,
            String code,
            String who,
            StepAct act,
            String words,
            Attachment... papers) {
        var step = moves.find(actor(people, "operator"), move).orElseThrow().steps().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
        moves.act(
                actor(people, who),
                new ActOnStep(key(code + "-" + act), step.id(), act, words, List.of(), List.of(papers)));
    }

    private static RequestKey key(String part) {
        return new RequestKey("demo-premises-" + part);
    }

    private static Actor actor(Map<String, Actor> people, String login) {
        return Objects.requireNonNull(people.get(login), login);
    }
}
