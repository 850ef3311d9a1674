// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.day;

import java.util.List;

/// What came of a day.
///
/// @param receipts the amounts that must agree, each with where it was read
public record DayReport(
        boolean ok, List<DayStep> steps, List<Receipt> receipts, long trialBalanceFen, long trialBalanceGpuMs) {

    public DayReport {
        steps = List.copyOf(steps);
        receipts = List.copyOf(receipts);
    }

    /// One step of the day.
    ///
    /// @param text what happened, in the reader's language
    /// @param link the page that shows it
    public record DayStep(String step, boolean ok, long ms, String text, String link) {}

    /// An amount of the day and the place that states it.
    public record Receipt(String name, String amount, String unit, String link) {}
}
