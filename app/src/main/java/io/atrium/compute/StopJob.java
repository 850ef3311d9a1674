// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.kernel.RequestKey;

/// A person stops a job.
public record StopJob(RequestKey key, JobId job, String reason) {

    public static final int REASON_LENGTH_MAX = 200;
}
