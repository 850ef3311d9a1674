// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.joining.JoiningView;
import io.atrium.compute.joining.Joinings;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/provider-joinings`: a provider's applications to join; for the operator those of all.
@Controller
class JoiningListPages {

    private final Joinings joinings;
    private final OrganisationNames names;

    JoiningListPages(Joinings joinings, OrganisationNames names) {
        this.joinings = joinings;
        this.names = names;
    }

    @Bean
    static NavItem joiningsNavItem() {
        return new NavItem(
                NavGroup.COMPUTE,
                "compute.nav.joinings",
                JoiningCourse.LIST,
                6,
                viewer -> viewer.filter(JoiningListPages::mayLook).isPresent());
    }

    private static boolean mayLook(Actor actor) {
        return actor.may(Permission.JOIN_AS_PROVIDER) || actor.may(Permission.DECIDE_JOINING);
    }

    @GetMapping(JoiningCourse.LIST)
    PageView list(Actor actor, ListQuery query, Text t) {
        actor.require(Permission.OPERATE_POOL);
        var scope = actor.scope(Permission.OPERATE_POOL);
        var views = new JoiningViews(t);
        var listed = joinings.list(scope, query.offset(), query.size());
        var providers = names.of(t, listed.stream().map(JoiningView::provider).toList());
        var rows = listed.stream()
                .map(joining -> views.row(joining, providers.getOrDefault(joining.provider(), "")))
                .toList();
        var ofMany = scope instanceof Scope.All;
        var mayBegin = actor.may(Permission.JOIN_AS_PROVIDER);
        var page = new JoiningPage.Listed(
                table(ofMany, mayBegin).paged(query, joinings.count(scope)),
                rows,
                ofMany,
                mayBegin
                                && !rows.isEmpty()
                                && joinings.obstacle(actor.organisation()).isEmpty()
                        ? JoiningCourse.NEW
                        : null);
        return PageView.of("compute/joinings", "compute.joining.list.title", page)
                .under(Crumb.of("insight.nav.home", "/"));
    }

    private static Table table(boolean ofMany, boolean mayBegin) {
        var columns = new ArrayList<Column>();
        columns.add(Column.text("compute.joining.number"));
        if (ofMany) {
            columns.add(Column.text("compute.provider"));
        }
        columns.addAll(List.of(
                Column.text("compute.job.state"),
                Column.number("compute.prices.gpus"),
                Column.text("compute.joining.submitted-at"),
                Column.text("compute.joining.decide-by")));
        var empty = mayBegin
                ? Empty.nothingYet("compute.joining.none", "compute.joining.start.title", JoiningCourse.NEW)
                : Empty.nothingYet("compute.joining.none.all");
        return Table.of("compute.joining.list.caption", empty, 0, columns.toArray(Column[]::new));
    }
}
