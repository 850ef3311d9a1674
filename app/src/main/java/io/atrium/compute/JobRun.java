// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.compute.execution.RunId;

/// One run (运行) of a job. The first has the job's own id; each that follows an interruption adds its number, so that no
/// engine takes it for one that it knows.
///
/// @param number counts from 1
public record JobRun(JobId job, int number) {

    private static final char SEPARATOR = '-';

    public RunId id() {
        return new RunId(number == 1 ? job.value() : job.value() + SEPARATOR + number);
    }

    /// The run of a job that has this id.
    public static JobRun of(RunId id) {
        var at = id.value().indexOf(SEPARATOR);
        return at < 0
                ? new JobRun(new JobId(id.value()), 1)
                : new JobRun(
                        new JobId(id.value().substring(0, at)),
                        Integer.parseInt(id.value().substring(at + 1)));
    }
}
