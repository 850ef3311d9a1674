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
import io.atrium.premises.AddRoom;
import io.atrium.premises.BuildingView;
import io.atrium.premises.Buildings;
import io.atrium.premises.ChangeRoom;
import io.atrium.premises.EndOccupancy;
import io.atrium.premises.Occupancies;
import io.atrium.premises.OccupancyId;
import io.atrium.premises.OccupancyView;
import io.atrium.premises.RoomId;
import io.atrium.premises.RoomState;
import io.atrium.premises.RoomView;
import io.atrium.premises.SeatFirm;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/rooms/{id}`: one room with its history; whoever runs the building notes who sits there and who left.
@Controller
class RoomPages {

    static final String PATH = "/rooms";

    private final Buildings buildings;
    private final Occupancies occupancies;
    private final OrganisationNames names;
    private final FirmChoice firms;
    private final RequestKeys keys;

    RoomPages(
            Buildings buildings, Occupancies occupancies, OrganisationNames names, FirmChoice firms, RequestKeys keys) {
        this.buildings = buildings;
        this.occupancies = occupancies;
        this.names = names;
        this.firms = firms;
        this.keys = keys;
    }

    @GetMapping(PATH + "/{id}")
    PageView show(Actor actor, @PathVariable RoomId id, Text t) {
        actor.require(Permission.READ_PREMISES);
        return view(actor, t, found(actor, id), null);
    }

    @PostMapping(PATH + "/{id}/occupancies")
    ModelAndView seat(
            Actor actor, RequestKey key, @PathVariable RoomId id, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.MANAGE_PREMISES);
        var room = found(actor, id);
        var form = seatForm(id).answered(typed);
        var firm = firms.read(actor, typed.getOrDefault(FirmChoice.NAME, ""));
        var since = PremisesWords.day(typed.get("since"));
        var errors = new ArrayList<FieldError>();
        KeepingPages.require(errors, firm, FirmChoice.NAME, "premises.firm.wrong");
        KeepingPages.require(errors, since, "since", "premises.day.wrong");
        if (!errors.isEmpty()) {
            return view(actor, t, room, form.wrong(errors)).refused();
        }
        try {
            occupancies.seat(actor, new SeatFirm(key, id, firm.orElseThrow(), since.orElseThrow()));
            return done(id, "premises.room.seated");
        } catch (RefusedException refused) {
            return view(actor, t, room, form.refused(refused.refusal())).refused();
        }
    }

    @PostMapping(PATH + "/{id}/ending")
    ModelAndView end(
            Actor actor, RequestKey key, @PathVariable RoomId id, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.MANAGE_PREMISES);
        var room = found(actor, id);
        var form = endForm(id, typed.getOrDefault("occupancy", "")).answered(typed);
        var until = PremisesWords.day(typed.get("until"));
        if (until.isEmpty()) {
            return view(actor, t, room, form.wrong(List.of(FieldError.of("until", "premises.day.wrong"))))
                    .refused();
        }
        try {
            var occupancy = new OccupancyId(typed.getOrDefault("occupancy", ""));
            occupancies.end(actor, new EndOccupancy(key, occupancy, until.get()));
            return done(id, "premises.room.ended");
        } catch (RefusedException refused) {
            return view(actor, t, room, form.refused(refused.refusal())).refused();
        }
    }

    @PostMapping(PATH + "/{id}/size")
    ModelAndView change(
            Actor actor, RequestKey key, @PathVariable RoomId id, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.MANAGE_PREMISES);
        var room = found(actor, id);
        var form = sizeForm(room).answered(typed);
        var area = Typed.number(typed.getOrDefault("area", "")).filter(AddRoom::isArea);
        var seats = Typed.whole(typed.getOrDefault("seats", "")).filter(AddRoom::isSeats);
        var errors = new ArrayList<FieldError>();
        KeepingPages.require(errors, area, "area", "premises.area.wrong");
        KeepingPages.require(errors, seats, "seats", "premises.seats.wrong");
        if (!errors.isEmpty()) {
            return view(actor, t, room, form.wrong(errors)).refused();
        }
        buildings.changeRoom(
                actor,
                new ChangeRoom(key, id, area.orElseThrow(), seats.orElseThrow().intValue()));
        return done(id, "premises.room.changed");
    }

    private static SeeOther done(RoomId id, String message) {
        return SeeOther.to(PATH + "/" + id).saying(Flash.done(message));
    }

    private RoomView found(Actor actor, RoomId id) {
        return buildings.findRoom(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private Form seatForm(RoomId id) {
        return Form.to(
                        PATH + "/" + id + "/occupancies",
                        "premises.room.seat",
                        FirmChoice.field(),
                        Field.of(FieldKind.DATE, "since", "premises.since"))
                .keyed(keys.fresh());
    }

    private Form endForm(RoomId id, String occupancy) {
        return Form.to(
                        PATH + "/" + id + "/ending",
                        "premises.room.end",
                        Field.hidden("occupancy", occupancy),
                        Field.of(FieldKind.DATE, "until", "premises.until"))
                .keyed(keys.fresh());
    }

    private Form sizeForm(RoomView room) {
        return Form.to(
                        PATH + "/" + room.id() + "/size",
                        "premises.room.change",
                        Field.number("area", "premises.area")
                                .unit("premises.area.unit")
                                .value(room.area().stripTrailingZeros().toPlainString()),
                        Field.number("seats", "premises.seats").value(String.valueOf(room.seats())))
                .keyed(keys.fresh());
    }

    /// @param refused stands in the place of the form of the same address
    private PageView view(Actor actor, Text t, RoomView room, @Nullable Form refused) {
        var building = buildings.find(actor, room.building()).orElseThrow();
        var history = occupancies.history(actor, room.id());
        var called =
                names.of(t, history.stream().map(OccupancyView::firm).distinct().toList());
        boolean isKeeper = Buildings.isKeeper(actor, building);
        var now = room.now();
        boolean mayEnd = isKeeper && now != null && room.state() == RoomState.TAKEN;
        var page = new RoomPage(
                PremisesWords.tag(room.state()),
                facts(room, building, t),
                history.stream().map(stay -> stay(stay, called, t)).toList(),
                room.isFree() && actor.may(Permission.START_MOVE)
                        ? MoveStartPages.PATH + "?kind=IN&building=" + building.id() + "&room=" + room.id()
                        : null,
                isKeeper && room.isFree() ? chosen(seatForm(room.id()), refused) : null,
                mayEnd && now != null ? chosen(endForm(room.id(), now.id().value()), refused) : null,
                isKeeper ? chosen(sizeForm(room), refused) : null);
        return PageView.of("premises/room", "premises.room.page", page, building.name(), room.number())
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("premises.nav.buildings", BuildingPages.PATH),
                        Crumb.of("premises.building.page", BuildingPages.PATH + "/" + building.id(), building.name()));
    }

    private static Form chosen(Form fresh, @Nullable Form refused) {
        return refused != null && refused.action().equals(fresh.action()) ? refused : fresh;
    }

    private static List<Fact> facts(RoomView room, BuildingView building, Text t) {
        var words = new PremisesWords(t);
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(t.of("premises.building"), building.name()).linked(BuildingPages.PATH + "/" + building.id()));
        facts.add(Fact.of(t.of("premises.floor"), words.floor(room.floor())));
        facts.add(Fact.of(t.of("premises.area"), words.area(room.area())));
        facts.add(Fact.of(t.of("premises.seats"), t.number(room.seats())));
        return facts;
    }

    private static RoomPage.Stay stay(OccupancyView stay, Map<OrgId, String> called, Text t) {
        return new RoomPage.Stay(
                called.getOrDefault(stay.firm(), ""),
                FirmRoomsPages.of(stay.firm()),
                t.dateShort(stay.since()),
                until(stay, t));
    }

    static String until(OccupancyView stay, Text t) {
        var until = stay.until();
        var leaves = stay.leavesOn();
        if (until != null) {
            return t.of("premises.stay.over", until);
        }
        if (stay.isReserved()) {
            return t.of("premises.room.state.RESERVED");
        }
        return leaves == null ? t.of("premises.stay.now") : t.of("premises.stay.leaves", leaves);
    }
}
