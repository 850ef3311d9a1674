// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.policy;

/// What a firm has to do for a benefit.
public enum GrantMode {
    /// Granted without application (免申即享).
    AUTOMATIC,
    /// One click.
    CONFIRM,
    /// An application with materials.
    APPLY
}
