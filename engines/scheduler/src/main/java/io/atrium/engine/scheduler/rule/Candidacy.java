// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Lending;
import io.atrium.engine.scheduler.model.Yielding;
import java.time.Instant;

/// A running job that declared itself interruptible, looked at when its GPUs are wanted.
///
/// @param borrowed its tenant's quota does not cover it
public record Candidacy(Yielding yielding, boolean borrowed, Lending lending, Instant at) {}
