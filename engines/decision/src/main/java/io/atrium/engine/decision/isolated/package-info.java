// SPDX-License-Identifier: Apache-2.0
/// Trying a policy package from outside in a process of its own: with a time limit, a memory limit, an empty
/// environment
/// and, where the system lets it, no network. Start at [io.atrium.engine.decision.isolated.IsolatedCheck].
///
/// The guard of package `dmn` already refuses loops, functions and regular expressions before anything runs. This is
/// the
/// second fence, for what KIE may still do with what is allowed: an expression of KIE cannot be interrupted, a process
/// can.
@NullMarked
package io.atrium.engine.decision.isolated;

import org.jspecify.annotations.NullMarked;
