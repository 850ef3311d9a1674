// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.kernel.codes.CodeTable;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import java.util.ArrayList;
import java.util.List;

/// What `/code-tables/{name}` shows: the entries that count now, how often each is used, and every version.
///
/// @param unlisted codes that records hold and no entry names
public record CodeTablePage(
        String lead, boolean hasFigures, Table table, List<CodeRow> rows, List<String> unlisted, VersionList versions) {

    static Table table(CodeTable codes, int rows, boolean editable) {
        var columns = new ArrayList<Column>(
                List.of(Column.text("admin.codes.code"), Column.text("admin.codes.zh"), Column.text("admin.codes.en")));
        if (codes.shape().hasFigures()) {
            columns.add(Column.number(codes.messageKey() + ".figure"));
        }
        columns.add(Column.number(codes.messageKey() + ".uses"));
        if (!codes.shape().hasFigures()) {
            columns.add(Column.text("admin.version.state"));
        }
        if (editable) {
            columns.add(Column.text("admin.work.action"));
        }
        return Table.of(
                "admin.codes.entries",
                Empty.nothingYet("admin.codes.entries.none"),
                rows,
                columns.toArray(Column[]::new));
    }
}
