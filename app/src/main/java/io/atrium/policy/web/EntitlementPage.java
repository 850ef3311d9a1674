// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.Reason;
import io.atrium.web.component.Tag;
import io.atrium.web.component.TimelineEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a policy comes to what it comes to for a firm.
///
/// @param earlier a sentence, when this is not the answer of today
/// @param notes remarks that must not be missed: a draft, an assumption, a review
/// @param changes for "not yet": the nearest change
/// @param missing for "unknown": names of the facts that are missing
public record EntitlementPage(
        @Nullable String earlier,
        String benefit,
        Tag outcome,
        @Nullable String amount,
        List<String> notes,
        List<Reason> reasons,
        List<Fact> steps,
        @Nullable String assumption,
        List<String> changes,
        List<String> missing,
        List<Fact> about,
        List<String> assumptions,
        List<ClauseRow> clauses,
        List<TimelineEntry> history,
        List<EntitlementsPage.Grant> grants,
        Links links) {

    /// @param sheet issues the official sheet
    /// @param apply null where nothing can be applied for, or the reader may not
    /// @param disagree where an appeal about this answer is raised; null for those who may not
    public record Links(
            String policy,
            String simulation,
            Form sheet,
            EntitlementsPage.@Nullable Apply apply,
            @Nullable String disagree) {}

    /// A clause: its own words, and beside them what they come to in plain words.
    ///
    /// @param anchor id of the clause, to be linked
    public record ClauseRow(
            String anchor, String name, @Nullable String text, List<String> plain) {}
}
