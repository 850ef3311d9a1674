// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

/// Numeric users that nobody else on the machine has, for runs when Atrium runs as root: one run, one user.
public record UserRange(int first, int count) {
    /// Above what Debian gives to people, services and containers' sub-ids.
    public static final UserRange DEFAULT = new UserRange(1_700_000, 1_000);

    /// The range of one of several Atriums on a machine.
    public static UserRange ofSlot(int slot) {
        return new UserRange(DEFAULT.first() + slot * DEFAULT.count(), DEFAULT.count());
    }

    public UserRange {
        if (first < 1_000 || count < 1) {
            throw new IllegalArgumentException("users below 1000 belong to the system: " + first + "+" + count);
        }
    }
}
