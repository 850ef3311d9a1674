// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import java.util.Set;

/// Which jobs of a list are wanted; no states means all.
public record JobFilter(Set<JobState> states) {

    public static final JobFilter ALL = new JobFilter(Set.of());

    public JobFilter {
        states = Set.copyOf(states);
    }
}
