// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.events;

import java.time.Instant;

/// A run of a job has given its GPUs back, and the job waits to go on.
public record JobInterrupted(String job, int run, Instant at) {}
