// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.policy.GrantMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntitlementGroupTest {

    @ParameterizedTest
    @CsvSource({
        "ENTITLED, AUTOMATIC, AUTOMATIC",
        "ENTITLED, CONFIRM, CONFIRM",
        "ENTITLED, APPLY, APPLY",
        "CEILING, AUTOMATIC, APPLY",
        "REVIEW, CONFIRM, APPLY",
        "NOT_YET, AUTOMATIC, NOT_YET",
        "UNKNOWN, AUTOMATIC, UNKNOWN",
        "NOT_IN_FORCE, AUTOMATIC, NOT_IN_FORCE",
    })
    void groupsByWhatTheFirmStillHasToDo(Outcome outcome, GrantMode mode, EntitlementGroup group) {
        assertThat(EntitlementGroup.of(outcome, mode)).isEqualTo(group);
    }
}
