// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.admin.BackgroundWork;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Flash;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// `/background-work`: what Atrium does by itself, and another try of what failed.
@Controller
class WorkPages {

    private static final String PAGE = "/background-work";

    private final BackgroundWork work;
    private final RequestKeys keys;

    WorkPages(BackgroundWork work, RequestKeys keys) {
        this.work = work;
        this.keys = keys;
    }

    @Bean
    static NavItem workNavItem() {
        return NavItem.needing(Permission.RUN_SYSTEM, NavGroup.SETTINGS, "admin.work.title", PAGE, 70);
    }

    @GetMapping(PAGE)
    PageView show(Actor actor, ListQuery query, Text t) {
        var deliveries = Table.of(
                        "admin.work.deliveries",
                        Empty.nothingYet("admin.work.deliveries.none"),
                        0,
                        Column.text("admin.work.event"),
                        Column.text("admin.work.state"),
                        Column.text("admin.work.since"),
                        Column.number("admin.work.attempts"),
                        Column.text("admin.work.action"))
                .paged(query, work.countDeliveries(actor));
        var page = WorkPage.of(
                work.tasks(actor), work.deliveries(actor, query.offset(), query.size()), deliveries, keys::fresh, t);
        return PageView.of("admin/work", "admin.work.title", page);
    }

    @PostMapping(PAGE + "/tasks/{name}/{instance}/runs")
    SeeOther retry(Actor actor, RequestKey key, @PathVariable String name, @PathVariable String instance) {
        return answer(work.retryTask(actor, key, name, instance));
    }

    @PostMapping(PAGE + "/events/{id}/deliveries")
    SeeOther deliver(Actor actor, RequestKey key, @PathVariable UUID id) {
        return answer(work.retryDelivery(actor, key, id));
    }

    private static SeeOther answer(BackgroundWork.Outcome outcome) {
        return switch (outcome) {
            case BackgroundWork.Outcome.Retried _ -> SeeOther.to(PAGE).saying(Flash.done("admin.work.retried"));
            case BackgroundWork.Outcome.Refused(var refusal) -> throw new RefusedException(refusal);
        };
    }
}
