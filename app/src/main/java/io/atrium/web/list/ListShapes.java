// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.list;

import static io.atrium.jooq.Tables.LIST_SHAPE;

import io.atrium.kernel.access.Actor;
import io.atrium.web.ListShape;
import io.atrium.web.SavedView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.HandlerMapping;

/// Finds the shape of the list that a request asks for: the address decides, then what the person chose before.
@Component
public class ListShapes {

    private static final int COLUMNS_MAX = 40;
    private static final int LIST_LENGTH_MAX = 200;
    private static final Pattern COLUMN = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    private record Choice(List<String> columns, boolean isCompact) {}

    private final DSLContext database;
    private final SavedViews views;

    ListShapes(DSLContext database, SavedViews views) {
        this.database = database;
        this.views = views;
    }

    /// Remembers the choice when the address asks for it.
    @Transactional
    public ListShape of(HttpServletRequest request) {
        var person = person(request);
        var list = list(request);
        var asked = asked(request);
        if (person == null) {
            return asked.map(choice -> shape(choice, true, List.of(), false)).orElse(ListShape.PLAIN);
        }
        if (asked.isPresent() && request.getParameter(ListShape.KEEP) != null) {
            keep(person, list, asked.get());
        }
        var choice = asked.or(() -> kept(person, list)).orElse(new Choice(List.of(), false));
        return shape(choice, asked.isPresent(), views.of(person, request.getRequestURI()), true);
    }

    private static ListShape shape(Choice choice, boolean isInAddress, List<SavedView> views, boolean isKept) {
        return new ListShape(choice.columns(), choice.isCompact(), isInAddress, views, isKept);
    }

    private static @Nullable String person(HttpServletRequest request) {
        return request.getAttribute(Actor.REQUEST_ATTRIBUTE) instanceof Actor actor
                ? actor.person().value()
                : null;
    }

    /// Lists of one kind, such as the statements of all accounts, share one shape.
    private static String list(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var name = pattern == null ? request.getRequestURI() : pattern.toString();
        return name.length() <= LIST_LENGTH_MAX ? name : name.substring(0, LIST_LENGTH_MAX);
    }

    private static Optional<Choice> asked(HttpServletRequest request) {
        var columns = request.getParameterValues(ListShape.COLUMNS);
        var density = request.getParameter(ListShape.DENSITY);
        if (columns == null && density == null) {
            return Optional.empty();
        }
        var names = Stream.of(columns == null ? new String[0] : columns)
                .filter(COLUMN.asMatchPredicate())
                .limit(COLUMNS_MAX)
                .toList();
        return Optional.of(new Choice(names, ListShape.COMPACT.equals(density)));
    }

    private Optional<Choice> kept(String person, String list) {
        return database.selectFrom(LIST_SHAPE)
                .where(LIST_SHAPE.PERSON_ID.eq(person), LIST_SHAPE.LIST.eq(list))
                .fetchOptional(row -> new Choice(
                        row.getColumns().isEmpty()
                                ? List.of()
                                : List.of(row.getColumns().split(",", -1)),
                        row.getIsCompact()));
    }

    private void keep(String person, String list, Choice choice) {
        var columns = String.join(",", choice.columns());
        database.insertInto(LIST_SHAPE)
                .set(LIST_SHAPE.PERSON_ID, person)
                .set(LIST_SHAPE.LIST, list)
                .set(LIST_SHAPE.COLUMNS, columns)
                .set(LIST_SHAPE.IS_COMPACT, choice.isCompact())
                .onConflict(LIST_SHAPE.PERSON_ID, LIST_SHAPE.LIST)
                .doUpdate()
                .set(LIST_SHAPE.COLUMNS, columns)
                .set(LIST_SHAPE.IS_COMPACT, choice.isCompact())
                .execute();
    }
}
