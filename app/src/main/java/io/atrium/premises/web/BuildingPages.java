// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.web;

import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.BasisPoints;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.premises.AddBuilding;
import io.atrium.premises.BuildingId;
import io.atrium.premises.BuildingView;
import io.atrium.premises.Buildings;
import io.atrium.premises.RoomView;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/buildings`: what there is and what is free; each building floor by floor with who sits where.
@Controller
class BuildingPages {

    static final String PATH = "/buildings";
    private static final BigDecimal WHOLE = BigDecimal.valueOf(BasisPoints.WHOLE);

    private final Buildings buildings;
    private final OrganisationNames names;
    private final RequestKeys keys;

    BuildingPages(Buildings buildings, OrganisationNames names, RequestKeys keys) {
        this.buildings = buildings;
        this.names = names;
        this.keys = keys;
    }

    @Bean
    static NavItem buildingsNavItem() {
        return NavItem.needing(Permission.READ_PREMISES, NavGroup.NEEDS, "premises.nav.buildings", PATH, 50);
    }

    @GetMapping(PATH)
    PageView list(Actor actor, Text t) {
        actor.require(Permission.READ_PREMISES);
        return view(actor, t, addForm());
    }

    @PostMapping(PATH)
    ModelAndView add(Actor actor, RequestKey key, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.MANAGE_PREMISES);
        try {
            var id = buildings.add(
                    actor, new AddBuilding(key, typed.getOrDefault("name", ""), typed.getOrDefault("address", "")));
            return SeeOther.to(PATH + "/" + id + "/keeping").saying(Flash.done("premises.building.added"));
        } catch (RefusedException refused) {
            return view(actor, t, addForm().answered(typed).refused(refused.refusal()))
                    .refused();
        }
    }

    private Form addForm() {
        return Form.to(
                        PATH,
                        "premises.building.add",
                        Field.text("name", "premises.building.name").hint("premises.building.name.hint"),
                        Field.text("address", "premises.building.address"))
                .keyed(keys.fresh());
    }

    private PageView view(Actor actor, Text t, Form add) {
        boolean readsAll = Buildings.mayReadAll(actor);
        var rows =
                buildings.list(actor).stream().map(building -> row(building, t)).toList();
        var columns = Stream.of(
                        Column.text("premises.building"),
                        Column.text("premises.building.address"),
                        readsAll ? Column.number("premises.building.rooms") : null,
                        readsAll ? Column.number("premises.building.taken") : null,
                        Column.number("premises.building.free-rooms"),
                        Column.number("premises.building.free-area"),
                        Column.number("premises.building.free-seats"))
                .filter(Objects::nonNull)
                .toArray(Column[]::new);
        var table = Table.of(
                "premises.buildings.caption", Empty.nothingYet("premises.buildings.none"), rows.size(), columns);
        var page = new BuildingsPage(table, rows, readsAll, actor.may(Permission.MANAGE_PREMISES) ? add : null);
        return PageView.of("premises/buildings", "premises.buildings.title", page)
                .under(Crumb.of("insight.nav.home", "/"));
    }

    private static BuildingsPage.Row row(BuildingView building, Text t) {
        return new BuildingsPage.Row(
                PATH + "/" + building.id(),
                building.name(),
                building.address(),
                t.number(building.rooms()),
                taken(building, t),
                t.number(building.freeRooms()),
                t.number(building.freeArea()),
                t.number(building.freeSeats()));
    }

    /// By area; nothing where there is no room yet.
    private static String taken(BuildingView building, Text t) {
        if (building.area().signum() == 0) {
            return "—";
        }
        var taken = building.area().subtract(building.freeArea());
        return t.percent(new BasisPoints(taken.multiply(WHOLE)
                .divide(building.area(), 0, RoundingMode.HALF_UP)
                .intValueExact()));
    }

    @GetMapping(PATH + "/{id}")
    PageView show(Actor actor, @PathVariable BuildingId id, Text t) {
        actor.require(Permission.READ_PREMISES);
        var building = buildings.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        var rooms = buildings.rooms(actor, id);
        var called = names.of(
                t,
                rooms.stream()
                        .flatMap(room -> Stream.ofNullable(room.now()))
                        .map(now -> now.firm())
                        .distinct()
                        .toList());
        boolean readsAll = Buildings.mayReadAll(actor);
        var page = new BuildingPage(
                facts(building, readsAll, t),
                readsAll,
                buildings.floors(id).stream()
                        .map(number -> floor(number, rooms, called, readsAll, t))
                        .filter(floor -> readsAll || !floor.rooms().isEmpty())
                        .toList(),
                Buildings.isKeeper(actor, building) ? PATH + "/" + id + "/keeping" : null,
                actor.may(Permission.START_MOVE) ? MoveStartPages.PATH + "?kind=IN&building=" + id : null);
        return PageView.of("premises/building", "premises.building.page", page, building.name())
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("premises.nav.buildings", PATH));
    }

    private List<Fact> facts(BuildingView building, boolean readsAll, Text t) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(t.of("premises.building.address"), building.address()));
        facts.add(Fact.of(t.of("premises.building.operator"), names.of(t, building.operator())));
        facts.add(Fact.of(
                t.of("premises.building.free"),
                t.of("premises.building.free.of", building.freeRooms(), building.freeArea(), building.freeSeats())));
        if (readsAll) {
            facts.add(Fact.of(
                    t.of("premises.building.taken"),
                    t.of("premises.building.taken.of", taken(building, t), building.rooms(), building.area())));
        }
        return facts;
    }

    private static BuildingPage.Floor floor(
            int number, List<RoomView> all, Map<OrgId, String> called, boolean readsAll, Text t) {
        var rooms = all.stream().filter(room -> room.floor() == number).toList();
        long free = rooms.stream().filter(RoomView::isFree).count();
        return new BuildingPage.Floor(
                "floor-" + number,
                new PremisesWords(t).floor(number),
                readsAll ? t.of("premises.floor.sum", rooms.size(), free) : t.of("premises.floor.free", free),
                rooms.stream().map(room -> room(room, called, t)).toList());
    }

    private static BuildingPage.Room room(RoomView room, Map<OrgId, String> called, Text t) {
        return new BuildingPage.Room(
                RoomPages.PATH + "/" + room.id(),
                room.number(),
                new PremisesWords(t).size(room),
                PremisesWords.tag(room.state()),
                firm(room, called, t));
    }

    private static BuildingPage.@Nullable Firm firm(RoomView room, Map<OrgId, String> called, Text t) {
        var now = room.now();
        return now == null
                ? null
                : new BuildingPage.Firm(
                        FirmRoomsPages.of(now.firm()),
                        called.getOrDefault(now.firm(), ""),
                        new PremisesWords(t).since(now));
    }
}
