// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight;

import io.atrium.kernel.access.Actor;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.component.Due;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.desk.DeskSource;
import io.atrium.web.text.Text;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The page at `/`.
@Controller
class HomePages {

    static final int ITEMS_MAX = 7;
    static final int TILES_MAX = 6;
    private static final Comparator<DeskItem> BY_DEADLINE =
            Comparator.comparing(DeskItem::due, Comparator.nullsLast(Comparator.comparing(Due::at)));

    private final List<DeskSource> sources;
    private final BusinessClock clock;

    HomePages(List<DeskSource> sources, BusinessClock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    @Bean
    static NavItem homeNavItem() {
        return NavItem.open(NavGroup.START, "insight.nav.home", "/", 0);
    }

    @GetMapping("/")
    PageView home(@Nullable Actor actor, Text t) {
        return actor == null
                ? PageView.of("insight/welcome", "insight.welcome.title", new WelcomePage(WelcomePage.OFFERS))
                : PageView.of("insight/home", "insight.home.title", desk(actor, t), actor.name());
    }

    private HomePage desk(Actor actor, Text t) {
        var items = sources.stream()
                .flatMap(source -> source.items(actor, t).stream())
                .sorted(BY_DEADLINE)
                .toList();
        var tiles = sources.stream()
                .flatMap(source -> source.tiles(actor, t).stream())
                .limit(TILES_MAX)
                .toList();
        return new HomePage(
                items.stream().limit(ITEMS_MAX).toList(),
                Math.max(0, items.size() - ITEMS_MAX),
                tiles,
                clock.instant());
    }
}
