// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.identity.AuditSeals;
import io.atrium.identity.AuditTrail;
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
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/audit`: the audit trail, and whether its chain holds.
@Controller
class AuditPages {

    private final AuditTrail trail;
    private final AuditSeals seals;

    AuditPages(AuditTrail trail, AuditSeals seals) {
        this.trail = trail;
        this.seals = seals;
    }

    @Bean
    static NavItem auditNavItem() {
        return NavItem.needing(Permission.READ_AUDIT, NavGroup.OVERSIGHT, "admin.nav.audit", "/audit", 50);
    }

    @GetMapping("/audit")
    PageView list(Actor actor, ListQuery query) {
        actor.require(Permission.READ_AUDIT);
        var scope = actor.scope(Permission.READ_AUDIT);
        var contains = query.filter("contains");
        var table = Table.of(
                        "admin.audit.caption",
                        Empty.nothingYet("admin.audit.none"),
                        0,
                        Column.text("admin.audit.at"),
                        Column.text("admin.audit.who"),
                        Column.text("admin.audit.action"),
                        Column.text("admin.audit.subject"),
                        Column.text("admin.audit.detail"))
                .paged(query, trail.count(scope, contains));
        var rows = trail.list(scope, contains, query.offset(), query.size());
        return PageView.of(
                        "admin/audit",
                        "admin.audit.title",
                        new AuditPage(table, query, rows, trail.sealed(), seals.firstBroken()))
                .under(Crumb.of("insight.nav.home", "/"));
    }
}
