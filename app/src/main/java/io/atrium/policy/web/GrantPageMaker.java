// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.Clawbacks;
import io.atrium.policy.GrantId;
import io.atrium.policy.GrantLists;
import io.atrium.policy.GrantView;
import io.atrium.policy.Grants;
import io.atrium.policy.PayeeAccounts;
import io.atrium.policy.Policies;
import io.atrium.policy.PublishedPolicy;
import io.atrium.policy.domain.GrantState;
import io.atrium.voucher.VoucherId;
import io.atrium.voucher.Vouchers;
import io.atrium.web.Crumb;
import io.atrium.web.PageView;
import io.atrium.web.text.Text;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Puts the page of one grant together, for whichever form of it was sent.
@Component
class GrantPageMaker {

    private final Grants grants;
    private final GrantLists lists;
    private final Policies policies;
    private final PayeeAccounts accounts;
    private final Clawbacks clawbacks;
    private final Vouchers vouchers;
    private final FactCatalogue catalogue;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    GrantPageMaker(
            Grants grants,
            GrantLists lists,
            Policies policies,
            PayeeAccounts accounts,
            Clawbacks clawbacks,
            Vouchers vouchers,
            FactCatalogue catalogue,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.grants = grants;
        this.lists = lists;
        this.policies = policies;
        this.accounts = accounts;
        this.clawbacks = clawbacks;
        this.vouchers = vouchers;
        this.catalogue = catalogue;
        this.clock = clock;
        this.calendar = calendar;
    }

    GrantView find(Actor actor, GrantId grant) {
        return grants.find(actor.scope(Permission.READ_ENTITLEMENT), grant)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    PageView page(Actor actor, GrantView grant, Text t, GrantForms forms) {
        return PageView.of(
                        "policy/grant",
                        "policy.grant.title",
                        record(actor, grant, t, forms),
                        title(actor, grant, t),
                        grant.firmName(t.lang()))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("policy.lists.title", "/grant-lists"));
    }

    GrantPage record(Actor actor, GrantView grant, Text t, GrantForms forms) {
        var aside = new GrantAside(
                accounts.of(grant.firm()).orElse(null),
                clawbacks.of(grant.id()).orElse(null),
                Optional.ofNullable(grant.voucher())
                        .filter(_ -> grant.state() == GrantState.CLAWBACK)
                        .flatMap(voucher -> vouchers.find(new Scope.All(), new VoucherId(voucher)))
                        .orElse(null));
        return views(t).page(grant, version(actor, grant), grants.steps(grant.id()), aside, forms);
    }

    String title(Actor actor, GrantView grant, Text t) {
        return views(t).title(version(actor, grant));
    }

    private GrantViews views(Text t) {
        return new GrantViews(t, catalogue, clock, calendar);
    }

    private PublishedPolicy version(Actor actor, GrantView grant) {
        return lists.find(actor, grant.list())
                .map(list -> policies.find(list.policy(), list.version()))
                .orElseGet(() -> policies.find(grant.policy()))
                .orElseThrow();
    }
}
