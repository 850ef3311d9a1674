// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

/// Names a job (作业).
public record JobId(String value) implements Comparable<JobId> {
    public JobId {
        Limits.requireName("JobId", value);
    }

    @Override
    public int compareTo(JobId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
