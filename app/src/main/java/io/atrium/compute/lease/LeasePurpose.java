// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import java.util.Locale;

/// What the GPUs are rented for (用途); some vouchers pay for training only.
public enum LeasePurpose {
    TRAINING,
    INFERENCE,
    OTHER;

    /// As the fact `compute_use` writes it.
    String fact() {
        return name().toLowerCase(Locale.ROOT);
    }
}
