// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.Next;
import io.atrium.web.component.Step;
import io.atrium.web.component.Tag;
import io.atrium.web.component.TimelineEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The grant of one firm, with what its reader can do about it now.
///
/// @param accept for the firm, in its window
/// @param sheet issues the official notice
/// @param officeForms objection and ruling, for those who may
public record GrantPage(
        String benefit,
        Tag state,
        String amount,
        List<Step> steps,
        @Nullable Next next,
        List<Fact> about,
        @Nullable Form accept,
        List<String> acceptConsequences,
        @Nullable Form decline,
        List<String> declineConsequences,
        List<TitledForm> officeForms,
        List<TimelineEntry> history,
        Form sheet) {

    public record TitledForm(String title, Form form) {}
}
