// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GrantStepsTest {

    @Test
    void everyStateCanBeReached() {
        var reached = EnumSet.of(GrantState.RULE_PUBLISHED);
        var open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            var state = open.remove();
            for (var event : GrantEvent.values()) {
                GrantSteps.next(state, event).filter(reached::add).ifPresent(open::add);
            }
        }
        assertThat(reached).isEqualTo(EnumSet.allOf(GrantState.class));
    }

    @ParameterizedTest
    @EnumSource(GrantState.class)
    void openStatesGoOnAndFinalOnesDoNot(GrantState state) {
        var goesOn = Set.of(GrantEvent.values()).stream()
                .anyMatch(event -> GrantSteps.next(state, event).isPresent());
        assertThat(goesOn).isEqualTo(state.isOpen() || state == GrantState.GRANTED);
    }

    @ParameterizedTest
    @CsvSource({
        "DATA_MATCHED, FIRM_ACCEPTED",
        "PUBLICITY, FIRM_ACCEPTED",
        "OBJECTION_HELD, PUBLICITY_ENDED",
        "OBJECTION_HELD, FIRM_ACCEPTED",
        "WAIVED_NO_CONFIRM, FIRM_ACCEPTED",
        "GRANTED, FIRM_ACCEPTED",
        "FIRM_CONFIRM, VOUCHER_ISSUED",
    })
    void nothingIsGrantedBesideTheTable(GrantState state, GrantEvent event) {
        assertThat(GrantSteps.next(state, event)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(GrantState.class)
    void everyStateHasAnOwnerAndATermOrIsAnEnd(GrantState state) {
        var duty = GrantSteps.duty(state);
        assertThat(duty.isPresent()).isEqualTo(state.isOpen());
        var isTermOfThePolicy = state == GrantState.PUBLICITY || state == GrantState.FIRM_CONFIRM;
        duty.ifPresent(found -> assertThat(found.workingDays() == null).isEqualTo(isTermOfThePolicy));
    }

    /// Without the step into publicity no money is reached.
    @Test
    void noWayToMoneyLeavesOutPublicity() {
        var reached = EnumSet.of(GrantState.RULE_PUBLISHED);
        var open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            var state = open.remove();
            for (var event : GrantEvent.values()) {
                GrantSteps.next(state, event)
                        .filter(next -> next != GrantState.PUBLICITY)
                        .filter(reached::add)
                        .ifPresent(open::add);
            }
        }
        assertThat(reached)
                .containsExactlyInAnyOrder(
                        GrantState.RULE_PUBLISHED,
                        GrantState.DATA_MATCHED,
                        GrantState.LIST_CONFIRMED,
                        GrantState.POOL_EXHAUSTED);
    }

    /// What was granted is taken back only after the firm was heard.
    @ParameterizedTest
    @EnumSource(GrantState.class)
    void nothingIsTakenBackUnheard(GrantState state) {
        assertThat(GrantSteps.next(state, GrantEvent.RECLAIMED).isPresent())
                .isEqualTo(state == GrantState.CLAWBACK_REVIEW);
    }
}
