// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import java.util.List;
import java.util.stream.IntStream;

/// What one thread has counted, by policy.
final class Tallies {

    private final List<Tally> byPolicy;

    Tallies(int policies, GroupKeys groups) {
        byPolicy = IntStream.range(0, policies).mapToObj(_ -> new Tally(groups)).toList();
    }

    Tally of(int policy) {
        return byPolicy.get(policy);
    }
}
