// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Takes the same job off only so often within a while.
///
/// before: at most 2 times an hour   a was taken off twice within the hour, b once
/// after:  b may be told to stop, a may not
public final class TakeOffEachJobRarely implements TakeOffRule {
    @Override
    public boolean mayTakeOff(Candidacy candidacy) {
        return candidacy.yielding().takenOff() < candidacy.lending().perJobMax();
    }
}
