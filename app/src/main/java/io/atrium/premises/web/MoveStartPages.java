// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.web;

import io.atrium.files.Attachment;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.Typed;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.premises.AddRoom;
import io.atrium.premises.BuildingId;
import io.atrium.premises.BuildingView;
import io.atrium.premises.Buildings;
import io.atrium.premises.MoveKind;
import io.atrium.premises.Moves;
import io.atrium.premises.RoomId;
import io.atrium.premises.RoomView;
import io.atrium.premises.StartMove;
import io.atrium.premises.domain.MoveTemplate;
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
import io.atrium.web.component.Option;
import io.atrium.web.text.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// `/moves/new`: the one form. Firm and building are asked for first where they are not known, since the rooms follow
/// from
/// them.
@Controller
class MoveStartPages {

    static final String PATH = MoveListPages.PATH + "/new";

    private static final String PAPERS = "papers";

    private final Moves moves;
    private final Buildings buildings;
    private final FirmChoice firms;
    private final OrganisationNames names;
    private final RequestKeys keys;

    MoveStartPages(Moves moves, Buildings buildings, FirmChoice firms, OrganisationNames names, RequestKeys keys) {
        this.moves = moves;
        this.buildings = buildings;
        this.firms = firms;
        this.names = names;
        this.keys = keys;
    }

    /// Whose move it is and where.
    private record Where(MoveKind kind, OrgId firm, BuildingView building) {}

    @GetMapping(PATH)
    PageView ask(
            Actor actor,
            Text t,
            @RequestParam(defaultValue = "IN") String kind,
            @RequestParam(defaultValue = "") String firm,
            @RequestParam(defaultValue = "") String building,
            @RequestParam(defaultValue = "") String room) {
        actor.require(Permission.START_MOVE);
        var what = Optional.ofNullable(MoveListPages.value(MoveKind.values(), kind))
                .orElse(MoveKind.IN);
        var whose = firm(actor, firm);
        var places = whose.map(found -> places(actor, what, found)).orElseGet(() -> buildings.list(actor));
        var place = places.stream()
                .filter(each -> each.id().value().equals(building) || (building.isEmpty() && places.size() == 1))
                .findFirst();
        if (whose.isPresent() && place.isPresent()) {
            var where = new Where(what, whose.get(), place.get());
            return view(actor, t, where, form(actor, where, Set.of(room), t));
        }
        return choosing(actor, t, what, places, firm);
    }

    /// A firm moves itself; others say whom.
    private Optional<OrgId> firm(Actor actor, String typed) {
        return actor.kind() == OrgKind.FIRM ? Optional.of(actor.organisation()) : firms.read(actor, typed);
    }

    private List<BuildingView> places(Actor actor, MoveKind kind, OrgId firm) {
        return buildings.list(actor).stream()
                .filter(building -> kind == MoveKind.IN
                        || !rooms(actor, kind, firm, building).isEmpty())
                .toList();
    }

    private PageView choosing(Actor actor, Text t, MoveKind kind, List<BuildingView> places, String typed) {
        var fields = new ArrayList<Field>();
        var errors = new ArrayList<FieldError>();
        if (actor.kind() != OrgKind.FIRM) {
            fields.add(FirmChoice.field().value(typed.isEmpty() ? null : typed));
            if (!typed.isEmpty() && firms.read(actor, typed).isEmpty()) {
                errors.add(FieldError.of(FirmChoice.NAME, "premises.firm.wrong"));
            }
        }
        fields.add(Field.select(
                "building",
                "premises.building",
                places.stream()
                        .map(place -> Option.literal(
                                place.id().value(),
                                t.of("premises.building.choice", place.name(), place.freeRooms(), place.freeSeats())))
                        .toList()));
        var nothing = places.isEmpty() ? t.of("premises.move.nowhere." + kind) : "";
        var choose = new MoveStartPage.Choose(kind.name(), fields, errors, nothing);
        return page(t, kind, choose, List.of(), null, null);
    }

    @PostMapping(MoveListPages.PATH)
    ModelAndView start(
            Actor actor,
            RequestKey key,
            Text t,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(name = PAPERS, required = false) @Nullable List<MultipartFile> papers)
            throws IOException {
        actor.require(Permission.START_MOVE);
        var where = where(actor, typed);
        var form = form(actor, where, Set.of(), t).restored(typed);
        var seats = typed(typed, "wish-seats");
        var area = typed(typed, "wish-area");
        var wanted = PremisesWords.day(typed.getFirst("wanted"));
        var errors = new ArrayList<FieldError>();
        KeepingPages.require(errors, wanted, "wanted", "premises.day.wrong");
        if (!seats.isEmpty()) {
            KeepingPages.require(
                    errors, Typed.whole(seats).filter(AddRoom::isSeats), "wish-seats", "premises.seats.wrong");
        }
        if (!area.isEmpty()) {
            KeepingPages.require(
                    errors, Typed.number(area).filter(AddRoom::isArea), "wish-area", "premises.area.wrong");
        }
        if (!errors.isEmpty()) {
            return view(actor, t, where, form.wrong(errors)).refused();
        }
        try {
            var command = new StartMove(
                    key,
                    where.kind(),
                    where.firm(),
                    where.building().id(),
                    Objects.requireNonNullElse(typed.get("rooms"), List.<String>of()).stream()
                            .map(RoomId::new)
                            .toList(),
                    Typed.whole(seats).map(Long::intValue).orElse(null),
                    Typed.number(area).orElse(null),
                    wanted.orElseThrow(),
                    typed(typed, "contact"),
                    typed(typed, "notes"));
            var id = moves.start(actor, command.bringing(Attachment.chosen(papers)));
            return SeeOther.to(MoveListPages.PATH + "/" + id).saying(Flash.done("premises.move.begun"));
        } catch (RefusedException refused) {
            return view(actor, t, where, form.refused(refused.refusal())).refused();
        }
    }

