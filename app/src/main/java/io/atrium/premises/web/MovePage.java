// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.web;

import io.atrium.web.component.Due;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.Tag;
import io.atrium.web.component.TimelineEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A move with all of its steps.
///
/// @param progress how many steps are done
/// @param ending why it came to nothing; empty otherwise
/// @param hands one form for each step that the reader may do something with
/// @param withdraw null for those who may not, and once the rooms are handed over
public record MovePage(
        Tag state,
        String progress,
        String ending,
        List<Fact> facts,
        List<Step> steps,
        List<Hand> hands,
        List<Paper> papers,
        List<TimelineEntry> acts,
        @Nullable Form withdraw) {

    /// @param waits for which steps; empty once it is open
    /// @param due null unless it is open
    /// @param day when it was or is due or done, in words
    public record Step(
            String id,
            String title,
            String task,
            String unit,
            Tag state,
            String waits,
            @Nullable Due due,
            String day) {}

    /// @param from with what it came, by whom and when, in words
    public record Paper(String name, String href, String from) {}

    public record Hand(String id, String title, Form form) {}
}
