// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.BillView;
import io.atrium.compute.JobView;
import io.atrium.web.component.Fact;
import io.atrium.web.component.LogView;
import io.atrium.web.component.Next;
import io.atrium.web.component.Step;
import io.atrium.web.component.Tag;
import io.atrium.web.component.TimelineEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One job: where it stands, why it waits, what it costs, what it prints.
///
/// @param inTime whether it will be done by its date, or was; null without one
/// @param nodes where it sits or sat, a line for neighbours
public record JobPage(
        JobView job,
        Tag state,
        @Nullable Tag inTime,
        List<Step> steps,
        @Nullable Next next,
        @Nullable Waiting waiting,
        List<Fact> asked,
        List<Fact> cost,
        List<Fact> used,
        List<String> hints,
        List<String> nodes,
        @Nullable LogView log,
        List<TimelineEntry> timeline,
        @Nullable BillView bill,
        boolean mayStop,
        boolean mayCopy) {

    /// Why it waits, what would help, and when it starts; all in the reader's words.
    ///
    /// @param inTime whether it will be done by its date; null without one
    /// @param share where the firm stands against its share; null where nobody competes
    public record Waiting(
            int position,
            List<String> reasons,
            @Nullable String share,
            List<Remedy> remedies,
            String start,
            @Nullable String inTime,
            String asOf) {}

    /// @param href where it can be done; null for readers who may not, or when it is done elsewhere
    public record Remedy(String text, @Nullable String href) {}

    public boolean isLive() {
        return !job.state().isOver();
    }
}
