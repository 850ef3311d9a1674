// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Tag;
import io.atrium.web.component.TimelineEntry;
import java.util.List;

/// One policy as everybody may read it.
public record PolicyPage(
        String benefit,
        Tag status,
        List<Fact> about,
        List<String> assumptions,
        List<ConditionLine> conditions,
        List<EntitlementPage.ClauseRow> clauses,
        List<String> factsAsked,
        List<TimelineEntry> versions) {

    /// @param how whether facts decide it, a person judges it, or the text does not state it
    /// @param depth how deep in the tree it stands
    public record ConditionLine(String text, String clause, String how, int depth) {

        public boolean isGroup() {
            return how.isEmpty();
        }
    }
}
