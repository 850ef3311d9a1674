// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Tag;
import io.atrium.web.component.TimelineEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One policy as everybody may read it.
///
/// @param earlier a sentence, when another version holds today
/// @param rules how it goes together with other policies
/// @param askedBy for a title: the policies that ask for it
/// @param differences where versions are compared; null when there is only one
/// @param simulation the workbench, for officers; null for everybody else
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
        @Nullable String simulation) {

    /// @param how whether facts decide it, a person judges it, or the text does not state it
    /// @param depth how deep in the tree it stands
    public record ConditionLine(String text, String clause, String how, int depth) {

        public boolean isGroup() {
            return how.isEmpty();
        }
    }
}
