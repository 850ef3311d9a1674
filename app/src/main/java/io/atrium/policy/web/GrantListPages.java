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
import io.atrium.policy.GrantListId;
import io.atrium.policy.GrantListOutcome;
import io.atrium.policy.GrantListView;
import io.atrium.policy.GrantLists;
import io.atrium.policy.Policies;
import io.atrium.policy.PolicyId;
import io.atrium.policy.ProposeGrantList;
import io.atrium.policy.PublishedPolicy;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
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

    GrantListPages(
            GrantLists lists,
            Policies policies,
            FactCatalogue catalogue,
            BusinessClock clock,
            WorkingCalendar calendar,
            RequestKeys keys) {
        this.lists = lists;
        this.policies = policies;
        this.catalogue = catalogue;
        this.clock = clock;
        this.calendar = calendar;
        this.keys = keys;
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
    PageView list(Actor actor, Text t) {
        return list(actor, t, proposeForm(actor, t));
    }

    @PostMapping("/grant-lists")
    ModelAndView propose(Actor actor, RequestKey key, @RequestParam String policy, Text t) {
        return switch (lists.propose(actor, key, new ProposeGrantList(new PolicyId(policy)))) {
            case GrantListOutcome.Proposed made ->
                SeeOther.to("/grant-lists/" + made.list()).saying(Flash.done("policy.lists.proposed", made.firms()));
            case GrantListOutcome.Refused refused -> {
                var form = proposeForm(actor, t);
                var answered = form == null
                        ? null
                        : form.answered(Map.of("policy", policy)).refused(refused.refusal());
                yield list(actor, t, answered).refused();
            }
            case GrantListOutcome.Confirmed other -> throw new IllegalStateException(other.toString());
        };
    }

    @GetMapping("/grant-lists/{list}")
    PageView show(Actor actor, @PathVariable GrantListId list, Text t) {
        var found = find(actor, list);
        var policy = policy(found);
        var views = views(t);
        var page = views.page(found, policy, lists.grants(actor, list), new GrantForms(actor, keys));
        return PageView.of("policy/grant-list", "policy.grant-list.title", page, views.title(policy))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("policy.lists.title", "/grant-lists"));
    }

    @PostMapping("/grant-lists/{list}/confirmation")
    ModelAndView confirm(Actor actor, RequestKey key, @PathVariable GrantListId list) {
        return switch (lists.confirm(actor, key, new ConfirmGrantList(list))) {
            case GrantListOutcome.Confirmed done ->
                SeeOther.to("/grant-lists/" + list).saying(Flash.done("policy.grant-list.confirmed-flash"));
            case GrantListOutcome.Refused refused -> throw new RefusedException(refused.refusal());
            case GrantListOutcome.Proposed other -> throw new IllegalStateException(other.toString());
        };
    }

    private PageView list(Actor actor, Text t, @Nullable Form propose) {
        var found = lists.list(actor);
        var views = views(t);
        var rows = found.stream().map(list -> views.row(list, policy(list))).toList();
        var page = new GrantListsPage(propose, table(rows), rows);
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
                Column.text("policy.lists.publicity"));
    }

    private GrantListView find(Actor actor, GrantListId list) {
        return lists.find(actor, list).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private PublishedPolicy policy(GrantListView list) {
        return policies.find(list.policy(), list.version()).orElseThrow();
    }

    private GrantViews views(Text t) {
        return new GrantViews(t, catalogue, clock, calendar);
    }
}
