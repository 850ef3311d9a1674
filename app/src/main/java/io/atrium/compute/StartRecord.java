// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.kernel.BasisPoints;

/// How often learned start estimates held in one pool (预计开始兑现情况).
///
/// @param isSimulated of the demo's simulated jobs, which learn apart
/// @param told jobs that had to wait, were told a learned interval first, and have started
/// @param held those of them that started within it
public record StartRecord(String pool, boolean isSimulated, int told, int held) {

    /// Fewer cases say little, and might say something about one firm.
    public static final int CASES_MIN = 10;

    public BasisPoints heldPart() {
        return BasisPoints.of(held, told);
    }
}
