// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.proof;

import static io.atrium.jooq.Tables.CLUSTER_RUN;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.awaitility.Awaitility.await;

import io.atrium.compute.RegisterPool;
import io.atrium.compute.SlurmYard;
import io.atrium.compute.execution.slurm.RealSlurm;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// On a real Slurm. The first strike falls in the grace, between the SIGTERM and the end of the run. One strike; ten by
/// `./atrium prove slurm`.
@Import(LookingOn.class)
class SlurmInterruptionsTest extends Interruptions {

    private static RealSlurm slurm;

    @Autowired
    SlurmYard clusters;

    SlurmInterruptionsTest() {
        super(1);
    }

    @BeforeAll
    static void startSlurm() {
        slurm = RealSlurm.startedOrSkipped();
    }

    @AfterAll
    static void stopSlurm() {
        if (slurm != null) {
            slurm.close();
        }
    }

    @Override
    RegisterPool pool() {
        return clusters.connected(clusters.pool());
    }

    @Override
    Stream<String> settings() {
        return SlurmYard.settings(slurm, slurm.url()).entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue());
    }

    @Override
    void awaitMoment(String job, int strike) {
        if (strike > 1) {
            super.awaitMoment(job, strike);
            return;
        }
        await().atMost(ofMinutes(1))
                .pollInterval(ofMillis(20))
                .until(() -> database.fetchExists(
                        CLUSTER_RUN, CLUSTER_RUN.RUN_ID.eq(job), CLUSTER_RUN.TERM_TAKEN_AT.isNotNull()));
    }
}
