// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.ConfirmGrantList;
import io.atrium.policy.GrantFilter;
import io.atrium.policy.GrantListId;
import io.atrium.policy.GrantListOutcome;
import io.atrium.policy.GrantListTotals;
import io.atrium.policy.GrantListView;
import io.atrium.policy.GrantLists;
import io.atrium.policy.GrantLists.Part;
import io.atrium.policy.GrantRow;
import io.atrium.policy.Policies;
import io.atrium.policy.PolicyId;
import io.atrium.policy.ProposeGrantList;
import io.atrium.policy.PublishedPolicy;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.StepUp;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/grant-lists`: departments draw up, check and confirm; others read what is public.
@Controller
class GrantListPages {

    private final GrantLists lists;
    private final Policies policies;
    private final FactCatalogue catalogue;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;
    private final RequestKeys keys;
    private final Sheets sheets;

    GrantListPages(
            GrantLists lists,
            Policies policies,
            FactCatalogue catalogue,
            BusinessClock clock,
            WorkingCalendar calendar,
            RequestKeys keys,
            Sheets sheets) {
        this.lists = lists;
        this.policies = policies;
        this.catalogue = catalogue;
        this.clock = clock;
        this.calendar = calendar;
        this.keys = keys;
        this.sheets = sheets;
    }

    @Bean
    static NavItem grantListsNavItem() {
        return NavItem.forRoles(
                NavGroup.BENEFITS,
                "policy.nav.lists",
                "/grant-lists",
                30,
                Role.OFFICER,
                Role.OPERATOR,
                Role.STEWARD,
                Role.FIRM_OWNER,
                Role.FIRM_FINANCE,
                Role.AUDITOR);
    }

    @GetMapping("/grant-lists")
    PageView list(Actor actor, ListQuery query, Text t) {
        return list(actor, t, query, proposeForm(actor, t));
    }

    @GetMapping("/grant-lists/export")
    ResponseEntity<byte[]> export(Actor actor, ListQuery query, SheetFormat format, Text t) {
        var sheet = Sheet.<GrantListsPage.Row>named("policy.lists.caption")
                .text("policy.lists.policy", GrantListsPage.Row::policy)
                .moment("policy.lists.created", GrantListsPage.Row::createdAt)
                .text("policy.lists.state", row -> t.of(row.state().key()))
                .number("policy.lists.firms", GrantListsPage.Row::firms)
                .money("policy.lists.sum", GrantListsPage.Row::sum)
                .moment(
                        "policy.lists.publicity",
                        row -> row.due() == null ? null : row.due().at());
        return sheets.answer(sheet, SheetRows.of(rows(lists.list(actor), t)), new SheetAsk(format, query, t));
    }

    @PostMapping("/grant-lists")
    ModelAndView propose(Actor actor, RequestKey key, @RequestParam String policy, ListQuery query, Text t) {
        return switch (lists.propose(actor, key, new ProposeGrantList(new PolicyId(policy)))) {
            case GrantListOutcome.Proposed made ->
                SeeOther.to("/grant-lists/" + made.list()).saying(Flash.done("policy.lists.proposed", made.firms()));
            case GrantListOutcome.Refused refused -> {
                var form = proposeForm(actor, t);
                var answered = form == null
                        ? null
                        : form.answered(Map.of("policy", policy)).refused(refused.refusal());
                yield list(actor, t, query, answered).refused();
            }
            case GrantListOutcome.Confirmed other -> throw new IllegalStateException(other.toString());
            case GrantListOutcome.HalfConfirmed other -> throw new IllegalStateException(other.toString());
        };
    }

    @GetMapping("/grant-lists/{list}")
    PageView show(Actor actor, @PathVariable GrantListId list, ListQuery query, Text t) {
        var found = find(actor, list);
        var policy = policy(found);
        var filter = filter(query);
        var firms = new GrantListViews.Firms(
                query,
                lists.count(actor, list, filter),
                lists.page(actor, list, filter, query.sort(), new Part(query.offset(), query.size())));
        var page = listViews(t)
                .page(
                        found,
                        policy,
                        totals(List.of(found)).apply(found),
                        lists.forecast(actor, found).orElse(null),
                        firms,
                        new GrantForms(actor, keys));
        return PageView.of("policy/grant-list", "policy.grant-list.title", page, views(t).title(policy))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("policy.lists.title", "/grant-lists"));
    }

    @GetMapping("/grant-lists/{list}/export")
    ResponseEntity<byte[]> export(
            Actor actor, @PathVariable GrantListId list, ListQuery query, SheetFormat format, Text t) {
        find(actor, list);
        var filter = filter(query);
        var rows = SheetRows.paged(
                lists.count(actor, list, filter),
                (page, size) ->
                        lists.page(actor, list, filter, query.sort(), new Part((long) (page - 1) * size, size)));
        var words = listViews(t);
        var sheet = Sheet.<GrantRow>named("policy.grant-list.caption")
                .text("policy.grant-list.firm", row -> row.grant().firmName(t.lang()))
                .money("policy.grant-list.amount", row -> row.grant().amount())
                .text(
                        "policy.grant-list.state",
                        row -> t.of("policy.grant.state", row.grant().state()))
                .moment("policy.grant-list.due", words::dueAt)
                .text("policy.grant.voucher", row -> row.grant().voucher());
        return sheets.answer(sheet, rows, new SheetAsk(format, query, t));
    }

    private static GrantFilter filter(ListQuery query) {
        return GrantFilter.of(query.filter("text"), query.filter("state"));
    }

    private Function<GrantListView, GrantListTotals> totals(List<GrantListView> found) {
        var totals = lists.totals(found);
        return list -> totals.getOrDefault(list.id(), GrantListTotals.NONE);
    }

    @StepUp
    @PostMapping("/grant-lists/{list}/confirmation")
    ModelAndView confirm(Actor actor, RequestKey key, @PathVariable GrantListId list) {
        return switch (lists.confirm(actor, key, new ConfirmGrantList(list))) {
            case GrantListOutcome.Confirmed done ->
                SeeOther.to("/grant-lists/" + list).saying(Flash.done("policy.grant-list.confirmed-flash"));
            case GrantListOutcome.HalfConfirmed half ->
                SeeOther.to("/grant-lists/" + list).saying(Flash.done("policy.grant-list.second-flash"));
            case GrantListOutcome.Refused refused -> throw new RefusedException(refused.refusal());
            case GrantListOutcome.Proposed other -> throw new IllegalStateException(other.toString());
        };
    }

    private List<GrantListsPage.Row> rows(List<GrantListView> found, Text t) {
        var totals = totals(found);
        var views = listViews(t);
        return found.stream()
                .map(list -> views.row(list, policy(list), totals.apply(list)))
                .toList();
    }

    private PageView list(Actor actor, Text t, ListQuery query, @Nullable Form propose) {
        var rows = rows(lists.list(actor), t);
        var page = new GrantListsPage(propose, table(rows).exported(query), rows);
        return PageView.of("policy/grant-lists", "policy.lists.title", page).under(Crumb.of("insight.nav.home", "/"));
    }

    private @Nullable Form proposeForm(Actor actor, Text t) {
        return new GrantForms(actor, keys).propose(policies.list(), views(t)::title);
    }

    private static Table table(List<GrantListsPage.Row> rows) {
        return Table.of(
                "policy.lists.caption",
                Empty.nothingYet("policy.lists.none"),
                rows.size(),
                Column.text("policy.lists.policy"),
                Column.text("policy.lists.created"),
                Column.text("policy.lists.state"),
                Column.number("policy.lists.firms"),
                Column.number("policy.lists.sum"),
                Column.text("policy.lists.publicity"));
    }

    private GrantListView find(Actor actor, GrantListId list) {
        return lists.find(actor, list).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private PublishedPolicy policy(GrantListView list) {
        return policies.find(list.policy(), list.version()).orElseThrow();
    }

    private GrantListViews listViews(Text t) {
        return new GrantListViews(t, views(t), clock, calendar);
    }

    private GrantViews views(Text t) {
        return new GrantViews(t, catalogue, clock, calendar);
    }
}
