// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.web;

import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.premises.Buildings;
import io.atrium.premises.MoveFilter;
import io.atrium.premises.MoveKind;
import io.atrium.premises.MoveState;
import io.atrium.premises.MoveView;
import io.atrium.premises.Moves;
import io.atrium.premises.StepState;
import io.atrium.premises.StepView;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.component.Column;
import io.atrium.web.component.Due;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Field;
import io.atrium.web.component.Option;
import io.atrium.web.component.Table;
import io.atrium.web.deadline.Dues;
import io.atrium.web.text.Text;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/moves`: moves in and out that the reader may see, with who has each of them now.
@Controller
class MoveListPages {

    static final String PATH = "/moves";

    private final Moves moves;
    private final Buildings buildings;
    private final OrganisationNames names;
    private final Dues dues;
    private final WorkingCalendar calendar;

    MoveListPages(Moves moves, Buildings buildings, OrganisationNames names, Dues dues, WorkingCalendar calendar) {
        this.moves = moves;
        this.buildings = buildings;
        this.names = names;
        this.dues = dues;
        this.calendar = calendar;
    }

    @Bean
    static NavItem movesNavItem() {
        return NavItem.needing(Permission.READ_MOVE, NavGroup.NEEDS, "premises.nav.moves", PATH, 49);
    }

    @GetMapping(PATH)
    PageView list(Actor actor, ListQuery query, Text t) {
        actor.require(Permission.READ_MOVE);
        var filter = new MoveFilter(
                value(MoveState.values(), query.filter("state")), value(MoveKind.values(), query.filter("kind")));
        var found = moves.list(actor, filter, query.offset(), query.size());
        var called = names.of(
                t, found.stream().flatMap(MoveListPages::concerned).distinct().toList());
        var places = buildings.names(found);
        boolean showsFirm = actor.kind() != OrgKind.FIRM;
        var columns = Stream.of(
                        Column.text("premises.move"),
                        showsFirm ? Column.text("premises.firm") : null,
                        Column.text("premises.move.steps"),
                        Column.text("premises.move.wanted"))
                .filter(Objects::nonNull)
                .toArray(Column[]::new);
        var table = Table.of("premises.moves.caption", Empty.nothingYet("premises.moves.none"), 0, columns)
                .paged(query, moves.count(actor, filter));
        var rows = found.stream()
                .map(move -> row(move, called, places.getOrDefault(move.building(), ""), t))
                .toList();
        var filters = List.of(
                Field.select("state", "premises.move.state", options("premises.move.state", MoveState.values()))
                        .optional(),
                Field.select("kind", "premises.move", options("premises.move.kind", MoveKind.values()))
                        .optional());
        var page = new MovesPage(query, filters, table, rows, showsFirm, actor.may(Permission.START_MOVE));
        return PageView.of("premises/moves", "premises.moves.title", page).under(Crumb.of("insight.nav.home", "/"));
    }

    private static Stream<OrgId> concerned(MoveView move) {
        return Stream.concat(Stream.of(move.firm()), move.steps().stream().map(StepView::unit));
    }

    static <E extends Enum<E>> @Nullable E value(E[] values, @Nullable String name) {
        return Arrays.stream(values)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static List<Option> options(String key, Enum<?>[] values) {
        return Stream.concat(
                        Stream.of(Option.key("", "premises.any")),
                        Arrays.stream(values).map(value -> Option.key(value.name(), key + "." + value.name())))
                .toList();
    }

    private MovesPage.Row row(MoveView move, Map<OrgId, String> called, String place, Text t) {
        return new MovesPage.Row(
                PATH + "/" + move.id(),
                t.of("premises.move.kind", move.kind()),
                called.getOrDefault(move.firm(), ""),
                place,
                t.dateShort(move.wish().wantedOn()),
                new MoveWords(t).progress(move),
                waits(move, called, t),
                next(move),
                MoveWords.tag(move.state()));
    }

    private static String waits(MoveView move, Map<OrgId, String> called, Text t) {
        if (move.steps().stream().anyMatch(step -> step.state() == StepState.RETURNED)) {
            return t.of("premises.move.waits.firm");
        }
        var units = open(move)
                .map(step -> called.getOrDefault(step.unit(), ""))
                .distinct()
                .collect(Collectors.joining(t.of("web.list.separator")));
        return units.isEmpty() ? "" : t.of("premises.move.waits", units);
    }

    private @Nullable Due next(MoveView move) {
        return open(move)
                .flatMap(step -> Stream.ofNullable(step.dueOn()))
                .min(Comparator.naturalOrder())
                .map(day -> dues.at(calendar.closing(day)))
                .orElse(null);
    }

    private static Stream<StepView> open(MoveView move) {
        return move.steps().stream().filter(step -> step.state() == StepState.OPEN);
    }
}
