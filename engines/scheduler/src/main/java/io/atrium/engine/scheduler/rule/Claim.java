// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Job;

/// Claim (排队资格): a waiting job with what its tenant and its project have had when its turn is decided.
///
/// @param place the sibling whose place in the queue it takes: itself, unless dates moved it
/// @param ofShare what the tenant has claimed of its dominant resource, over its share; 0 where there are no shares
/// @param ofProject what the project has claimed of its dominant resource
public record Claim(Job job, Job place, double ofShare, double ofProject) {
    /// In its own place.
    public Claim(Job job, double ofShare, double ofProject) {
        this(job, job, ofShare, ofProject);
    }

    /// Of a job by itself, where nobody's use is known.
    public static Claim of(Job job) {
        return new Claim(job, 0, 0);
    }
}
