// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import java.time.Instant;

/// That facts of one source came in at one moment.
public record FactRecording(Instant at, FactSource source, int facts) {}
