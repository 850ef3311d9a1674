// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// A rule of a discipline that replays know and rounds do not: order without durations, taking off for urgency,
/// promises.
public non-sealed interface ReplayRule extends Rule {}
