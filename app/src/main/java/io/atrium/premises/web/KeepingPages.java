// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.web;

import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.Typed;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.premises.AddFloor;
import io.atrium.premises.AddRoom;
import io.atrium.premises.BuildingId;
import io.atrium.premises.BuildingView;
import io.atrium.premises.Buildings;
import io.atrium.premises.NameUnit;
import io.atrium.premises.Office;
import io.atrium.premises.domain.FloorNumber;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/buildings/{id}/keeping`: floors, rooms and units of a building, for whoever runs it.
@Controller
class KeepingPages {

    private final Buildings buildings;
    private final OrganisationNames names;
    private final RequestKeys keys;

    KeepingPages(Buildings buildings, OrganisationNames names, RequestKeys keys) {
        this.buildings = buildings;
        this.names = names;
        this.keys = keys;
    }

    @GetMapping(BuildingPages.PATH + "/{id}/keeping")
    PageView show(Actor actor, @PathVariable BuildingId id, Text t) {
        return view(kept(actor, id), t, null);
    }

    @PostMapping(BuildingPages.PATH + "/{id}/floors")
    ModelAndView addFloor(
            Actor actor, RequestKey key, @PathVariable BuildingId id, Text t, @RequestParam Map<String, String> typed) {
        var building = kept(actor, id);
        var form = floorForm(id).answered(typed);
        var number = FloorNumber.read(typed.getOrDefault("new-floor", ""));
        if (number.isEmpty()) {
            return view(building, t, form.wrong(List.of(FieldError.of("new-floor", "premises.floor.wrong"))))
                    .refused();
        }
        try {
            buildings.addFloor(actor, new AddFloor(key, id, number.get()));
            return done(id, "premises.floor.added");
        } catch (RefusedException refused) {
            return view(building, t, form.refused(refused.refusal())).refused();
        }
    }

    @PostMapping(BuildingPages.PATH + "/{id}/rooms")
    ModelAndView addRoom(
            Actor actor, RequestKey key, @PathVariable BuildingId id, Text t, @RequestParam Map<String, String> typed) {
        var building = kept(actor, id);
        var form = roomForm(id, buildings.floors(id), t).answered(typed);
        var floor = FloorNumber.read(typed.getOrDefault("floor", ""));
        var area = Typed.number(typed.getOrDefault("area", "")).filter(AddRoom::isArea);
        var seats = Typed.whole(typed.getOrDefault("seats", "")).filter(AddRoom::isSeats);
        var errors = new ArrayList<FieldError>();
        require(errors, floor, "floor", "premises.floor.wrong");
        require(errors, area, "area", "premises.area.wrong");
        require(errors, seats, "seats", "premises.seats.wrong");
        if (!errors.isEmpty()) {
            return view(building, t, form.wrong(errors)).refused();
        }
        try {
            buildings.addRoom(
                    actor,
                    new AddRoom(
                            key,
                            id,
                            floor.orElseThrow(),
                            typed.getOrDefault("number", ""),
                            area.orElseThrow(),
                            seats.orElseThrow().intValue()));
            return done(id, "premises.room.added");
        } catch (RefusedException refused) {
            return view(building, t, form.refused(refused.refusal())).refused();
        }
    }

    static void require(List<FieldError> errors, Optional<?> read, String field, String message) {
        if (read.isEmpty()) {
            errors.add(FieldError.of(field, message));
        }
    }

    @PostMapping(BuildingPages.PATH + "/{id}/units")
    ModelAndView nameUnit(
            Actor actor, RequestKey key, @PathVariable BuildingId id, Text t, @RequestParam Map<String, String> typed) {
        var building = kept(actor, id);
        var form = unitForm(id, t).answered(typed);
        var office = Arrays.stream(Office.values())
                .filter(each -> each.name().equals(typed.get("office")))
                .findFirst();
        var errors = new ArrayList<FieldError>();
        require(errors, office, "office", "premises.office.wrong");
        if (!errors.isEmpty()) {
            return view(building, t, form.wrong(errors)).refused();
        }
        try {
            var unit = new OrgId(typed.getOrDefault("unit", ""));
            buildings.nameUnit(actor, new NameUnit(key, id, office.orElseThrow(), unit));
            return done(id, "premises.unit.named");
        } catch (RefusedException refused) {
            return view(building, t, form.refused(refused.refusal())).refused();
        }
    }

    private static SeeOther done(BuildingId id, String message) {
        return SeeOther.to(BuildingPages.PATH + "/" + id + "/keeping").saying(Flash.done(message));
    }

    private BuildingView kept(Actor actor, BuildingId id) {
        actor.require(Permission.MANAGE_PREMISES);
        return buildings
                .find(actor, id)
                .filter(found -> Buildings.isKeeper(actor, found))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private Form floorForm(BuildingId id) {
        return Form.to(
                        BuildingPages.PATH + "/" + id + "/floors",
                        "premises.floor.add",
                        Field.text("new-floor", "premises.floor")
                                .hint("premises.floor.hint")
                                .small())
                .keyed(keys.fresh());
    }

    private Form roomForm(BuildingId id, List<Integer> floors, Text t) {
        var words = new PremisesWords(t);
        var options = floors.reversed().stream()
                .map(number -> Option.literal(String.valueOf(number), words.floor(number)))
                .toList();
        return Form.to(
                        BuildingPages.PATH + "/" + id + "/rooms",
                        "premises.room.add",
                        Field.select("floor", "premises.floor", options),
                        Field.text("number", "premises.room.number").small(),
                        Field.number("area", "premises.area").unit("premises.area.unit"),
                        Field.number("seats", "premises.seats"))
                .keyed(keys.fresh());
    }

    private Form unitForm(BuildingId id, Text t) {
        var offices = Arrays.stream(Office.values())
                .map(office -> Option.key(office.name(), "premises.office." + office))
                .toList();
        var units = buildings.possibleUnits().stream()
                .map(unit -> Option.literal(unit.id().value(), OrganisationNames.of(t, unit)))
                .toList();
        return Form.to(
                        BuildingPages.PATH + "/" + id + "/units",
                        "premises.unit.name",
                        Field.select("office", "premises.office", offices),
                        Field.select("unit", "premises.unit", units))
                .keyed(keys.fresh());
    }

    /// @param refused stands in the place of the form of the same address
    private PageView view(BuildingView building, Text t, @Nullable Form refused) {
        var id = building.id();
        var floors = buildings.floors(id);
        var units = buildings.units(building);
        var called = names.of(t, units.values());
        var page = new BuildingPage.Keeping(
                building.name(),
                chosen(floorForm(id), refused),
                floors.isEmpty() ? null : chosen(roomForm(id, floors, t), refused),
                chosen(unitForm(id, t), refused),
                units.entrySet().stream()
                        .map(unit -> Fact.of(
                                t.of("premises.office", unit.getKey()), called.getOrDefault(unit.getValue(), "")))
                        .toList());
        return PageView.of("premises/keeping", "premises.keeping.title", page, building.name())
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("premises.nav.buildings", BuildingPages.PATH),
                        Crumb.of("premises.building.page", BuildingPages.PATH + "/" + id, building.name()));
    }

    private static Form chosen(Form fresh, @Nullable Form refused) {
        return refused != null && Objects.equals(refused.action(), fresh.action()) ? refused : fresh;
    }
}
