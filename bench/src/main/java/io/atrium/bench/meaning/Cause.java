// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.meaning;

import java.util.List;

/// Something that firms complain about, and how they say it.
///
/// @param phrasings the first three are for tuning, the rest for reporting
record Cause(String category, String name, List<String> phrasings) {
    private static final int FOR_TUNING = 3;

    List<String> phrasings(Share share) {
        return share == Share.TUNING
                ? phrasings.subList(0, FOR_TUNING)
                : phrasings.subList(FOR_TUNING, phrasings.size());
    }

    /// Which half of the phrasings.
    enum Share {
        TUNING,
        REPORTING
    }
}
