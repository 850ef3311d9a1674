// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.policy.web.PolicyDraftPage.ProblemRow;
import io.atrium.web.component.Form;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The model of a draft in the graphical editor, and the way to each decision as a plain form.
///
/// @param form its address, hidden fields, errors, and both versions when it was overtaken
/// @param drawn the model as the editor takes it; null when it is no XML
/// @param more adds a decision; null when the draft is only read
/// @param view the decision that is shown first; empty for the first table
public record PolicyModelPage(
        Tag state,
        List<Tab> tabs,
        Form form,
        boolean isOpen,
        @Nullable String drawn,
        String view,
        List<DecisionRow> decisions,
        Problems problems,
        @Nullable Form more,
        String draftHref) {

    /// @param meaning the condition that it decides, in words; empty for a figure
    /// @param problems how many stand in it, in words; null for none
    public record DecisionRow(
            String name,
            String meaning,
            String kind,
            String href,
            @Nullable String problems) {}

    /// What the check found.
    ///
    /// @param rows in model and particulars
    /// @param examples how many things the examples say, in words; null for none
    public record Problems(List<ProblemRow> rows, @Nullable String examples, String examplesHref) {

        public boolean isNone() {
            return rows.isEmpty() && examples == null;
        }
    }
}
