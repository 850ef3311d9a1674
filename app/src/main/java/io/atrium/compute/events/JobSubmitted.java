// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.events;

import java.time.Instant;

/// A job was submitted and its cost is held.
public record JobSubmitted(String job, String firm, Instant at) {}
