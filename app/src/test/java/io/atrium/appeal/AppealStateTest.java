// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AppealStateTest {

    private static final Set<AppealMove> BY_ATRIUM =
            EnumSet.of(AppealMove.RAISE, AppealMove.REMIND, AppealMove.ESCALATE, AppealMove.CIRCULATE);

    @ParameterizedTest
    @EnumSource(AppealState.class)
    void everyStateButWithdrawnCanBeLeft(AppealState state) {
        boolean leadsAway =
                state.possible().stream().anyMatch(move -> state.after(move).orElseThrow() != state);
        assertThat(leadsAway).isEqualTo(state != AppealState.WITHDRAWN);
    }

    @Test
    void everyMoveOfAPersonIsPossibleSomewhere() {
        var possible = EnumSet.noneOf(AppealMove.class);
        for (var state : AppealState.values()) {
            possible.addAll(state.possible());
        }
        assertThat(EnumSet.complementOf(possible)).isEqualTo(BY_ATRIUM);
    }

    @Test
    void anAnsweredAppealCannotBeWithdrawnOrReturned() {
        assertThat(AppealState.ANSWERED.possible()).doesNotContain(AppealMove.WITHDRAW, AppealMove.RETURN);
    }
}
