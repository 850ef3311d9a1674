// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Takes off those who lose least: GPU time since their last checkpoint, or since they began.
///
/// before: a (4 GPUs, saved 5 min ago)   b (4 GPUs, began 2 h ago)   4 GPUs are wanted
/// after:  a is told to stop
public final class PreferLeastLostWork implements VictimRule {
    @Override
    public int compare(Sacrifice first, Sacrifice second) {
        return Long.compare(first.lostGpuMillis(), second.lostGpuMillis());
    }
}
