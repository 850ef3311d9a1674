// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.appeal.Urgency;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/// People for tests of stewards and visits. Each test takes its own.
@TestComponent
class Round {

    private final House house;
    private final Stewards stewards;
    private final Visits visits;
    private final BusinessClock clock;

    Round(House house, Stewards stewards, Visits visits, BusinessClock clock) {
        this.house = house;
        this.stewards = stewards;
        this.visits = visits;
        this.clock = clock;
    }

    /// A firm that the first of two stewards looks after.
    record Cast(Resident operator, Resident steward, Resident other, Resident firm) {}

    Cast cast() {
        var operator = house.operator();
        var steward = house.member(operator.organisation(), Role.STEWARD);
        var other = house.member(operator.organisation(), Role.STEWARD);
        var cast = new Cast(operator, steward, other, house.resident(OrgKind.FIRM, Role.FIRM_OWNER));
        give(cast, steward, "首次分派");
        return cast;
    }

    int give(Cast cast, Resident steward, String reason) {
        var firms = List.of(cast.firm().organisation());
        return stewards.assign(
                cast.operator().actor(),
                new AssignSteward(key(), firms, steward.actor().person(), reason));
    }

    VisitPlanId plan(Cast cast, int daysAhead) {
        var day = clock.today().plusDays(daysAhead);
        return visits.plan(
                cast.steward().actor(), new PlanVisit(key(), cast.firm().organisation(), day, "了解用工需求"));
    }

    HandInVisit note(Cast cast, String... needs) {
        return new HandInVisit(
                key(),
                cast.firm().organisation(),
                null,
                clock.today(),
                "总经理",
                "谈了融资和场地",
                Arrays.stream(needs)
                        .map(words -> new HandInVisit.Need("OTHER", Urgency.NORMAL, words))
                        .toList());
    }

    static RequestKey key() {
        return new RequestKey("visit-" + UUID.randomUUID());
    }
}
