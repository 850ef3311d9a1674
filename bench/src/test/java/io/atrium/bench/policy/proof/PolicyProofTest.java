// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.policy.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Columns, rows and jDMN decide random firms by random tables alike: 50,000 pairs in every test run, 1,000,000 with
/// `./atrium prove policy`.
class PolicyProofTest {

    private static final boolean IS_LONG = Boolean.getBoolean("atrium.prove");
    private static final int PAIRS = IS_LONG ? 1_000_000 : 50_000;
    private static final int FIRMS_PER_MODEL = 400;
    private static final int JDMN_EVERY = IS_LONG ? 1 : 25;
    private static final long SEED = 20_261_124L;

    @Test
    void columnsRowsAndJdmnDecideAlike() {
        var outcomes = PolicyProof.run(SEED, PAIRS, FIRMS_PER_MODEL, JDMN_EVERY);

        assertThat(outcomes.differences()).isEmpty();
        assertThat(outcomes.pairs()).isGreaterThanOrEqualTo(PAIRS);
        assertThat(outcomes.refused()).isLessThan(outcomes.models() / 10);
        assertThat(outcomes.byColumns()).isGreaterThan(outcomes.models() * 8 / 10);
        assertThat(outcomes.jdmnAnswers()).isGreaterThan(outcomes.pairs() / JDMN_EVERY);
    }
}
