// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight;

import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.component.Due;
import io.atrium.web.component.Tile;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.desk.DeskSource;
import io.atrium.web.text.Figure;
import io.atrium.web.text.Text;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What all modules together put before one person (待办), soonest deadline first.
@Component
class Desk {

    /// Those whose work is to answer others in time see how much of it is due.
    private static final Set<Role> ANSWERING = EnumSet.of(Role.OFFICER, Role.OPERATOR, Role.STEWARD);

    private static final Comparator<DeskItem> BY_DEADLINE =
            Comparator.comparing(DeskItem::due, Comparator.nullsLast(Comparator.comparing(Due::at)));

    private final List<DeskSource> sources;
    private final BusinessClock clock;

    Desk(List<DeskSource> sources, BusinessClock clock) {
        this.sources = sources.stream()
                .sorted(Comparator.comparingInt(DeskSource::order))
                .toList();
        this.clock = clock;
    }

    List<DeskItem> items(Actor actor, Text t) {
        return sources.stream()
                .flatMap(source -> source.items(actor, t).stream())
                .sorted(BY_DEADLINE)
                .toList();
    }

    /// What others do next, or what happens by itself.
    List<DeskItem> ahead(Actor actor, Text t) {
        return sources.stream()
                .flatMap(source -> source.ahead(actor, t).stream())
                .sorted(BY_DEADLINE)
                .toList();
    }

    /// @param items what needs the actor
    /// @param ahead what waits for others
    List<Tile> tiles(Actor actor, Text t, List<DeskItem> items, List<DeskItem> ahead) {
        var ofModules = sources.stream().flatMap(source -> source.tiles(actor, t).stream());
        return Stream.concat(counts(actor, t, items, ahead), ofModules).toList();
    }

    private Stream<Tile> counts(Actor actor, Text t, List<DeskItem> items, List<DeskItem> ahead) {
        if (actor.roles().stream().noneMatch(ANSWERING::contains)) {
            return Stream.of();
        }
        long overdue = in(ToDoView.OVERDUE, items).size();
        long today = in(ToDoView.TODAY, items).size();
        var counts = Stream.of(tile(ToDoView.OVERDUE, overdue, t), tile(ToDoView.TODAY, today, t));
        return actor.roles().contains(Role.OFFICER)
                ? Stream.concat(counts, Stream.of(tile(ToDoView.WAITING, ahead.size(), t)))
                : counts;
    }

    private static Tile tile(ToDoView view, long count, Text t) {
        return Tile.of(
                t.of("insight.to-dos", view), new Figure(t.number(count), t.of("insight.to-dos.unit")), view.href());
    }

    /// Those of these items that a view shows.
    List<DeskItem> in(ToDoView view, List<DeskItem> items) {
        var today = clock.today();
        return items.stream().filter(item -> view.shows(item.due(), today)).toList();
    }

    static LocalDate dayOf(Due due) {
        return due.at().atZone(BusinessClock.ZONE).toLocalDate();
    }
}