    private static String typed(MultiValueMap<String, String> typed, String name) {
        return Objects.requireNonNullElse(typed.getFirst(name), "").strip();
    }

    private Where where(Actor actor, MultiValueMap<String, String> typed) {
        var kind = MoveListPages.value(MoveKind.values(), typed.getFirst("kind"));
        var firm = firm(actor, typed(typed, FirmChoice.NAME));
        var building = buildings.find(actor, new BuildingId(typed(typed, "building")));
        if (kind == null || firm.isEmpty() || building.isEmpty()) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        return new Where(kind, firm.get(), building.get());
    }

    /// Free ones to move in, one's own to move out.
    private List<RoomView> rooms(Actor actor, MoveKind kind, OrgId firm, BuildingView building) {
        return buildings.rooms(actor, building.id()).stream()
                .filter(room -> kind == MoveKind.IN ? room.isFree() : Moves.isLeft(room, firm))
                .toList();
    }

    private Form form(Actor actor, Where where, Set<String> chosen, Text t) {
        var words = new PremisesWords(t);
        var found = rooms(actor, where.kind(), where.firm(), where.building());
        boolean isIn = where.kind() == MoveKind.IN;
        var options = found.stream()
                .map(room -> Option.literal(
                                room.id().value(),
                                t.of("premises.room.of-floor", room.number(), words.floor(room.floor())))
                        .hint(words.size(room)))
                .toList();
        var preset = isIn
                ? found.stream()
                        .map(room -> room.id().value())
                        .filter(chosen::contains)
                        .collect(Collectors.toSet())
                : found.stream().map(room -> room.id().value()).collect(Collectors.toSet());
        var rooms = Field.of(FieldKind.CHECKBOXES, "rooms", "premises.move.rooms." + where.kind())
                .options(options)
                .values(preset);
        var fields = Stream.of(
                        Field.hidden("kind", where.kind().name()),
                        Field.hidden(FirmChoice.NAME, where.firm().value()),
                        Field.hidden("building", where.building().id().value()),
                        options.isEmpty() ? null : isIn ? rooms.optional().hint("premises.move.rooms.hint") : rooms,
                        isIn ? Field.number("wish-seats", "premises.wish.seats").optional() : null,
                        isIn
                                ? Field.number("wish-area", "premises.wish.area")
                                        .unit("premises.area.unit")
                                        .optional()
                                : null,
                        Field.of(FieldKind.DATE, "wanted", "premises.move.wanted." + where.kind()),
                        Field.text("contact", "premises.contact").hint("premises.contact.hint"),
                        Field.of(FieldKind.TEXTAREA, "notes", "premises.notes").optional(),
                        Field.upload(PAPERS, "premises.papers", MoveForms.PAPERS)
                                .hint("premises.papers.hint")
                                .optional())
                .filter(Objects::nonNull)
                .toArray(Field[]::new);
        return Form.to(MoveListPages.PATH, "premises.move.start." + where.kind(), fields)
                .keyed(keys.fresh());
    }

    private PageView view(Actor actor, Text t, Where where, Form form) {
        var facts = List.of(
                Fact.of(t.of("premises.firm"), names.of(t, where.firm())),
                Fact.of(t.of("premises.building"), where.building().name())
                        .linked(BuildingPages.PATH + "/" + where.building().id()));
        return page(t, where.kind(), null, facts, form, where.building());
    }

    /// @param building whose units are named beside the steps; null while it is not known
    private PageView page(
            Text t,
            MoveKind kind,
            MoveStartPage.@Nullable Choose choose,
            List<Fact> facts,
            @Nullable Form form,
            @Nullable BuildingView building) {
        var template = moves.template(kind);
        var words = new MoveWords(t);
        var page = new MoveStartPage(
                choose,
                facts,
                form,
                words.saved(template),
                String.join(" ", words.sources(template)),
                steps(template, building, t),
                template.brought().stream().map(t::of).toList());
        return PageView.of("premises/move-new", "premises.move.new." + kind, page)
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("premises.nav.moves", MoveListPages.PATH));
    }

    private List<MoveStartPage.Step> steps(MoveTemplate template, @Nullable BuildingView building, Text t) {
        var units = building == null ? null : buildings.units(building);
        var called = units == null ? null : names.of(t, units.values());
        return template.steps().stream()
                .map(step -> new MoveStartPage.Step(
                        t.of(step.title()),
                        t.of(step.task()),
                        units == null || called == null
                                ? t.of("premises.office", step.office())
                                : called.getOrDefault(Objects.requireNonNull(units.get(step.office())), ""),
                        t.workingDays(step.days()),
                        step.waitsFor().isEmpty()
                                ? t.of("premises.step.at-once")
                                : t.of("premises.step.after", new MoveWords(t).title(template, step.waitsFor())),
                        step.visit()))
                .toList();
    }
}
