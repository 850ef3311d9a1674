// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.PoolView;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.engine.scheduler.model.Link;
import io.atrium.engine.scheduler.model.PerGpu;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.stream.Stream;

/// GPUs and shares of GPUs in the reader's words: `8 卡`, `1/4 卡`, `8 GPUs`, `1/4 GPU`.
final class GpuWords {

    private GpuWords() {}

    /// A number without a unit: so many GPUs, or the one share.
    static String number(Text t, int gpus, GpuShare share) {
        return share.isWhole() ? t.number(gpus) : share.toString();
    }

    static String number(Text t, GpuAmount amount) {
        return t.number(amount.rounded());
    }

    static String of(Text t, int gpus, GpuShare share) {
        return share.isWhole() ? t.of("compute.badge.gpus", gpus) : t.of("compute.badge.share", share);
    }

    /// What comes with a GPU.
    static String perGpu(Text t, PerGpu perGpu) {
        return t.of("compute.per-gpu", perGpu.cpus(), perGpu.memoryGib());
    }

    /// What a job needs at least with each GPU.
    static String needs(Text t, PerGpu perGpu) {
        if (perGpu.memoryGib() == 0) {
            return t.of("compute.needs.cpus", perGpu.cpus());
        }
        return perGpu.cpus() == 0
                ? t.of("compute.needs.memory", perGpu.memoryGib())
                : t.of("compute.needs.both", perGpu.cpus(), perGpu.memoryGib());
    }

    /// How fast the network between nodes is.
    static String link(Text t, Link link) {
        return link.isNothing() ? t.of("compute.link.unsaid") : t.of("compute.link", link.gbps());
    }

    /// How fast it has to be for a job.
    static String linkNeeded(Text t, Link link) {
        return t.of("compute.needs.link", link.gbps());
    }

    static String nearData(Text t, boolean isNear) {
        return t.of(isNear ? "compute.near-data.yes" : "compute.near-data.no");
    }

    /// What a node of a pool has.
    static String card(Text t, PoolView pool) {
        return t.of("compute.prices.card", pool.memoryGib(), pool.gpusPerNode());
    }

    /// What a pool says of its shape, a line each: how GPUs are sold, and the network between its nodes.
    static List<String> shape(Text t, PoolView pool) {
        var link = pool.shape().link();
        return Stream.of(sold(t, pool), link.isNothing() ? "" : t.of("compute.prices.shape.link", link.gbps()))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /// In which shares a pool is sold, and what comes with a GPU; empty where there is nothing to say.
    private static String sold(Text t, PoolView pool) {
        var share = pool.shape().share();
        var perGpu = pool.shape().perGpu();
        if (perGpu.isNothing()) {
            return share.isWhole() ? "" : t.of("compute.prices.shape.share", share);
        }
        return share.isWhole()
                ? t.of("compute.prices.shape.with", perGpu.cpus(), perGpu.memoryGib())
                : t.of("compute.prices.shape.both", share, perGpu.cpus(), perGpu.memoryGib());
    }
}
