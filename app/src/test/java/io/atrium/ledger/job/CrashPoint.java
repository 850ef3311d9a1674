// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.job;

import java.util.Random;

/// Where and how one attempt dies.
///
/// @param step which statement of the transaction, the commit included
record CrashPoint(Death death, Moment moment, int step) {
    /// Look at holds, lock and read, write, commit; booking usage has two more.
    private static final int STEPS = 5;
    /// Killing the server takes a recovery each time; the other deaths are cheap.
    private static final int SERVER_DEATH_ONE_IN = 8;

    enum Death {
        /// Atrium is gone: the connection breaks on its side.
        CLIENT,
        /// The server ends the session.
        SESSION,
        /// `kill -9` of a server process: PostgreSQL throws everything away and recovers from its log.
        SERVER
    }

    enum Moment {
        BEFORE,
        /// At the same time as the statement: it may come through or not.
        DURING,
        AFTER
    }

    static CrashPoint random(Random random) {
        var death = random.nextInt(SERVER_DEATH_ONE_IN) == 0
                ? Death.SERVER
                : random.nextBoolean() ? Death.CLIENT : Death.SESSION;
        return new CrashPoint(death, Moment.values()[random.nextInt(3)], random.nextInt(STEPS));
    }
}
