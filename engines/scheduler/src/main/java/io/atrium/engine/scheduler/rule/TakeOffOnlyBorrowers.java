// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Takes off only jobs that run on GPUs beyond their tenant's quota.
///
/// before: quota 8   runs: a (8, covered), b (4, borrowed), both interruptible   another tenant wants 4 within quota
/// after:  b may be told to stop, a may not
public final class TakeOffOnlyBorrowers implements TakeOffRule {
    @Override
    public boolean mayTakeOff(Candidacy candidacy) {
        return candidacy.borrowed();
    }
}
