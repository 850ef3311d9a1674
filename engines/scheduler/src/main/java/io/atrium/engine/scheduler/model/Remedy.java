// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.time.Duration;

/// Remedy (怎样更快开始): a change of the request, or by its owner, that would let the job start in this very round.
public sealed interface Remedy {
    /// End own jobs that hold this many GPUs, or ask for a quota that is as much higher.
    record FreeOrRaiseQuota(int gpus) implements Remedy {}

    /// Ask for this much of a GPU: the smallest share above the one asked for, or the whole GPU, of which one is free.
    record AskForLargerShare(GpuShare share, PoolId pool) implements Remedy {}

    /// Ask for at most so many CPUs and so much memory with each GPU: a pool that gives no more could take it now.
    record AskForLessPerGpu(PerGpu perGpu, PoolId pool) implements Remedy {}

    /// Ask for at most this link, or for none if it is nothing: the fastest of the pools that could take it then.
    record AskForSlowerLink(Link link, PoolId pool) implements Remedy {}

    /// Declare it interruptible: GPUs beyond the quota are idle, and are lent to jobs that give them back.
    record DeclareInterruptible() implements Remedy {}

    /// Ask for at most this many GPUs.
    record AskForFewerGpus(int gpus) implements Remedy {}

    /// Declare a time limit that ends before the reservation of the earlier job begins.
    record ShortenTimeLimit(Duration timeLimit) implements Remedy {}

    /// Allow this pool as well: the cheapest one outside the job's wishes that could take it now.
    record AllowPool(PoolId pool, long fenPerGpuHour) implements Remedy {}

    /// The stable code under which the remedy is known everywhere.
    default String code() {
        return switch (this) {
            case FreeOrRaiseQuota _ -> "FREE_OR_RAISE_QUOTA";
            case AskForLargerShare _ -> "ASK_FOR_LARGER_SHARE";
            case AskForLessPerGpu _ -> "ASK_FOR_LESS_PER_GPU";
            case AskForSlowerLink _ -> "ASK_FOR_SLOWER_LINK";
            case DeclareInterruptible _ -> "DECLARE_INTERRUPTIBLE";
            case AskForFewerGpus _ -> "ASK_FOR_FEWER_GPUS";
            case ShortenTimeLimit _ -> "SHORTEN_TIME_LIMIT";
            case AllowPool _ -> "ALLOW_POOL";
        };
    }
}
