// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.Next;
import io.atrium.web.component.Reason;
import io.atrium.web.component.Step;
import io.atrium.web.component.Tag;
import io.atrium.web.component.TimelineEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One application, with what its reader can do about it now.
///
/// @param doors pages that ask before they change anything: go on with the form, return, approve, reject, withdraw
/// @param stuck why it cannot be approved now, for the department
/// @param accept for the department, before review
/// @param share for the firm, while it works on it
/// @param ruling what was decided: amount, clause, reason, voucher or payment
/// @param fulfilment for what Atrium does not pay: by whom it is paid, in a sentence
/// @param comment for a steward: a new comment
public record ApplicationPage(
        String benefit,
        Tag state,
        List<Step> steps,
        @Nullable Next next,
        @Nullable String term,
        List<Fact> about,
        List<Fact> ruling,
        @Nullable String fulfilment,
        List<Door> doors,
        @Nullable String stuck,
        @Nullable Form accept,
        @Nullable Form share,
        @Nullable String shareLead,
        List<Lack> defects,
        List<Advice> advice,
        @Nullable Form comment,
        String decisionLead,
        List<Reason> reasons,
        List<Fact> papers,
        String statement,
        List<TimelineEntry> history,
        @Nullable Form sheet) {

    /// @param strong whether it is what its reader most likely wants
    public record Door(String text, String href, boolean strong) {}

    public record Lack(String about, String text, @Nullable String answer) {}

    /// @param answer for the firm; null for its stewards
    public record Advice(
            String about,
            String text,
            String by,
            @Nullable String answered,
            boolean isOpen,
            @Nullable Form answer,
            @Nullable Form resolve) {}
}
