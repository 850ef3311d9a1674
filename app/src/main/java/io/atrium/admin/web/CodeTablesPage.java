// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.util.List;

/// What `/code-tables` shows.
public record CodeTablesPage(Table table, List<Row> rows) {

    /// @param version number of the version in force; 0 is what is shipped
    public record Row(String href, String title, String lead, int entries, String version, Tag draft) {}

    static CodeTablesPage of(List<Row> rows) {
        var table = Table.of(
                "admin.codes.tables",
                Empty.nothingYet("admin.codes.tables.none"),
                rows.size(),
                Column.text("admin.codes.table"),
                Column.number("admin.codes.entries.count"),
                Column.number("admin.version.number"),
                Column.text("admin.calendar.open"));
        return new CodeTablesPage(table, rows);
    }
}
