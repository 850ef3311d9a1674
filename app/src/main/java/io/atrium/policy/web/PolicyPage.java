// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.Tag;
import io.atrium.web.component.TimelineEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One policy as everybody may read it.
///
/// @param earlier a sentence, when another version holds today
/// @param rules how it goes together with other policies
/// @param askedBy for a title: the policies that ask for it
/// @param process steps, days, documents and visits before and now; null where nothing is known
/// @param differences where versions are compared; null when there is only one
public record PolicyPage(
        String benefit,
        Tag status,
        @Nullable String earlier,
        List<Fact> about,
        List<String> assumptions,
        List<ConditionLine> conditions,
        List<EntitlementPage.ClauseRow> clauses,
        List<String> factsAsked,
        List<String> rules,
        List<Fact> askedBy,
        List<TimelineEntry> versions,
        @Nullable String differences,
        @Nullable ProcessView process,
        Ways ways) {

    /// Where one can go from here; null for whom there is no such way.
    ///
    /// @param answer what a firm's own people find out about their firm
    /// @param simulation the workbench, for officers
    /// @param change the way to a draft of the next version, for its department
    public record Ways(
            @Nullable String answer,
            @Nullable String simulation,
            @Nullable Change change) {
        static final Ways NONE = new Ways(null, null, null);
    }

    /// @param begin begins a draft; null when one is open
    /// @param draftHref the open draft; null when there is none
    public record Change(@Nullable Form begin, @Nullable String draftHref) {}

    /// @param how whether facts decide it, a person judges it, or the text does not state it
    /// @param depth how deep in the tree it stands
    public record ConditionLine(String text, String clause, String how, int depth) {

        public boolean isGroup() {
            return how.isEmpty();
        }
    }
}
