// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Lends GPUs of a pool beyond quotas only if its engine can give them back, and while everybody within quota who waits
/// for the pool has nodes reserved there. Reserved nodes are not lent.
///
/// before: 12 GPUs idle   "whole" (8, within quota) has node-1 reserved   "extra" (4, borrows)
/// after:  "extra" starts on node-2; if another one within quota waited beside "whole", it would wait too
public final class LendOnlyWhatNobodyWaitsFor implements Rule {
    public static final LendOnlyWhatNobodyWaitsFor RULE = new LendOnlyWhatNobodyWaitsFor();

    public boolean lends(boolean canGiveBack, boolean isWaitedFor) {
        return canGiveBack && !isWaitedFor;
    }
}
