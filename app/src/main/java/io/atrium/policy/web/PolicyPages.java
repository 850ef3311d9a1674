// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.policy.Policies;
import io.atrium.policy.PolicyId;
import io.atrium.web.Crumb;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// `/policies`: the catalogue, open to everybody.
@Controller
class PolicyPages {

    private final Policies policies;
    private final FactCatalogue catalogue;

    PolicyPages(Policies policies, FactCatalogue catalogue) {
        this.policies = policies;
        this.catalogue = catalogue;
    }

    @Bean
    static NavItem policiesNavItem() {
        return NavItem.open(NavGroup.BENEFITS, "policy.nav.policies", "/policies", 20);
    }

    @GetMapping("/policies")
    PageView list(Text t) {
        var views = new PolicyViews(new PolicyWords(t, catalogue));
        var rows = policies.list().stream().map(views::row).toList();
        var table = Table.of(
                "policy.list.caption",
                Empty.nothingYet("policy.list.none"),
                rows.size(),
                Column.text("policy.list.policy"),
                Column.text("policy.list.status"),
                Column.text("policy.list.mode"),
                Column.text("policy.list.period"),
                Column.text("policy.list.issuer"));
        return PageView.of("policy/list", "policy.list.title", new PoliciesPage(table, rows))
                .under(Crumb.of("insight.nav.home", "/"));
    }

    @GetMapping("/policies/{policy}")
    PageView show(@PathVariable PolicyId policy, Text t) {
        var found = policies.find(policy).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        var words = new PolicyWords(t, catalogue);
        var page = new PolicyViews(words).page(found, policies.versions(policy));
        return PageView.of(
                        "policy/policy",
                        "policy.show.title",
                        page,
                        words.of(found.header().title()))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("policy.list.title", "/policies"));
    }
}
