// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

/// Two-dimensional least attained service: GPUs times seconds, in steps that double, so that nobody is taken off for
/// a small difference.
record AttainedLadder(double firstStep, double factor) implements Ladder {
    @Override
    public int level(ReplayJob job, long done) {
        var attained = (double) job.gpus() * done;
        return attained < firstStep ? 0 : 1 + (int) (Math.log(attained / firstStep) / Math.log(factor) + 1e-9);
    }

    @Override
    public long nextChange(ReplayJob job, long done) {
        return (long) Math.ceil(firstStep * Math.pow(factor, level(job, done)) / job.gpus());
    }
}
