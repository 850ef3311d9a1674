// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.ComputeRefusal;
import io.atrium.compute.JobRequest;
import io.atrium.kernel.Refusal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestCheckTest {

    private static Optional<Object> refusal(String name, List<String> command, int gpus, Duration limit) {
        var request = new JobRequest(name, "command", command, gpus, limit, null, null);
        return RequestCheck.refusal(request).map(Refusal::code);
    }

    @Test
    void acceptsTheEdges() {
        var ok = List.of("true");
        assertThat(refusal("n".repeat(80), ok, 1, JobRequest.TIME_LIMIT_MIN)).isEmpty();
        assertThat(refusal("n", ok, JobRequest.GPUS_MAX, JobRequest.TIME_LIMIT_MAX))
                .isEmpty();
        assertThat(refusal("n", Collections.nCopies(100, "x".repeat(80)), 1, JobRequest.TIME_LIMIT_MIN))
                .isEmpty();
    }

    @Test
    void refusesJustBeyondThem() {
        var ok = List.of("true");
        var hour = Duration.ofHours(1);
        assertThat(refusal("n".repeat(81), ok, 1, hour)).contains(ComputeRefusal.JOB_NAME_LENGTH);
        assertThat(refusal("n", Collections.nCopies(101, "x"), 1, hour)).contains(ComputeRefusal.COMMAND_TOO_LONG);
        assertThat(refusal("n", List.of("x".repeat(8_001)), 1, hour)).contains(ComputeRefusal.COMMAND_TOO_LONG);
        assertThat(refusal("n", ok, JobRequest.GPUS_MAX + 1, hour)).contains(ComputeRefusal.GPUS_OUT_OF_RANGE);
        assertThat(refusal("n", ok, 1, JobRequest.TIME_LIMIT_MIN.minusMillis(1)))
                .contains(ComputeRefusal.TIME_LIMIT_OUT_OF_RANGE);
        assertThat(refusal("n", ok, 1, JobRequest.TIME_LIMIT_MAX.plusMillis(1)))
                .contains(ComputeRefusal.TIME_LIMIT_OUT_OF_RANGE);
    }

    @Test
    void aWorkloadThatKeepsNoCheckpointsIsNotInterruptible() {
        var cleaning = JobRequest.cleanCorpus("n", 1, Duration.ofHours(1), null);
        assertThat(RequestCheck.refusal(cleaning)).isEmpty();
        assertThat(RequestCheck.refusal(cleaning.whichYields()))
                .map(Refusal::code)
                .contains(ComputeRefusal.WORKLOAD_KEEPS_NO_CHECKPOINTS);
    }

    @Test
    void givesTheFirstReasonInTheOrderOfTheCodes() {
        var everythingWrong = new JobRequest("", "dance", List.of(), 0, Duration.ZERO, null, null);
        assertThat(RequestCheck.refusal(everythingWrong)).map(Refusal::code).contains(ComputeRefusal.JOB_NAME_LENGTH);
    }
}
