// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.web.component.Chart;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.util.List;

/// Every firm in the reader's pools, in the order in which they would be served.
///
/// @param borrowed who uses GPUs beyond its quota now, in one sentence
/// @param charts the firms that claim most, and those that borrow most; empty where nobody competes
/// @param fading how use loses its weight, in one sentence; empty where nobody competes
public record TenantSharesPage(
        String borrowed, List<Chart> charts, Table table, List<Row> rows, String fading, String asOf) {

    /// @param turn whether the firm is below or above its share
    public record Row(
            String firm,
            Tag turn,
            String share,
            String used,
            String claimed,
            String inUse,
            String borrowed,
            String quota,
            String waiting) {}
}
