// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.events;

import java.time.Instant;

/// A job was billed: what was metered is captured, the rest of the hold released.
public record JobSettled(String job, String bill, String firm, String provider, Instant at) {}
