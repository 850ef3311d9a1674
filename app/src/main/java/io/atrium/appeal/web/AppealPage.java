// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.web.component.Due;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.Next;
import io.atrium.web.component.Step;
import io.atrium.web.component.Tag;
import io.atrium.web.component.TimelineEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One appeal: where it stands, what is asked of the reader, what happened.
///
/// @param act the form of the move that was chosen; null when there is none to make
/// @param practice notes about the like
/// @param writing where a practice note of it is written; null for those who may not, or until it is answered
/// @param sheet issues the answer as an official sheet; null until there is one
/// @param others moves that may be made instead, as links
public record AppealPage(
        Tag state,
        @Nullable String urgency,
        boolean isConfidential,
        @Nullable String clock,
        @Nullable Due due,
        List<Step> steps,
        @Nullable Next next,
        @Nullable Act act,
        List<Other> others,
        List<String> words,
        List<Fact> facts,
        List<FileLink> files,
        List<Limit> limits,
        List<Helper> helpers,
        List<TimelineEntry> course,
        List<TimelineEntry> notes,
        boolean showsNotes,
        List<Similar> similar,
        List<NotePage.Offered> practice,
        @Nullable String writing,
        @Nullable Form sheet) {

    public record Act(String title, String hint, Form form) {}

    public record Other(String label, String href) {}

    public record FileLink(String name, String href) {}

    /// @param due null once it is over
    public record Limit(
            String name,
            String length,
            String basis,
            String from,
            String until,
            Tag state,
            @Nullable Due due) {}

    /// @param which number, firm and day
    /// @param answer what was answered then; empty while it is open
    public record Similar(String href, String title, String which, Tag state, String answer) {}

    public record Helper(
            String unit,
            String task,
            @Nullable Due due,
            Tag state,
            @Nullable String answer) {}
}
