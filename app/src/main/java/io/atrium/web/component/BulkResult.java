// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import java.util.List;

/// What came of a bulk action, row by row (批量结果), with the way back to the list.
public record BulkResult(String captionKey, List<Row> rows, String backHref, String backKey) {

    /// @param note why it was refused; empty when it was done
    public record Row(String name, Tag outcome, String note) {}

    public Table table() {
        return Table.of(
                captionKey,
                Empty.nothingYet("web.bulk.none"),
                rows.size(),
                Column.text("web.bulk.row"),
                Column.text("web.bulk.outcome"),
                Column.text("web.bulk.note"));
    }
}
