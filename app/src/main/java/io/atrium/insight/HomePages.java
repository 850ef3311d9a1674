// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight;

import io.atrium.kernel.access.Actor;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.frame.VisitedPages;
import io.atrium.web.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The page at `/`: the front of the house for strangers, a desk for whoever lives here.
@Controller
class HomePages {

    static final int ITEMS_MAX = 7;
    static final int TILES_MAX = 6;
    static final int AHEAD_MAX = 5;
    private static final int IDEAS_MAX = 3;
    private static final int VISITED_MAX = 6;

    private final Desk desk;
    private final PinnedPages pinned;
    private final VisitedPages visited;
    private final FrontDoor front;
    private final BusinessClock clock;

    HomePages(Desk desk, PinnedPages pinned, VisitedPages visited, FrontDoor front, BusinessClock clock) {
        this.desk = desk;
        this.pinned = pinned;
        this.visited = visited;
        this.front = front;
        this.clock = clock;
    }

    @Bean
    static NavItem homeNavItem() {
        return NavItem.signedIn(NavGroup.START, "insight.nav.home", "/", 0);
    }

    /// The same address is the front of the house for strangers.
    @Bean
    static NavItem frontNavItem() {
        return new NavItem(NavGroup.START, "insight.nav.front", "/", 0, Optional::isEmpty);
    }

    @GetMapping("/")
    PageView home(@Nullable Actor actor, Text t) {
        return actor == null
                ? PageView.of("insight/welcome", "insight.welcome.title", front.welcome(t))
                : PageView.of("insight/home", "insight.home.title", desk(actor, t), actor.name());
    }

    private HomePage desk(Actor actor, Text t) {
        var items = desk.items(actor, t);
        var ahead = desk.ahead(actor, t);
        return new HomePage(
                items.stream().limit(ITEMS_MAX).toList(),
                Math.max(0, items.size() - ITEMS_MAX),
                items.isEmpty() ? ideas(actor, t) : List.of(),
                desk.tiles(actor, t, items, ahead).stream().limit(TILES_MAX).toList(),
                ahead.stream().limit(AHEAD_MAX).toList(),
                Math.max(0, ahead.size() - AHEAD_MAX),
                shortcuts(actor, t),
                front.use(actor, t).orElse(null),
                clock.instant());
    }

    /// The first pages of their own navigation, home and inbox apart: that is where their work starts. What strangers
    /// see as well comes last.
    private List<HomePage.Link> ideas(Actor actor, Text t) {
        var work = pinned.choices(actor).stream()
                .filter(HomePages::isWork)
                .sorted(Comparator.comparing(HomePages::isPublic))
                .limit(IDEAS_MAX);
        return links(work, t);
    }

    private static boolean isPublic(NavItem item) {
        return item.isFor().test(Optional.empty());
    }

    private static boolean isWork(NavItem item) {
        return item.group() != NavGroup.START && !item.isAccount();
    }

    private HomePage.Shortcuts shortcuts(Actor actor, Text t) {
        return new HomePage.Shortcuts(links(pinned.of(actor).stream(), t), visited.last(actor, VISITED_MAX));
    }

    private static List<HomePage.Link> links(Stream<NavItem> items, Text t) {
        return items.map(item -> new HomePage.Link(t.of(item.titleKey()), item.href()))
                .toList();
    }
}
