// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.time.Duration;

/// Every size that the scheduler accepts has a limit, named here with its reason.
public final class Limits {
    /// Names come from the database and go to log lines and pages.
    public static final int NAME_LENGTH_MAX = 100;

    /// A bucket mask is one `long`: counts 0 to 62 leave the sign bit alone.
    public static final int GPUS_PER_NODE_MAX = 62;

    /// Far above what any machine gives; a larger number is a slip.
    public static final int CPUS_PER_GPU_MAX = 4_096;

    /// The same for memory: 64 TiB.
    public static final int MEMORY_GIB_PER_GPU_MAX = 65_536;

    /// Eight ports of 800 Gbit/s on each node; no machine has more.
    public static final int LINK_GBPS_MAX = 6_400;

    /// Twice the fleet of the largest community that we know of.
    public static final int NODES_MAX = 25_000;

    /// A queue of this length still makes a round in seconds; a longer one is an accident upstream.
    public static final int WAITING_MAX = 200_000;

    /// One job cannot ask for more than the whole of a large fleet.
    public static final int GPUS_PER_JOB_MAX = 100_000;

    /// Declared limits bound the reservations; a longer stay is a lease, not a job.
    public static final Duration TIME_LIMIT_MAX = Duration.ofDays(30);

    /// A shorter memory would follow single jobs.
    public static final Duration HALF_LIFE_MIN = Duration.ofHours(1);

    /// A longer memory would hold last year's use against a tenant.
    public static final Duration HALF_LIFE_MAX = Duration.ofDays(365);

    /// A start further away than this is not told as a date.
    public static final Duration ESTIMATE_HORIZON = Duration.ofDays(30);

    /// What a book remembers is read before every round; older waits say little about the load of today.
    public static final int WAITS_MAX = 1_000;

    private Limits() {}

    static void requireName(String what, String value) {
        require(!value.isBlank() && value.length() <= NAME_LENGTH_MAX, what + " must have 1 to 100 characters");
    }

    static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
