// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One bill: how its amount came about, its parts, and what was corrected or disputed of it.
///
/// @param history null for a bill that was never corrected
/// @param appealHref where an appeal about it is raised; null for those who may not
/// @param disputeHref where the firm may dispute it; null for everybody else, and when it is too late
/// @param sheet makes the PDF; null for those who may not issue one
public record BillPage(
        List<Fact> parties,
        List<Fact> amounts,
        @Nullable History history,
        Table disputeTable,
        List<DisputePage.Row> disputes,
        @Nullable String appealHref,
        @Nullable String disputeHref,
        @Nullable String disputeUntil,
        @Nullable Form sheet,
        boolean isSimulated) {

    /// As issued, then what each correction took back and booked anew, then as it stands: it adds up.
    public record History(Table table, List<Line> lines) {}

    /// @param cause what it came about by; null for opening and closing
    public record Line(
            String what,
            @Nullable Cause cause,
            String gpuHours,
            String price,
            String list,
            String voucher,
            String own,
            boolean isStanding) {}

    /// @param href the dispute or the price correction; null where the reader may not go
    public record Cause(String at, String text, @Nullable String href) {}

    /// What the PDF says.
    public record Sheet(
            List<Fact> parties,
            List<Fact> amounts,
            @Nullable History history) {}
}
