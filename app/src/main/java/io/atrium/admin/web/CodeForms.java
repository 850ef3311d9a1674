// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.admin.domain.CodeEdit;
import io.atrium.admin.domain.CodeList;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.Typed;
import io.atrium.kernel.codes.CodeEntry;
import io.atrium.kernel.codes.CodeTable;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.component.UploadLimit;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/// The forms of a draft of a code table, and what was typed or handed in.
final class CodeForms {

    static final String FILE = "file";
    private static final UploadLimit FILE_LIMIT = new UploadLimit(".csv,text/csv", 1024 * 1024, 1);

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvReadFeature.WRAP_AS_ARRAY, CsvReadFeature.SKIP_EMPTY_LINES, CsvReadFeature.TRIM_SPACES)
            .build();
    private static final String NO_FIGURE = "-1";

    private CodeForms() {}

    /// @param edit null where something is wrong
    record Reading(@Nullable CodeEdit edit, List<FieldError> errors) {}

    static Form entry(String path, CodeTable table, CodeList list, @Nullable CodeEntry chosen, Text t, RequestKey key) {
        var form = table.shape().hasFigures()
                ? Form.to(path + "/entries", "admin.codes.put", code(list, t), figure(table, chosen))
                : Form.to(path + "/entries", "admin.codes.put", words(chosen));
        return (chosen == null ? form : form.answered(Map.of("code", chosen.code(), "number", number(chosen))))
                .keyed(key);
    }

    private static Field code(CodeList list, Text t) {
        var options = list.entries().stream()
                .map(entry -> Option.literal(entry.code(), t.lang() == Lang.ZH ? entry.zh() : entry.en()))
                .toList();
        return Field.select("code", "admin.codes.entry", options);
    }

    private static Field figure(CodeTable table, @Nullable CodeEntry chosen) {
        return Field.number("number", table.messageKey() + ".figure").value(chosen == null ? null : number(chosen));
    }

    private static Field[] words(@Nullable CodeEntry chosen) {
        var lastDay = chosen == null ? null : chosen.lastDay();
        return new Field[] {
            Field.text("code", "admin.codes.code")
                    .hint("admin.codes.code.hint")
                    .value(chosen == null ? null : chosen.code()),
            Field.text("zh", "admin.codes.zh").value(chosen == null ? null : chosen.zh()),
            Field.text("en", "admin.codes.en").value(chosen == null ? null : chosen.en()),
            Field.of(FieldKind.DATE, "lastDay", "admin.codes.last-day")
                    .hint("admin.codes.last-day.hint")
                    .optional()
                    .small()
                    .value(lastDay == null ? null : lastDay.toString())
        };
    }

    private static String number(CodeEntry entry) {
        return entry.number() == null ? "" : String.valueOf(entry.number());
    }

    static Form file(String path, RequestKey key) {
        return Form.to(
                        path + "/file",
                        "admin.codes.file.submit",
                        Field.upload(FILE, "admin.codes.file", FILE_LIMIT).hint("admin.codes.file.hint"))
                .keyed(key);
    }

    static Reading typed(Map<String, String> typed, CodeTable table) {
        var errors = new ArrayList<FieldError>();
        var entry = entry(
                List.of(
                        typed.getOrDefault("code", ""),
                        typed.getOrDefault("zh", ""),
                        typed.getOrDefault("en", ""),
                        typed.getOrDefault("number", NO_FIGURE),
                        typed.getOrDefault("lastDay", "")),
                table);
        if (entry == null) {
            errors.add(FieldError.of("lastDay", "admin.calendar.wrong.day"));
            return new Reading(null, errors);
        }
        return new Reading(new CodeEdit(List.of(entry)), errors);
    }

    /// A file like the one that is exported: a line of headings, then code, Chinese, English, the figure where the
    /// table
    /// has figures, and the last day.
    static Reading handedIn(byte[] bytes, CodeTable table) {
        if (bytes.length == 0 || bytes.length > FILE_LIMIT.bytesMax()) {
            return wrong("admin.codes.file.size");
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        try (var lines = CSV.readerFor(String[].class)
                .<String[]>readValues(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            var entries = new ArrayList<CodeEntry>();
            int line = 0;
            while (lines.hasNext()) {
                var cells = lines.next();
                if (line++ == 0) {
                    continue;
                }
                var entry = line > CodeEdit.ENTRIES_MAX + 1 ? null : entry(cells(cells, table), table);
                if (entry == null) {
                    return wrong("admin.codes.file.line", line);
                }
                entries.add(entry);
            }
            return entries.isEmpty() ? wrong("admin.codes.file.empty") : new Reading(new CodeEdit(entries), List.of());
        } catch (JacksonException _) {
            return wrong("admin.codes.file.unreadable");
        }
    }

    /// In the one order of code, Chinese, English, figure, last day.
    private static List<String> cells(String[] cells, CodeTable table) {
        int lastDay = table.shape().hasFigures() ? 4 : 3;
        return List.of(
                cell(cells, 0),
                cell(cells, 1),
                cell(cells, 2),
                table.shape().hasFigures() ? cell(cells, 3) : NO_FIGURE,
                cell(cells, lastDay));
    }

    private static String cell(String[] cells, int index) {
        return index < cells.length && cells[index] != null ? cells[index] : "";
    }

    private static Reading wrong(String key, Object... arguments) {
        return new Reading(null, List.of(FieldError.of(FILE, key, arguments)));
    }

    /// Null where the last day is no day.
    private static @Nullable CodeEntry entry(List<String> cells, CodeTable table) {
        try {
            var day = Typed.halfWidth(cells.get(4)).strip();
            return new CodeEntry(
                    cells.get(0).strip(),
                    cells.get(1).strip(),
                    cells.get(2).strip(),
                    table.shape().hasFigures() ? figure(cells.get(3)) : null,
                    day.isEmpty() || table.shape().hasFigures() ? null : LocalDate.parse(day));
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static int figure(String typed) {
        try {
            return Integer.parseInt(Typed.halfWidth(typed).strip());
        } catch (NumberFormatException _) {
            return Integer.parseInt(NO_FIGURE);
        }
    }
}
