// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened to a lease; the page picks the words by `kind`.
public record LeaseEvent(
        Instant at, String kind, String detail, @Nullable String actor) {}
