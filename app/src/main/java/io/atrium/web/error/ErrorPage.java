// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.error;

import io.atrium.web.text.RefusalText;
import org.jspecify.annotations.Nullable;

/// What an error page shows: the refusal in words, the status, for failures a reference to quote, and where to go on.
///
/// @param recordHref the record, when what was asked of it is no longer possible
public record ErrorPage(
        RefusalText words,
        int status,
        String reference,
        boolean isFailure,
        boolean isSignInHelpful,
        @Nullable NeededRole role,
        @Nullable Long retryAfterSeconds,
        @Nullable String continueHref,
        @Nullable String recordHref) {

    /// Whether looking elsewhere on this site may help.
    public boolean isMissing() {
        return status == 404;
    }
}
