// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.pack;

import io.atrium.engine.scheduler.model.Ask;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.Machine;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// A share of the GPUs (in %) that no packing of these tasks can pass, whatever it knows and may refuse.
///
/// Weak duality: for any toll of at least 0 on each kind of task, the allocation is at most the tolls on all that came
/// plus, GPU by GPU, the best that one GPU can hold after tolls. The tolls are moved towards the
/// tightest bound by subgradient steps; every step gives a true bound, so stopping early is only less tight. Left out,
/// hence the bound is on the high side: gangs on one machine, CPU, memory, the order of arrival.
public final class PackingBound {
    private static final int STEPS = 3_000;
    private static final int PATIENCE = 30;
    private static final double HOPE = 0.03;
    private static final int NOTHING = -1;

    private final int unit;
    private final List<Kind> kinds;
    private final List<Gpus> gpus;
    private final double[] toll;
    private final double[] used;
    private final double capacity;

    /// Parts of GPUs that tasks want: how large, of which models, and how many came.
    private static final class Kind {
        private final Ask ask;
        private double gpus;

        private Kind(Ask ask) {
            this.ask = ask;
        }
    }

    /// All GPUs of one model, and the kinds that may use them.
    private static final class Gpus {
        private final Optional<GpuModel> model;
        private final List<Integer> kinds = new ArrayList<>();
        private int count;

        private Gpus(Optional<GpuModel> model) {
            this.model = model;
        }
    }

    private PackingBound(Collection<Kind> kinds, Collection<Gpus> gpus) {
        this.kinds = List.copyOf(kinds);
        this.gpus = List.copyOf(gpus);
        unit = kinds.stream()
                .map(kind -> BigInteger.valueOf(kind.ask.gpuMilli()))
                .reduce(BigInteger.valueOf(Ask.WHOLE_GPU), BigInteger::gcd)
                .intValue();
        toll = new double[kinds.size()];
        used = new double[kinds.size()];
        capacity = gpus.stream().mapToDouble(some -> some.count).sum();
        for (var some : gpus) {
            for (var kind = 0; kind < toll.length; kind++) {
                if (admits(this.kinds.get(kind).ask, some.model)) {
                    some.kinds.add(kind);
                }
            }
        }
    }

    public static double of(List<Machine> machines, List<Ask> tasks) {
        var kinds = new LinkedHashMap<Ask, Kind>();
        for (var task : tasks) {
            if (task.gpus() > 0) {
                var part = new Ask(0, 0, 1, task.gpuMilli(), task.models());
                kinds.computeIfAbsent(part, Kind::new).gpus += task.gpus();
            }
        }
        var gpus = new LinkedHashMap<Optional<GpuModel>, Gpus>();
        for (var machine : machines) {
            if (machine.gpus() > 0) {
                gpus.computeIfAbsent(machine.model(), Gpus::new).count += machine.gpus();
            }
        }
        return new PackingBound(kinds.values(), gpus.values()).descend();
    }

    /// Polyak's steps towards a level below the best bound so far; the level rises when it seems out of reach.
    private double descend() {
        var best = Double.POSITIVE_INFINITY;
        var hope = HOPE;
        var sinceBetter = 0;
        for (var step = 0; step < STEPS; step++) {
            var bound = bound();
            sinceBetter = bound < best - 1e-4 * capacity ? 0 : sinceBetter + 1;
            best = Math.min(best, bound);
            if (sinceBetter >= PATIENCE) {
                hope /= 2;
                sinceBetter = 0;
            }
            adjustTolls((bound - best * (1 - hope)) / steepness());
        }
        return Math.min(100, 100 * best / capacity);
    }

    private double bound() {
        Arrays.fill(used, 0);
        var bound = 0.0;
        for (var some : gpus) {
            bound += some.count * fillOneGpu(some);
        }
        for (var kind = 0; kind < toll.length; kind++) {
            bound += toll[kind] * kinds.get(kind).gpus;
        }
        return bound;
    }

    /// The best that one GPU of these machines can hold after tolls, plus the toll on the CPUs that go with it.
    private double fillOneGpu(Gpus some) {
        var cells = Ask.WHOLE_GPU / unit;
        var best = new double[cells + 1];
        var last = new int[cells + 1];
        for (var sum = 0; sum <= cells; sum++) {
            best[sum] = sum == 0 ? 0 : best[sum - 1];
            last[sum] = NOTHING;
            for (var kind : some.kinds) {
                var size = kinds.get(kind).ask.gpuMilli() / unit;
                if (size <= sum && best[sum - size] + worth(kind) > best[sum]) {
                    best[sum] = best[sum - size] + worth(kind);
                    last[sum] = kind;
                }
            }
        }
        count(some, last);
        return best[cells];
    }

    private void count(Gpus some, int[] last) {
        for (var sum = last.length - 1; sum > 0; ) {
            if (last[sum] == NOTHING) {
                sum--;
            } else {
                var kind = kinds.get(last[sum]);
                used[last[sum]] += some.count;
                sum -= kind.ask.gpuMilli() / unit;
            }
        }
    }

    private double worth(int kind) {
        return kinds.get(kind).ask.gpuMilli() / 1e3 - toll[kind];
    }

    /// The squared length of the subgradient, each part measured against what came.
    private double steepness() {
        var sum = 1e-9;
        for (var kind = 0; kind < toll.length; kind++) {
            var excess = used[kind] - kinds.get(kind).gpus;
            sum += toll[kind] == 0 && excess < 0 ? 0 : excess * excess / kinds.get(kind).gpus;
        }
        return sum;
    }

    /// Dearer what was used more than there is, cheaper what was used less.
    private void adjustTolls(double pace) {
        for (var kind = 0; kind < toll.length; kind++) {
            var excess = used[kind] / kinds.get(kind).gpus - 1;
            toll[kind] = Math.max(0, toll[kind] + pace * excess);
        }
    }

    private static boolean admits(Ask ask, Optional<GpuModel> model) {
        return ask.models().isEmpty() || model.filter(ask.models()::contains).isPresent();
    }
}
