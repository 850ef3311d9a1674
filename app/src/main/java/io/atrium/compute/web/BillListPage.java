// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.BillTotals;
import io.atrium.compute.BillView;
import io.atrium.web.ListQuery;
import io.atrium.web.component.Field;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import java.util.List;

/// Bills of firms, or the same as receivables of a provider, with their sums.
public record BillListPage(
        ListQuery query, List<Field> filter, Table table, List<Row> rows, BillTotals totals, boolean isReceivables) {

    /// @param other the other side: the provider on a firm's list, the firm on a provider's
    public record Row(BillView bill, String other) {}

    /// Of a bill that is not any more as it was issued.
    public Tag corrected() {
        return Tag.of(Tone.INFO, "compute.bill.corrected.yes");
    }
}
