// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.kernel.BasisPoints;
import java.time.Instant;

/// How likely a start estimate is (预计可信度), and how often such estimates came true of late.
///
/// @param percent of jobs that are to start within what they are told
/// @param middle  half of such jobs start by then
/// @param recent  how many were counted last; 0 while they are too few to say anything
/// @param held    how many of them came true
public record Likelihood(int percent, Instant middle, int recent, int held) {

    public Likelihood counted(int count, int heldOfThem) {
        return new Likelihood(percent, middle, count, heldOfThem);
    }

    /// The part that came true; only where something was counted.
    public BasisPoints heldPart() {
        return BasisPoints.of(held, recent);
    }
}
