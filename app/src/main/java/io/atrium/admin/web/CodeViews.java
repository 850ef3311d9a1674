// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.admin.domain.CodeChange;
import io.atrium.admin.domain.CodeList;
import io.atrium.kernel.codes.CodeEntry;
import io.atrium.kernel.codes.CodeTable;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Entries of one code table in the reader's language, with what records make of them.
final class CodeViews {

    private final CodeTable table;
    private final LocalDate today;
    private final Text t;

    CodeViews(CodeTable table, LocalDate today, Text t) {
        this.table = table;
        this.today = today;
        this.t = t;
    }

    List<CodeRow> rows(CodeList list, Function<String, @Nullable String> editHref) {
        var uses = table.uses(list.entries(), today);
        return list.entries().stream()
                .map(entry ->
                        CodeRow.of(entry, uses.getOrDefault(entry.code(), 0), today, editHref.apply(entry.code())))
                .toList();
    }

    /// Codes that records hold and no entry names, with how many.
    List<String> unlisted(CodeList list) {
        return table.uses(list.entries(), today).entrySet().stream()
                .filter(use -> list.find(use.getKey()).isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .map(use -> t.of("admin.codes.unlisted.one", use.getKey(), use.getValue()))
                .toList();
    }

    List<CodeVersionPage.Change> changes(CodeList before, CodeList after) {
        var then = table.uses(before.entries(), today);
        var now = table.uses(after.entries(), today);
        return CodeChange.between(before, after).stream()
                .map(change -> new CodeVersionPage.Change(
                        change.code(),
                        what(change),
                        t.of(
                                "admin.codes.effect",
                                t.of(table.messageKey() + ".uses"),
                                then.getOrDefault(change.code(), 0),
                                now.getOrDefault(change.code(), 0))))
                .toList();
    }

    private String what(CodeChange change) {
        var before = change.before();
        var after = change.after();
        if (before == null) {
            return t.of("admin.codes.change.new", word(Objects.requireNonNull(after)));
        }
        if (after == null) {
            return t.of("admin.codes.change.absent", word(before));
        }
        var parts = new ArrayList<String>();
        if (!before.zh().equals(after.zh()) || !before.en().equals(after.en())) {
            parts.add(t.of("admin.codes.change.word", words(before), words(after)));
        }
        if (!Objects.equals(before.number(), after.number())) {
            parts.add(t.of("admin.codes.change.figure", word(after), figure(before), figure(after)));
        }
        if (!Objects.equals(before.lastDay(), after.lastDay())) {
            parts.add(ending(after));
        }
        return String.join(t.of("admin.codes.change.and"), parts);
    }

    private String ending(CodeEntry after) {
        return after.lastDay() == null
                ? t.of("admin.codes.change.reopened", word(after))
                : t.of("admin.codes.change.ended", word(after), after.lastDay());
    }

    private static String figure(CodeEntry entry) {
        return String.valueOf(entry.number());
    }

    private String word(CodeEntry entry) {
        return t.lang() == Lang.ZH ? entry.zh() : entry.en();
    }

    private static String words(CodeEntry entry) {
        return entry.zh() + " / " + entry.en();
    }
}
