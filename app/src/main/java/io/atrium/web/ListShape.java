// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

import java.util.List;

/// How a list is shown to this reader (列表样式).
///
/// @param columns names of the columns to show; empty shows all
/// @param isInAddress whether the address says so; then links on the page say it too
/// @param views the reader's named views of this list
/// @param isKept whether the reader is known, so that choices can be remembered
public record ListShape(
        List<String> columns, boolean isCompact, boolean isInAddress, List<SavedView> views, boolean isKept) {

    public static final ListShape PLAIN = new ListShape(List.of(), false, false, List.of(), false);

    public String density() {
        return isCompact ? COMPACT : NORMAL;
    }

    /// Parameters of the address that shape a list and do not filter it.
    public static final String COLUMNS = "columns";
    public static final String DENSITY = "density";
    public static final String KEEP = "keep";
    public static final String COMPACT = "compact";
    public static final String NORMAL = "normal";
}
