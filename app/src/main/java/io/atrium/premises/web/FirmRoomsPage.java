// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.web;

import io.atrium.web.component.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rooms of a firm, now and before.
///
/// @param moveIn null for those who may not start a move
/// @param moveOut null likewise, and where the firm sits nowhere
public record FirmRoomsPage(
        Table table,
        List<Row> rows,
        @Nullable String moveIn,
        @Nullable String moveOut) {

    public record Row(String href, String room, String size, String since, String until) {}
}
