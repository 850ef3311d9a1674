// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.redemption;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened to a redemption; the page picks the words by `kind`.
public record RedemptionEvent(
        Instant at, String kind, String detail, @Nullable String actor) {}
