// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static io.atrium.jooq.Tables.AUDIT_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.Round;
import io.atrium.engine.scheduler.RoundResult.Waiting;
import io.atrium.engine.scheduler.model.NodeState;
import io.atrium.engine.scheduler.state.StateFile;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
class SchedulerStateTest {

    @Autowired
    Yard yard;

    @Autowired
    House house;

    @Autowired
    Pools pools;

    @Autowired
    DSLContext database;

    @Test
    void theOperatorTakesTheLiveStateAndItIsDecidedAgainAsTheLoopDecidedIt() {
        var pool = yard.pool(1);
        pools.setState(List.of(pool.id() + "-0001"), NodeState.MAINTENANCE);
        var firm = house.firmOwner();
        var job = yard.submit(firm, Yard.command(pool, 8, "true"));
        var operator = house.operator();
        var text = house.api(operator).get("/api/v1/scheduler-state").text();
        var snapshot = StateFile.read(text.lines().toList());
        assertThat(StateFile.write(snapshot)).isEqualTo(text.lines().toList());
        assertThat(Round.of(snapshot).waiting())
                .extracting(Waiting::job)
                .anyMatch(each -> each.id().value().equals(job.value()));
        assertThat(database.fetchExists(
                        AUDIT_ENTRY,
                        AUDIT_ENTRY.ACTION.eq("compute.state-exported"),
                        AUDIT_ENTRY.ORGANISATION_ID.eq(operator.organisation().value())))
                .isTrue();
    }

    @Test
    void nobodyElseMayTakeIt() {
        for (var other : List.of(house.firmOwner(), house.provider(), house.auditor(), house.officer())) {
            assertThat(house.api(other).get("/api/v1/scheduler-state").status()).isEqualTo(403);
        }
        assertThat(house.stranger().get("/api/v1/scheduler-state").status()).isEqualTo(401);
    }
}
