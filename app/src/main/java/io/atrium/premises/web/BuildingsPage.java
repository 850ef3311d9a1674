// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.web;

import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All buildings with what is free in them.
///
/// @param readsAll whether the reader is shown how much is taken
/// @param add null for those who may not
public record BuildingsPage(
        Table table,
        List<Row> rows,
        boolean readsAll,
        @Nullable Form add) {

    public record Row(
            String href,
            String name,
            String address,
            String rooms,
            String taken,
            String freeRooms,
            String freeArea,
            String freeSeats) {}
}
