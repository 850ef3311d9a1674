// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.engine.decision.fact.FactSet;
import java.time.LocalDate;
import java.util.List;

/// Column path and row path agree on some firms: outcome, each condition's status, amount to the fen.
final class Agreement {

    private Agreement() {}

    static void assertHolds(CompiledPolicy policy, List<FactSet> firms, LocalDate day) {
        var columns = PathAgreement.sweep(policy, firms, day);
        assertThat(PathAgreement.differences(policy, columns, firms)).isEmpty();
    }
}
