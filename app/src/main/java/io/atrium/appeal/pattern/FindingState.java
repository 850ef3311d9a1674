// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

/// Where a finding stands (发现状态). It may be closed without having been taken on: the cause may be known at once.
public enum FindingState {
    /// Nobody has looked yet.
    OPEN,
    /// Its unit looks for the cause.
    TAKEN_ON,
    /// It is said what the cause was, or that there is none in common.
    CLOSED;

    public boolean isOpen() {
        return this != CLOSED;
    }
}
