// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

/// What became of a stop: the state in which the job was found. A queued job is over at once; one that has GPUs is
/// asked to end and is billed for the time until then.
public record Stopped(JobId job, JobState found) {}
