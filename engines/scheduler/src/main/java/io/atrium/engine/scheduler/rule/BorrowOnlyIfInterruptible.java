// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Job;

/// Lets a job start beyond its tenant's quota only if it can be interrupted.
///
/// before: quota 8, in use 8, 8 GPUs idle   a (4, interruptible) and b (4, to its end) wait
/// after:  a starts on borrowed GPUs, b waits
public final class BorrowOnlyIfInterruptible implements Rule {
    public static final BorrowOnlyIfInterruptible RULE = new BorrowOnlyIfInterruptible();

    public boolean mayBorrow(Job job) {
        return job.interruptible();
    }
}
