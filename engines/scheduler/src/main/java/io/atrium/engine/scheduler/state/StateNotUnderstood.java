// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.state;

/// A line of a state file says nothing to this version.
public final class StateNotUnderstood extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int line;

    StateNotUnderstood(int line, String why) {
        super(why);
        this.line = line;
    }

    /// Counts from 1.
    public int line() {
        return line;
    }
}
