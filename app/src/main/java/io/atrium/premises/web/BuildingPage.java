// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A building, floor by floor.
///
/// @param keeping where it is kept; null for those who may not
/// @param moveIn where a move into it starts; null for those who may not
public record BuildingPage(
        List<Fact> facts,
        boolean readsAll,
        List<Floor> floors,
        @Nullable String keeping,
        @Nullable String moveIn) {

    public record Floor(String id, String name, String sum, List<Room> rooms) {}

    /// @param firm who has it; null while it is free, or where the reader may not know
    public record Room(
            String href,
            String number,
            String size,
            Tag state,
            @Nullable Firm firm) {}

    public record Firm(String href, String name, String since) {}

    /// What whoever runs a building may change.
    public record Keeping(String name, Form floor, @Nullable Form room, Form unit, List<Fact> units) {}
}
