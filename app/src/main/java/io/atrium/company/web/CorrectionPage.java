// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.IdentityBar;
import io.atrium.web.component.Next;
import io.atrium.web.component.Tag;
import io.atrium.web.component.TimelineEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `jte/company/correction.jte` shows: one request, and what the reader may do about it.
///
/// @param verdict why it was refused
public record CorrectionPage(
        @Nullable IdentityBar identity,
        Tag state,
        @Nullable Next next,
        @Nullable String verdict,
        List<Fact> old,
        List<Fact> asked,
        List<File> evidence,
        List<TimelineEntry> timeline,
        @Nullable Form decide,
        @Nullable Form withdraw) {

    /// @param note whether an office checked the paper
    public record File(String name, String href, @Nullable String note) {}
}
