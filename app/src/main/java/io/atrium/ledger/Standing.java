// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger;

/// What stood in an account at an instant (某时余额), in its own unit: the balance, and how much of it was held.
public record Standing(long posted, long held) {

    public static final Standing NOTHING = new Standing(0, 0);

    public Standing plus(Standing other) {
        return new Standing(Math.addExact(posted, other.posted), Math.addExact(held, other.held));
    }

    public Standing after(EntryView line) {
        return plus(new Standing(line.posted(), line.held()));
    }

    public long free() {
        return posted - held;
    }
}
