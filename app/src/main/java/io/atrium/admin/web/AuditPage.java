// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.admin.ChainCheck;
import io.atrium.identity.AuditFilter;
import io.atrium.identity.AuditTrail;
import io.atrium.web.ListQuery;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Option;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What `/audit` shows.
///
/// @param chain in words, whether every entry is as it was written
public record AuditPage(
        ListQuery query, List<Field> filter, Table table, List<Row> rows, String chain, Tone chainTone) {

    /// @param code where an action has no words yet
    /// @param kind what kind of record it is; empty where its id does not tell
    /// @param subject name or id of the record
    /// @param details what changed, before and after
    public record Row(
            Instant at,
            String person,
            String organisation,
            String action,
            @Nullable String code,
            String kind,
            String subject,
            String searchHref,
            List<Fact> details,
            String origin) {}

    static AuditPage of(
            List<AuditTrail.Entry> entries,
            int count,
            ListQuery query,
            List<String> actions,
            ChainCheck.Result chain,
            AuditWords words) {
        var t = words.t();
        var table = Table.of(
                        "admin.audit.caption",
                        Empty.nothingYet("admin.audit.none"),
                        0,
                        Column.text("admin.audit.at"),
                        Column.text("admin.audit.who"),
                        Column.text("admin.audit.action"),
                        Column.text("admin.audit.subject"),
                        Column.text("admin.audit.detail"),
                        Column.text("admin.audit.origin"))
                .paged(query, count)
                .exported(query);
        return new AuditPage(
                query,
                fields(actions, words),
                table,
                entries.stream().map(entry -> row(entry, words)).toList(),
                chain(chain, t),
                chain.firstBroken().isPresent() ? Tone.BAD : Tone.GOOD);
    }

    static AuditFilter filter(ListQuery query) {
        return new AuditFilter(
                query.filter("person"),
                query.filter("organisation"),
                query.filter("action"),
                query.filter("subject"),
                day(query.filter("from")),
                day(query.filter("to")));
    }

    private static List<Field> fields(List<String> actions, AuditWords words) {
        var options = Stream.concat(
                Stream.of(Option.key("", "admin.audit.all")),
                actions.stream().map(action -> Option.literal(action, words.action(action))));
        return List.of(
                Field.text("person", "admin.audit.person").small(),
                Field.text("organisation", "admin.audit.organisation").small(),
                Field.select("action", "admin.audit.action", options.toList()),
                Field.text("subject", "admin.audit.subject").small(),
                Field.of(FieldKind.DATE, "from", "admin.audit.from").small(),
                Field.of(FieldKind.DATE, "to", "admin.audit.to").small());
    }

    private static Row row(AuditTrail.Entry entry, AuditWords words) {
        return new Row(
                entry.at(),
                words.person(entry.person(), entry.organisation()),
                words.organisation(entry.organisation()),
                words.action(entry.action()),
                words.code(entry.action()),
                words.kind(entry.subject()),
                words.subject(entry.subject()),
                "/audit?subject=" + URLEncoder.encode(entry.subject(), StandardCharsets.UTF_8),
                words.details(entry.detail()),
                words.origin(entry.origin()));
    }

    private static String chain(ChainCheck.Result chain, Text t) {
        return chain.firstBroken().isPresent()
                ? t.of("admin.audit.chain.broken", chain.firstBroken().getAsLong(), chain.at())
                : t.of("admin.audit.chain.holds", chain.sealed(), chain.at());
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
