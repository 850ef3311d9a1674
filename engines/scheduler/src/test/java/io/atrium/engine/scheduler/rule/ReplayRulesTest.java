// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplayRulesTest {
    private static final long HOUR = 3_600;
    private static final long DAY = 24 * HOUR;

    @Test
    void serveSmallAreaOverAgeFirstFires() {
        var rule = ServeSmallAreaOverAgeFirst.RULE;
        assertThat(rule.area(1, HOUR, 0)).isLessThan(rule.area(2, HOUR, 0));
        assertThat(rule.area(4, 6 * HOUR, 47 * HOUR)).isLessThan(rule.area(1, HOUR, 0));
    }

    @Test
    void serveSmallAreaOverAgeFirstIsSilentOnEqualAreasOfEqualAge() {
        var rule = ServeSmallAreaOverAgeFirst.RULE;
        assertThat(rule.area(2, HOUR, 5)).isEqualTo(rule.area(1, 2 * HOUR, 5));
    }

    @Test
    void passWithoutDelayFires() {
        assertThat(PassWithoutDelay.RULE.mayPass(101, 100, 3, 2)).isFalse();
    }

    @Test
    void passWithoutDelayIsSilentForWhoEndsInTimeOrLeavesEnough() {
        assertThat(PassWithoutDelay.RULE.mayPass(100, 100, 3, 2)).isTrue();
        assertThat(PassWithoutDelay.RULE.mayPass(101, 100, 2, 2)).isTrue();
    }

    @Test
    void takeOffOnlyLessUrgentFires() {
        assertThat(TakeOffOnlyLessUrgent.RULE.mayTakeOff(3, HOUR, 2)).isFalse();
        assertThat(TakeOffOnlyLessUrgent.RULE.mayTakeOff(9, 299, 2)).isFalse();
    }

    @Test
    void takeOffOnlyLessUrgentIsSilentForAClearlyLessUrgentJobThatHasRun() {
        assertThat(TakeOffOnlyLessUrgent.RULE.mayTakeOff(4, 300, 2)).isTrue();
    }

    @Test
    void preferCheapestVictimsFires() {
        var rule = PreferCheapestVictims.RULE;
        assertThat(rule.loss(7, 1, 5)).isLessThan(rule.loss(30, 8, 5));
        assertThat(rule.loss(7, 1, 5)).isLessThan(rule.loss(7, 1, 2));
    }

    @Test
    void preferCheapestVictimsIsSilentOnVictimsThatAreAlike() {
        assertThat(PreferCheapestVictims.RULE.loss(7, 1, 5)).isEqualTo(PreferCheapestVictims.RULE.loss(7, 1, 5));
    }

    @Test
    void serveLongWaitingFirstFires() {
        assertThat(ServeLongWaitingFirst.RULE.isLong(3 * DAY)).isTrue();
        assertThat(ServeLongWaitingFirst.RULE.gpusMax(100, 100)).isEqualTo(75);
        assertThat(ServeLongWaitingFirst.RULE.gpusMax(100, 101)).isEqualTo(10);
    }

    @Test
    void serveLongWaitingFirstIsSilentBeforeThreeDays() {
        assertThat(ServeLongWaitingFirst.RULE.isLong(3 * DAY - 1)).isFalse();
    }

    @Test
    void serveTenantBelowShareFirstFires() {
        assertThat(ServeTenantBelowShareFirst.RULE.level(5, 0.99)).isEqualTo(3);
        assertThat(ServeTenantBelowShareFirst.RULE.level(1, 0)).isZero();
    }

    @Test
    void serveTenantBelowShareFirstIsSilentAtAndAboveTheShare() {
        assertThat(ServeTenantBelowShareFirst.RULE.level(5, 1)).isEqualTo(5);
        assertThat(ServeTenantBelowShareFirst.RULE.level(5, Double.POSITIVE_INFINITY))
                .isEqualTo(5);
    }
}
