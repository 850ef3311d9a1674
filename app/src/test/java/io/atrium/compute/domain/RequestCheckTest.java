// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.ComputeRefusal;
import io.atrium.compute.JobRequest;
import io.atrium.compute.JobRequest.Needs;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestCheckTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private static Optional<Object> refusal(String name, List<String> command, int gpus, Duration limit) {
        var request = new JobRequest(name, "command", command, gpus, limit, null, null);
        return RequestCheck.refusal(request, NOW).map(Refusal::code);
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
        assertThat(RequestCheck.refusal(cleaning, NOW)).isEmpty();
        assertThat(RequestCheck.refusal(cleaning.whichYields(), NOW))
                .map(Refusal::code)
                .contains(ComputeRefusal.WORKLOAD_KEEPS_NO_CHECKPOINTS);
    }

    @Test
    void aShareIsOneAndWhatComesWithAGpuAndTheLinkHaveLimits() {
        var one = new JobRequest("n", "command", List.of("true"), 1, Duration.ofHours(1), null, null);
        var quarter = Needs.shareOf(new GpuShare(4));
        assertThat(needing(one, quarter)).isEmpty();
        assertThat(needing(one, new Needs(GpuShare.WHOLE, 4_096, 65_536, 0, null)))
                .isEmpty();
        assertThat(needing(one, new Needs(GpuShare.WHOLE, 4_097, 0, 0, null)))
                .contains(ComputeRefusal.PER_GPU_OUT_OF_RANGE);
        assertThat(needing(one, new Needs(GpuShare.WHOLE, 0, -1, 0, null)))
                .contains(ComputeRefusal.PER_GPU_OUT_OF_RANGE);
        assertThat(needing(one, new Needs(GpuShare.WHOLE, 0, 0, 6_400, null))).isEmpty();
        assertThat(needing(one, new Needs(GpuShare.WHOLE, 0, 0, 6_401, null)))
                .contains(ComputeRefusal.LINK_OUT_OF_RANGE);
        assertThat(needing(one, new Needs(GpuShare.WHOLE, 0, 0, -1, null))).contains(ComputeRefusal.LINK_OUT_OF_RANGE);
        assertThat(needing(one, new Needs(GpuShare.WHOLE, -1, 0, -1, null)))
                .contains(ComputeRefusal.PER_GPU_OUT_OF_RANGE);
        var two = new JobRequest("n", "command", List.of("true"), 2, Duration.ofHours(1), null, null);
        assertThat(needing(two, quarter)).contains(ComputeRefusal.GPU_SHARE_OF_ONE);
    }

    private static Optional<Object> needing(JobRequest request, Needs needs) {
        return RequestCheck.refusal(request.needing(needs), NOW).map(Refusal::code);
    }

    @Test
    void aDateLiesAheadAndLeavesRoomForTheWholeLimit() {
        var limit = Duration.ofHours(2);
        assertThat(ofDate(NOW.plus(limit), limit)).isEmpty();
        assertThat(ofDate(NOW.plus(JobRequest.NEEDED_WITHIN_MAX), limit)).isEmpty();
        assertThat(ofDate(NOW.plus(limit).minusMillis(1), limit)).contains(ComputeRefusal.NEEDED_BY_TOO_SOON);
        assertThat(ofDate(NOW, limit)).contains(ComputeRefusal.NEEDED_BY_OUT_OF_RANGE);
        assertThat(ofDate(NOW.plus(JobRequest.NEEDED_WITHIN_MAX).plusMillis(1), limit))
                .contains(ComputeRefusal.NEEDED_BY_OUT_OF_RANGE);
        assertThat(ofDate(Instant.MIN, Duration.ZERO)).contains(ComputeRefusal.TIME_LIMIT_OUT_OF_RANGE);
    }

    private static Optional<Object> ofDate(Instant neededBy, Duration limit) {
        var request = new JobRequest("n", "command", List.of("true"), 1, limit, null, null).neededBy(neededBy);
        return RequestCheck.refusal(request, NOW).map(Refusal::code);
    }

    @Test
    void givesTheFirstReasonInTheOrderOfTheCodes() {
        var everythingWrong = new JobRequest("", "dance", List.of(), 0, Duration.ZERO, null, null);
        assertThat(RequestCheck.refusal(everythingWrong, NOW))
                .map(Refusal::code)
                .contains(ComputeRefusal.JOB_NAME_LENGTH);
    }
}
