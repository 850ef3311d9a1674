// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.web.component.Next;
import io.atrium.web.component.Step;
import io.atrium.web.component.Step.State;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a job stands on its way, and what happens next.
final class JobSteps {

    private static final List<JobState> WAY =
            List.of(JobState.QUEUED, JobState.PLACED, JobState.RUNNING, JobState.ENDED, JobState.SETTLED);

    private JobSteps() {}

    static List<Step> steps(Text t, JobView job) {
        if (job.state() == JobState.CANCELLED) {
            return Stream.of(JobState.QUEUED, JobState.CANCELLED)
                    .map(state -> new Step(t.of("compute.step", state), State.DONE))
                    .toList();
        }
        var at = WAY.indexOf(job.state());
        return WAY.stream()
                .map(state -> new Step(t.of("compute.step", state), state(WAY.indexOf(state), at, job)))
                .toList();
    }

    static @Nullable Next next(Text t, JobView job) {
        return job.state().isOver()
                ? null
                : new Next(t.of("compute.next", job.state()), t.of("compute.next.who." + job.state()), null);
    }

    private static State state(int step, int at, JobView job) {
        if (step < at || job.state() == JobState.SETTLED) {
            return State.DONE;
        }
        return step == at ? State.CURRENT : State.AHEAD;
    }
}
