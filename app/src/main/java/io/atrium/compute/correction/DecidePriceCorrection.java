// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.correction;

import io.atrium.kernel.RequestKey;
import io.atrium.web.Seen;

/// A second person agrees or declines.
///
/// @param seen the effect that was shown; another one by now is refused
public record DecidePriceCorrection(
        RequestKey key, PriceCorrectionId correction, boolean approved, String reason, Seen seen) {}
