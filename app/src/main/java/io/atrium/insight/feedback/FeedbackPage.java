// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight.feedback;

import io.atrium.web.component.Due;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One message and its answer.
///
/// @param form to answer it; null for its sender and once it is answered
public record FeedbackPage(
        List<Fact> facts,
        String message,
        Due due,
        @Nullable String answer,
        @Nullable Form form) {}
