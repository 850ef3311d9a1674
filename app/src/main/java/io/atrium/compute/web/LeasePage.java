// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

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

/// One lease as firm, provider and operator see it; each sees the forms of its own steps.
public record LeasePage(
        Tag state,
        @Nullable Due due,
        List<Step> steps,
        @Nullable Next next,
        List<Fact> contract,
        List<Fact> money,
        List<Fact> declarations,
        List<String> rules,
        Periods periods,
        List<String> nodes,
        @Nullable String access,
        List<TimelineEntry> timeline,
        Steps forms) {

    public record Periods(Table table, List<PeriodRow> rows) {}

    public record PeriodRow(
            String number,
            String days,
            String list,
            String voucher,
            String own,
            Tag state,
            @Nullable String bill) {}

    /// What the reader may do now; null where it is not theirs or not now.
    ///
    /// @param endHref leads to a page that says what it does first
    public record Steps(
            @Nullable Form sign,
            @Nullable Form decline,
            @Nullable Form handOver,
            @Nullable Form withdraw,
            @Nullable Form receive,
            @Nullable Form sheet,
            @Nullable String endHref) {}

    public record Listed(Table table, List<Row> rows, boolean mayRent) {}

    public record Row(String href, String name, String other, String gpus, String term, String price, Tag state) {}

    /// What a lease means, and the form for a quote; null while no pool is leased.
    public record Wish(List<String> effects, @Nullable Form form) {}

    /// Before a lease is asked for: what it would cost and what it binds to.
    public record Check(List<Fact> contract, List<Fact> money, List<String> rules, Form confirm) {}

    /// Before it ends early.
    public record End(Form form, List<String> consequences, String back) {}

    /// The contract on paper.
    public record Sheet(List<Fact> contract, List<Fact> money, List<Fact> declarations, List<String> rules) {}
}
