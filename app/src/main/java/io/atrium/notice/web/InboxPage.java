// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.web;

import io.atrium.notice.Inbox.Order;
import io.atrium.notice.NoticeFilter;
import io.atrium.notice.NoticeKind;
import io.atrium.notice.NoticeView;
import io.atrium.web.ListQuery;
import io.atrium.web.component.Column;
import io.atrium.web.component.Due;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Field;
import io.atrium.web.component.Option;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What `/inbox` shows.
///
/// @param back the address of this view, to come back to after marking
public record InboxPage(
        ListQuery query, List<Field> filter, Table table, List<Row> rows, boolean hasUnread, String back) {

    private static final String DUE = "due";

    /// @param due null where nothing is to be done, or was done
    /// @param dueWords in place of a deadline: that nothing is asked, or that it is done
    /// @param action what the one button says
    public record Row(
            String id,
            String text,
            String kind,
            Tag state,
            boolean isUnread,
            Instant sentAt,
            @Nullable Due due,
            String dueWords,
            String action) {}

    /// @param offered those that can come to the reader
    /// @param named all, for the names of what came under other roles
    record Kinds(List<NoticeKind> offered, List<NoticeKind> named) {}

    record Found(List<NoticeView> notices, int count, boolean hasUnread) {}

    static InboxPage of(Found found, ListQuery query, Kinds kinds, Function<Instant, Due> due, Text t) {
        var table = Table.of(
                        "notice.inbox.caption",
                        Empty.nothingYet("notice.inbox.empty", "notice.inbox.empty.action", "/inbox/choices"),
                        found.count(),
                        Column.text("notice.column.text"),
                        Column.text("notice.column.due").sortedBy(DUE),
                        Column.text("notice.column.sent"),
                        Column.text("notice.column.action"))
                .paged(query, found.count())
                .exported(query);
        return new InboxPage(
                query,
                filter(kinds.offered()),
                table,
                found.notices().stream()
                        .map(notice -> row(notice, kinds.named(), due, t))
                        .toList(),
                found.hasUnread(),
                query.hrefOfPage(query.page()));
    }

    static NoticeFilter filter(ListQuery query) {
        var kind = query.filter("kind");
        return new NoticeFilter(
                kind.isEmpty() ? null : kind,
                switch (query.filter("state")) {
                    case "unread" -> true;
                    case "read" -> false;
                    default -> null;
                },
                switch (query.filter("todo")) {
                    case "open" -> true;
                    case "none" -> false;
                    default -> null;
                });
    }

    static Order order(ListQuery query) {
        return query.sort().equals(DUE) ? Order.DUE_FIRST : Order.UNREAD_FIRST;
    }

    private static List<Field> filter(List<NoticeKind> kinds) {
        var byKind = Stream.concat(
                Stream.of(Option.key("", "notice.filter.all")),
                kinds.stream().map(kind -> Option.key(kind.name(), kind.titleKey())));
        return List.of(
                Field.select("kind", "notice.filter.kind", byKind.toList()),
                Field.select(
                        "state",
                        "notice.filter.state",
                        List.of(
                                Option.key("", "notice.filter.all"),
                                Option.key("unread", "notice.state.unread"),
                                Option.key("read", "notice.state.read"))),
                Field.select(
                        "todo",
                        "notice.filter.todo",
                        List.of(
                                Option.key("", "notice.filter.all"),
                                Option.key("open", "notice.filter.open"),
                                Option.key("none", "notice.filter.none"))));
    }

    static String kind(NoticeView notice, List<NoticeKind> kinds, Text t) {
        return kinds.stream()
                .filter(known -> known.name().equals(notice.kind()))
                .findFirst()
                .map(known -> t.of(known.titleKey()))
                .orElse(notice.kind());
    }

    private static Row row(NoticeView notice, List<NoticeKind> kinds, Function<Instant, Due> due, Text t) {
        var dueAt = notice.dueAt();
        return new Row(
                notice.id().value(),
                notice.text(t),
                kind(notice, kinds, t),
                notice.isUnread() ? Tag.of(Tone.INFO, "notice.state.unread") : Tag.of(Tone.PLAIN, "notice.state.read"),
                notice.isUnread(),
                notice.sentAt(),
                dueAt == null || !notice.isOpen() ? null : due.apply(dueAt),
                t.of(dueAt == null ? "notice.due.none" : "notice.due.settled"),
                t.of(notice.isOpen() ? "notice.action.handle" : "notice.action.open"));
    }
}
