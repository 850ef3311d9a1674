// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.People;
import io.atrium.identity.PeopleFilter;
import io.atrium.identity.PersonSeat;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Role;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Option;
import io.atrium.web.component.Table;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/admin/people`: who has which role where, in all organisations.
@Controller
class PeoplePages {

    static final String PATH = "/admin/people";
    private static final String TEXT = "text";
    private static final String ROLE = "role";
    private static final String STATE = "state";
    private static final String DISABLED = "disabled";

    private final People people;
    private final Sheets sheets;

    PeoplePages(People people, Sheets sheets) {
        this.people = people;
        this.sheets = sheets;
    }

    @Bean
    static NavItem peopleNavItem() {
        return new NavItem(
                NavGroup.SETTINGS,
                "identity.nav.people",
                PATH,
                15,
                viewer -> viewer.filter(People::reachesAll).isPresent());
    }

    @GetMapping(PATH)
    PageView list(Actor actor, Text t, ListQuery query) {
        var filter = filter(query);
        var rows = people.list(actor, filter, query.page(), query.size()).stream()
                .map(seat -> PeoplePage.Row.of(seat, t))
                .toList();
        var table = table().paged(query, people.count(actor, filter)).exported(query);
        return PageView.of("identity/people", "identity.people.title", new PeoplePage(query, filters(t), table, rows))
                .under(Crumb.of("insight.nav.home", "/"));
    }

    @GetMapping(PATH + "/export")
    ResponseEntity<byte[]> export(Actor actor, Text t, ListQuery query, SheetFormat format) {
        var filter = filter(query);
        var rows = SheetRows.paged(people.count(actor, filter), (page, size) -> people.list(actor, filter, page, size));
        return sheets.answer(sheet(t), rows, new SheetAsk(format, query, t));
    }

    private static PeopleFilter filter(ListQuery query) {
        var state = query.filter(STATE);
        return new PeopleFilter(
                query.filter(TEXT), role(query.filter(ROLE)), state.isEmpty() ? null : state.equals(DISABLED));
    }

    private static @Nullable Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static List<Field> filters(Text t) {
        var any = Option.literal("", t.of("identity.people.any"));
        var roles = Arrays.stream(Role.values()).map(role -> Option.key(role.name(), "identity.role." + role));
        return List.of(
                Field.of(FieldKind.SEARCH, TEXT, "identity.people.text"),
                Field.select(
                        ROLE,
                        "identity.members.roles",
                        Stream.concat(Stream.of(any), roles).toList()),
                Field.select(
                        STATE,
                        "identity.members.state",
                        List.of(
                                any,
                                Option.key("enabled", "identity.people.state.enabled"),
                                Option.key(DISABLED, "identity.people.state.disabled"))));
    }

    private static Table table() {
        return Table.of(
                "identity.people.caption",
                Empty.nothingYet("identity.members.none"),
                0,
                Column.text("identity.members.name"),
                Column.text("identity.member.organisation"),
                Column.text("identity.members.roles"),
                Column.text("identity.members.last-sign-in"),
                Column.text("identity.members.state"));
    }

    private static Sheet<PersonSeat> sheet(Text t) {
        return Sheet.<PersonSeat>named("identity.people.title")
                .text("identity.members.name", PersonSeat::name)
                .text("identity.members.login", PersonSeat::login)
                .text("identity.member.organisation", seat -> PeoplePage.organisation(seat, t))
                .text("identity.members.roles", seat -> PeopleWords.roles(t, seat.roles()))
                .moment("identity.members.last-sign-in", PersonSeat::lastSignInAt)
                .text(
                        "identity.members.state",
                        seat -> t.of(PeoplePage.state(seat).key()));
    }
}
