// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import java.math.BigDecimal;

/// How many people a firm employs, in bands (人员规模). Plain counts of heads; no official class of size is claimed.
public enum SizeBand {
    UNDER_10(10),
    UNDER_100(100),
    UNDER_300(300),
    FROM_300(Integer.MAX_VALUE);

    private final int below;

    SizeBand(int below) {
        this.below = below;
    }

    public static SizeBand of(BigDecimal employees) {
        for (var band : values()) {
            if (employees.compareTo(BigDecimal.valueOf(band.below)) < 0) {
                return band;
            }
        }
        return FROM_300;
    }
}
