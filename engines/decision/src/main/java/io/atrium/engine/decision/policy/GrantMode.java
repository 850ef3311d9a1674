// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.policy;

/// What a firm has to do for a benefit.
public enum GrantMode {
    /// Granted without application (免申即享).
    AUTOMATIC,
    /// One click.
    CONFIRM,
    /// A short application, decided within a few working days (即申即享).
    INSTANT,
    /// A short application, decided and paid faster than usual (快申快享).
    FAST,
    /// An application with materials.
    APPLY
}
