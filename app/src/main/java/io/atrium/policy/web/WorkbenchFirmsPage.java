// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The firms behind a figure of a simulation.
///
/// @param lifted what comes of it if the condition of a near miss fell away; null for other lists
public record WorkbenchFirmsPage(
        String lead,
        List<String> moved,
        @Nullable String lifted,
        Table table,
        List<Row> rows,
        String back,
        String source) {

    /// @param href null for a line of a file
    public record Row(
            String firm,
            @Nullable String href,
            String district,
            String size,
            Tag before,
            String beforeAmount,
            Tag after,
            String afterAmount,
            String change) {}
}
