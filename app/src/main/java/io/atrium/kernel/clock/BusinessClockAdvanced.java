// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.clock;

import java.time.Instant;

/// Business time was moved forward: whoever waits for a date looks again.
public record BusinessClockAdvanced(Instant from, Instant to) {}
