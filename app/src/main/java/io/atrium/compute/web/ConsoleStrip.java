// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.web.component.Tile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a firm has and uses, on top of its compute pages; texts in the reader's words.
///
/// @param more how many active vouchers are not among the lines
public record ConsoleStrip(List<Tile> tiles, List<VoucherLine> vouchers, int more, List<Warning> warnings) {

    /// @param left days left, for a voucher that ends soon
    public record VoucherLine(
            String name,
            String href,
            String available,
            String until,
            @Nullable String left) {}

    /// What will soon stand in the way, and the next step.
    public record Warning(String text, String action, String href) {}
}
