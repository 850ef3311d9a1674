// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.web;

import io.atrium.web.component.Due;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.Next;
import io.atrium.web.component.Step;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.TimelineEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One redemption, as firm and department see it.
///
/// @param decision for the department; `giveBack` the same, unless it was returned before
/// @param mendHref for the firm while it is returned; `withdrawal` while it is open
public record RedemptionPage(
        Tag state,
        @Nullable Due due,
        List<Step> steps,
        @Nullable Next next,
        List<Fact> facts,
        List<Fact> money,
        Table table,
        List<Line> lines,
        List<TimelineEntry> timeline,
        @Nullable Form decision,
        @Nullable Form giveBack,
        @Nullable String mendHref,
        @Nullable Form withdrawal) {

    public record Line(
            String name,
            @Nullable String href,
            String supplier,
            String day,
            String amount,
            String asked,
            String paid,
            Tag state) {}

    /// @param ofManyFirms whether each row names its firm
    public record Listed(Table table, List<Row> rows, boolean ofManyFirms) {}

    public record Row(
            String href,
            String voucher,
            String firm,
            Tag state,
            String asked,
            String paid,
            String submitted,
            String due) {}

    /// Which bills to choose, what each would bring, and why the others bring nothing.
    ///
    /// @param form null where there is nothing to choose
    public record Ask(
            List<Fact> rules,
            @Nullable Form form,
            @Nullable String obstacle,
            Table others,
            List<Other> rows,
            String backHref) {}

    public record Other(String name, String day, String paid, String why) {}

    /// Before it is handed in.
    public record Check(
            List<Fact> money, Table table, List<Line> lines, List<String> effects, Form form, String backHref) {}
}
