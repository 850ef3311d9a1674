// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Lending;

/// Tells only so many jobs to stop in one round; a gang for which more would have to leave waits.
///
/// before: at most 16 a round, 14 were told   one gang needs 3 to leave, a later one 2
/// after:  the 2 are told
public final class TakeOffFewPerRound implements Rule {
    public static final TakeOffFewPerRound RULE = new TakeOffFewPerRound();

    public boolean allows(int told, int more, Lending lending) {
        return told + more <= lending.perRoundMax();
    }
}
