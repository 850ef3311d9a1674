// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.web;

import io.atrium.web.component.Due;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.TimelineEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Service for one firm: who looks after it, what is planned, what took place.
///
/// @param actions what the reader may do for it; empty for those who only read
/// @param assign gives it to another steward; null for those who may not
public record FirmServicePage(
        List<Fact> steward,
        List<Link> actions,
        List<Planned> planned,
        List<Visit> visits,
        List<TimelineEntry> history,
        @Nullable Form assign) {

    public record Link(String href, String text) {}

    /// @param href null for those who only read
    public record Planned(
            @Nullable String href, String what, @Nullable Due due) {}

    public record Visit(String href, String day, String who, String said, String needs) {}
}
