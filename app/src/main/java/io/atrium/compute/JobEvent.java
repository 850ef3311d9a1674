// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened to a job (作业时间线).
///
/// @param kind a state, `STOP_ASKED`, `ASKED_BACK`, `INTERRUPTED`, `WITHDRAWN`, or `TOO_LATE`
/// @param actor the person who did it; absent when it happened by itself
public record JobEvent(
        Instant at, String kind, String detail, @Nullable String actor) {

    /// Its run gave its GPUs back, and it waits to go on.
    public static final String INTERRUPTED = "INTERRUPTED";

    /// It had not begun at its provider, gave its GPUs back, and waits again.
    public static final String WITHDRAWN = "WITHDRAWN";
}
