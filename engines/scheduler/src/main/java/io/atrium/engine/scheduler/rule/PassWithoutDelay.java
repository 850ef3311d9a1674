// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Lets a job pass the one with the promise if it ends before the promised start, or leaves it enough GPUs then.
///
/// before: 4 free, "wide" is promised 8 from 12:00 with 2 to spare   "a" wants 4 until 11:30, "b" wants 3 until 13:00
/// after:  a starts, b waits
public final class PassWithoutDelay implements ReplayRule {
    public static final PassWithoutDelay RULE = new PassWithoutDelay();

    public boolean endsInTime(long endsBy, long promised) {
        return endsBy <= promised;
    }

    public boolean mayPass(long endsBy, long promised, int gpus, int spare) {
        return endsInTime(endsBy, promised) || gpus <= spare;
    }
}
