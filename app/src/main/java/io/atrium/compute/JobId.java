// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

/// Id of a job (作业). `job_…`
public record JobId(String value) {

    public static final String PREFIX = "job";

    @Override
    public String toString() {
        return value;
    }
}
