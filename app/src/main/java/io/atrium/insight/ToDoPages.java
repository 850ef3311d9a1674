// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight;

import io.atrium.kernel.access.Actor;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.PageView;
import io.atrium.web.component.Tab;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.text.Text;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/to-dos`: everything that needs its reader, and what they wait for; the home page shows the first of it.
@Controller
class ToDoPages {

    private final Desk desk;

    ToDoPages(Desk desk) {
        this.desk = desk;
    }

    @GetMapping(ToDoView.PATH)
    PageView list(Actor actor, ListQuery query, Text t) {
        var items = desk.items(actor, t);
        var ahead = desk.ahead(actor, t);
        var view = ToDoView.of(query.filter("show"));
        var tabs = Arrays.stream(ToDoView.values())
                .map(each -> Tab.of(t.of("insight.to-dos", each), each.href(), each == view)
                        .counting(shown(each, items, ahead).size()))
                .toList();
        return PageView.of(
                        "insight/to-dos",
                        "insight.to-dos.title",
                        new ToDosPage(tabs, shown(view, items, ahead), view == ToDoView.WAITING))
                .under(Crumb.of("insight.nav.home", "/"));
    }

    private List<DeskItem> shown(ToDoView view, List<DeskItem> items, List<DeskItem> ahead) {
        return view == ToDoView.WAITING ? ahead : desk.in(view, items);
    }
}
