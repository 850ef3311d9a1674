// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import java.util.Set;

/// Which jobs of a list are wanted; no states means all, no words any.
///
/// @param words part of a name or a project, or a job's id
public record JobFilter(Set<JobState> states, String words) {

    public static final JobFilter ALL = new JobFilter(Set.of());

    public JobFilter {
        states = Set.copyOf(states);
    }

    public JobFilter(Set<JobState> states) {
        this(states, "");
    }
}
