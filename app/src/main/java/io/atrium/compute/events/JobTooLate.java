// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.events;

import java.time.Instant;

/// A job that waits will not be done by its date, by what is known now; told once for each job.
public record JobTooLate(String job, Instant at) {}
