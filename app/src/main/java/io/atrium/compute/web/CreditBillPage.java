// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.web.ListQuery;
import io.atrium.web.component.Due;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.component.Next;
import io.atrium.web.component.Step;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One monthly bill: what was owed before and after, its lines, what was paid, what happens next.
///
/// @param reduced why the line is reduced and how it is restored; null while it is whole
/// @param moreLines where the lines are that the page has no room for
/// @param payment for whoever records payments
public record CreditBillPage(
        Tag state,
        @Nullable Due due,
        List<Step> steps,
        @Nullable Next next,
        @Nullable String reduced,
        List<Fact> sums,
        List<Fact> facts,
        Table lineTable,
        List<Line> lines,
        @Nullable String moreLines,
        String exportHref,
        Table paymentTable,
        List<Payment> payments,
        Table reminderTable,
        List<Reminder> reminders,
        @Nullable Form payment) {

    public record Line(
            String at, String kind, String name, @Nullable String href, String owed) {}

    /// @param reversalHref null for one that was taken back, and for those who may not
    public record Payment(
            String paidOn,
            String reference,
            String amount,
            String recorded,
            Tag state,
            @Nullable String reason,
            @Nullable String reversalHref) {}

    public record Reminder(String at, String stage, String owed) {}

    /// @param ofManyFirms whether each row names its firm
    public record Listed(
            ListQuery query,
            List<Field> filter,
            List<Tab> tabs,
            Table table,
            List<Row> rows,
            String left,
            boolean ofManyFirms) {}

    public record Row(
            String href,
            String month,
            String firm,
            String amount,
            String received,
            String left,
            String dueOn,
            Tag state) {}

    /// Before a payment is taken back: what happens, and why.
    public record Reversal(Form form, List<String> consequences, String cancelHref) {}
}
