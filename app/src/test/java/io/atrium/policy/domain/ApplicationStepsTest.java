// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.decision.policy.GrantMode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApplicationStepsTest {

    private static final ApplicationTerms TERMS = new ApplicationTerms(5, 2, 60, 60, 10, 5, 20);

    @Test
    void goesFromTheDraftToTheVoucher() {
        var state = ApplicationState.DRAFT;
        for (var event : List.of(
                ApplicationEvent.SUBMITTED,
                ApplicationEvent.ACCEPTED,
                ApplicationEvent.APPROVED,
                ApplicationEvent.VOUCHER_ISSUED)) {
            state = ApplicationSteps.next(state, event).orElseThrow();
        }
        assertThat(state).isEqualTo(ApplicationState.FULFILLED);
    }

    @Test
    void isReturnedOnceAtMost() {
        var returned = ApplicationSteps.next(ApplicationState.ACCEPTED_FOR_REVIEW, ApplicationEvent.RETURNED)
                .orElseThrow();
        var completed =
                ApplicationSteps.next(returned, ApplicationEvent.COMPLETED).orElseThrow();

        assertThat(completed).isEqualTo(ApplicationState.REVIEW);
        assertThat(ApplicationSteps.next(completed, ApplicationEvent.RETURNED)).isEmpty();
        assertThat(reachable(completed)).doesNotContain(ApplicationState.RETURNED_FOR_COMPLETION);
    }

    @Test
    void isNeverApprovedBeforeItWasTakenIn() {
        assertThat(ApplicationSteps.next(ApplicationState.DRAFT, ApplicationEvent.APPROVED))
                .isEmpty();
        assertThat(ApplicationSteps.next(ApplicationState.SUBMITTED, ApplicationEvent.APPROVED))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ApplicationState.class)
    void everyOpenStateHasAnOwnerAndAWayToAnEnd(ApplicationState state) {
        assertThat(ApplicationSteps.owner(state).isPresent()).isEqualTo(state.isOpen());
        var ends = EnumSet.noneOf(ApplicationState.class);
        reachable(state).stream().filter(other -> !other.isOpen()).forEach(ends::add);
        assertThat(ends.isEmpty()).isEqualTo(!state.isOpen());
    }

    @ParameterizedTest
    @EnumSource(ApplicationState.class)
    void everyStateOfTheDepartmentHasATerm(ApplicationState state) {
        var isTimed = state.isOpen() && state != ApplicationState.DRAFT;
        assertThat(TERMS.of(state, GrantMode.APPLY).isPresent()).isEqualTo(isTimed);
    }

    @Test
    void reviewsOfShortApplicationsAreShort() {
        assertThat(TERMS.of(ApplicationState.REVIEW, GrantMode.INSTANT)).isEqualTo(Optional.of(2));
        assertThat(TERMS.of(ApplicationState.ACCEPTED_FOR_REVIEW, GrantMode.FAST))
                .isEqualTo(Optional.of(60));
        assertThat(ApplicationTerms.isSourced(ApplicationState.REVIEW, GrantMode.INSTANT))
                .isTrue();
        assertThat(ApplicationTerms.isSourced(ApplicationState.REVIEW, GrantMode.APPLY))
                .isFalse();
        assertThat(ApplicationTerms.isSourced(ApplicationState.SUBMITTED, GrantMode.FAST))
                .isFalse();
    }

    private static Set<ApplicationState> reachable(ApplicationState from) {
        var found = EnumSet.noneOf(ApplicationState.class);
        var before = -1;
        Arrays.stream(ApplicationEvent.values())
                .flatMap(event -> ApplicationSteps.next(from, event).stream())
                .forEach(found::add);
        while (found.size() != before) {
            before = found.size();
            EnumSet.copyOf(found.isEmpty() ? EnumSet.of(from) : found).stream()
                    .filter(found::contains)
                    .flatMap(state -> Arrays.stream(ApplicationEvent.values())
                            .flatMap(event -> ApplicationSteps.next(state, event).stream()))
                    .forEach(found::add);
        }
        return found;
    }
}
