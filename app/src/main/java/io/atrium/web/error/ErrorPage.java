// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.error;

import io.atrium.web.text.RefusalText;

/// What an error page shows: the refusal in words, the status, and for failures a reference to quote.
public record ErrorPage(RefusalText words, int status, String reference, boolean isFailure, boolean isSignInHelpful) {}
