// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

/// How far out the two ends of a learned start interval lie: the shares of past waits that are left out below and
/// above it, in hundred-thousandths. A negative share lies beyond everything that was seen.
public record StartEnds(int below, int above) {
    /// The whole of something.
    public static final int ALL = 100_000;
}
