// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.web;

import io.atrium.identity.Colleague;
import io.atrium.identity.Colleagues;
import io.atrium.identity.Members;
import io.atrium.identity.OrganisationView;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// `/members`: who is in one's own organisation; `/organisations/{id}/members`: the same of any that the reader looks
/// after.
@Controller
class MembersPages {

    private final Members members;
    private final Colleagues colleagues;
    private final Sheets sheets;

    MembersPages(Members members, Colleagues colleagues, Sheets sheets) {
        this.members = members;
        this.colleagues = colleagues;
        this.sheets = sheets;
    }

    @Bean
    static NavItem membersNavItem() {
        return NavItem.needing(Permission.MANAGE_PEOPLE, NavGroup.SETTINGS, "identity.nav.members", "/members", 10);
    }

    @GetMapping("/members")
    PageView own(Actor actor, Text t, ListQuery query) {
        return list(actor, t, query, actor.organisation());
    }

    @GetMapping("/organisations/{organisation}/members")
    PageView list(Actor actor, Text t, ListQuery query, @PathVariable OrgId organisation) {
        var seen = members.visible(actor, organisation);
        var base = MemberTabs.members(organisation);
        var rows = colleagues.list(actor.scope(Permission.MANAGE_PEOPLE), organisation).stream()
                .map(colleague -> MembersPage.Row.of(colleague, base, t))
                .toList();
        var page = new MembersPage(
                name(seen, t),
                MemberTabs.MEMBERS.of(actor, organisation, t),
                table(rows.size()).exported(query.at(base)),
                rows,
                MemberTabs.invitations(organisation));
        return PageView.of("identity/members", "identity.members.title", page).under(Crumb.of("insight.nav.home", "/"));
    }

    @GetMapping("/organisations/{organisation}/members/export")
    ResponseEntity<byte[]> export(
            Actor actor, Text t, ListQuery query, SheetFormat format, @PathVariable OrgId organisation) {
        members.visible(actor, organisation);
        var rows = colleagues.list(actor.scope(Permission.MANAGE_PEOPLE), organisation);
        return sheets.answer(sheet(t), SheetRows.of(rows), new SheetAsk(format, query, t));
    }

    static String name(OrganisationView organisation, Text t) {
        return t.lang() == Lang.ZH ? organisation.nameZh() : organisation.nameEn();
    }

    private static Table table(long rows) {
        return Table.of(
                "identity.members.caption",
                Empty.nothingYet("identity.members.none"),
                rows,
                Column.text("identity.members.name"),
                Column.text("identity.members.roles"),
                Column.text("identity.members.since"),
                Column.text("identity.members.until"),
                Column.text("identity.members.last-sign-in"),
                Column.text("identity.members.state"));
    }

    private static Sheet<Colleague> sheet(Text t) {
        return Sheet.<Colleague>named("identity.members.title")
                .text("identity.members.name", Colleague::name)
                .text("identity.members.login", Colleague::login)
                .text("identity.members.roles", colleague -> PeopleWords.roles(t, colleague.roles()))
                .moment("identity.members.since", Colleague::since)
                .moment("identity.members.until", Colleague::until)
                .moment("identity.members.last-sign-in", Colleague::lastSignInAt)
                .text(
                        "identity.members.state",
                        colleague -> t.of(PeopleWords.state(colleague).key()));
    }
}
