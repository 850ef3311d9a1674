// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.web;

import io.atrium.web.component.Due;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A planned visit and what can be done with it.
///
/// @param note where its note is written; null when it ended or for those who only read
/// @param cancel calls it off; null likewise
public record VisitPlanPage(
        Tag state,
        @Nullable Due due,
        List<Fact> facts,
        @Nullable String note,
        @Nullable Form cancel) {

    public record New(Form form) {}
}
