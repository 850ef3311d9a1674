// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.kernel.RequestKey;

/// A firm submits a job.
public record SubmitJob(RequestKey key, JobRequest request) {}
