// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Among equal losses takes the machine with the least free GPU, then with the least free CPU.
///
/// before: a: 3 GPUs free   b: 1 GPU free   task wants CPUs only
/// after:  task on b
public final class PreferFullestMachine implements SpotRule {
    @Override
    public int compare(Spot first, Spot second) {
        var byGpu = Integer.compare(first.room().freeMilli(), second.room().freeMilli());
        return byGpu != 0
                ? byGpu
                : Integer.compare(first.room().cpuMilli(), second.room().cpuMilli());
    }
}
