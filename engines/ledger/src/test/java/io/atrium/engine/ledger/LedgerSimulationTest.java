// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class LedgerSimulationTest {
    private static final int SEEDS = Integer.getInteger("atrium.ledger.seeds", 200);

    @Test
    void agreesWithTheNaiveLedgerAndMeetsEveryStatus() {
        var seen = EnumSet.noneOf(Status.class);
        for (int seed = 0; seed < SEEDS; seed++) {
            seen.addAll(new LedgerSimulation(seed, new InMemoryLedgerStore()).run(200));
        }
        assertThat(seen).containsExactly(Status.values());
    }
}
