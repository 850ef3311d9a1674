// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.web;

import io.atrium.identity.OrganisationNames;
import io.atrium.identity.Organisations;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.premises.BuildingId;
import io.atrium.premises.BuildingView;
import io.atrium.premises.Buildings;
import io.atrium.premises.Occupancies;
import io.atrium.premises.OccupancyView;
import io.atrium.premises.RoomId;
import io.atrium.premises.RoomView;
import io.atrium.web.Crumb;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// `/my-rooms`: the rooms of one's own firm, now and before; `/firms/{firm}/rooms` those of any firm one may see.
@Controller
class FirmRoomsPages {

    private static final String OWN = "/my-rooms";

    private final Buildings buildings;
    private final Occupancies occupancies;
    private final Organisations organisations;
    private final OrganisationNames names;

    FirmRoomsPages(Buildings buildings, Occupancies occupancies, Organisations organisations, OrganisationNames names) {
        this.buildings = buildings;
        this.occupancies = occupancies;
        this.organisations = organisations;
        this.names = names;
    }

    @Bean
    static NavItem myRoomsNavItem() {
        return new NavItem(
                NavGroup.NEEDS,
                "premises.nav.rooms",
                OWN,
                48,
                viewer -> viewer.filter(a -> a.kind() == OrgKind.FIRM && a.may(Permission.READ_PREMISES))
                        .isPresent());
    }

    static String of(OrgId firm) {
        return "/firms/" + firm + "/rooms";
    }

    @GetMapping(OWN)
    PageView own(Actor actor, Text t) {
        actor.require(Permission.READ_PREMISES);
        return PageView.of("premises/firm-rooms", "premises.rooms.own", page(actor, actor.organisation(), t))
                .under(Crumb.of("insight.nav.home", "/"));
    }

    @GetMapping("/firms/{firm}/rooms")
    PageView ofFirm(Actor actor, @PathVariable OrgId firm, Text t) {
        actor.require(Permission.READ_PREMISES);
        boolean isSeen = actor.scope(Permission.READ_PREMISES).sees(firm)
                && organisations
                        .find(firm)
                        .filter(found -> found.kind() == OrgKind.FIRM)
                        .isPresent();
        if (!isSeen) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        return PageView.of("premises/firm-rooms", "premises.rooms.of", page(actor, firm, t), names.of(t, firm))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("premises.nav.buildings", BuildingPages.PATH));
    }

    private FirmRoomsPage page(Actor actor, OrgId firm, Text t) {
        var stays = occupancies.ofFirm(actor, firm);
        var rooms = buildings
                .findRooms(
                        actor,
                        stays.stream().map(OccupancyView::room).distinct().toList())
                .stream()
                .collect(Collectors.toMap(RoomView::id, Function.identity()));
        var called = buildings.list(actor).stream().collect(Collectors.toMap(BuildingView::id, BuildingView::name));
        var rows = stays.stream().flatMap(stay -> row(stay, rooms, called, t)).toList();
        boolean sitsSomewhere = stays.stream().anyMatch(stay -> !stay.isOver() && !stay.isReserved());
        boolean mayStart = actor.scope(Permission.START_MOVE).sees(firm);
        return new FirmRoomsPage(
                Table.of(
                        "premises.rooms.caption",
                        Empty.nothingYet("premises.rooms.none"),
                        rows.size(),
                        Column.text("premises.room"),
                        Column.text("premises.room.what"),
                        Column.text("premises.since"),
                        Column.text("premises.stay")),
                rows,
                mayStart ? MoveStartPages.PATH + "?kind=IN&firm=" + firm : null,
                mayStart && sitsSomewhere ? MoveStartPages.PATH + "?kind=OUT&firm=" + firm : null);
    }

    private static Stream<FirmRoomsPage.Row> row(
            OccupancyView stay, Map<RoomId, RoomView> rooms, Map<BuildingId, String> called, Text t) {
        return Stream.ofNullable(rooms.get(stay.room()))
                .map(room -> new FirmRoomsPage.Row(
                        RoomPages.PATH + "/" + room.id(),
                        t.of("premises.room.page", called.getOrDefault(room.building(), ""), room.number()),
                        new PremisesWords(t).size(room),
                        t.dateShort(stay.since()),
                        RoomPages.until(stay, t)));
    }
}
