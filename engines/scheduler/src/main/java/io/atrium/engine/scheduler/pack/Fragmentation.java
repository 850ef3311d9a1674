// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.pack;

import io.atrium.engine.scheduler.model.Ask;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.Room;
import io.atrium.engine.scheduler.rule.RuleCatalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Fragmentation (碎片): how much of the free GPU of a machine no task that usually comes could use.
///
/// After FGD (Weng and others, ATC'23): a free GPU is usable to a kind if the machine could take one task of it there,
/// and kinds count by how often they come. Ours besides: a kind for which little usable room is left counts more, as
/// its share divided by that room, so that scarce models are spared for those who can use nothing else. Weights are
/// whole numbers: the same input gives the same choice on every machine, in whatever order it is added up.
final class Fragmentation {
    private static final double SCALE = 1L << 30;

    /// Keeps the weight of a kind finite for which no room is left; a thousandth of one GPU in a thousand.
    private static final double ROOM_MIN = 1e-6;

    private final List<Kinds> kinds;
    private final Map<Optional<GpuModel>, List<Kinds>> byModel = new HashMap<>();

    /// Kinds that differ in CPU and memory only.
    private record Kinds(Ask gpu, int[] cpuMilli, int[] memoryMib, long[] weights) {

        long value(Room room) {
            var usable = usableGpu(room, gpu);
            if (usable == 0) {
                return 0;
            }
            var weight = 0L;
            for (var i = 0; i < weights.length; i++) {
                if (cpuMilli[i] <= room.cpuMilli() && memoryMib[i] <= room.memoryMib()) {
                    weight += weights[i];
                }
            }
            return weight * usable;
        }
    }

    private Fragmentation(List<Kinds> kinds) {
        this.kinds = kinds;
    }

    /// @param rooms how many machines have which room
    static Fragmentation of(Mix mix, Map<Room, Integer> rooms, long capacityMilli) {
        var weights = new double[mix.size()];
        var sum = 0.0;
        for (var kind = 0; kind < weights.length; kind++) {
            if (mix.kind(kind).gpus() > 0 && mix.count(kind) > 0) {
                weights[kind] = mix.count(kind) / (roomFor(mix.kind(kind), rooms) / (double) capacityMilli + ROOM_MIN);
                sum += weights[kind];
            }
        }
        return weighted(mix, weights, sum == 0 ? 1 : SCALE / sum);
    }

    /// What of a room one kind could use, by the machine's CPU and memory as well.
    static int usable(Room room, Ask ask) {
        return ask.gpus() == 0 || !RuleCatalogue.fits(ask, room) ? 0 : usableGpu(room, ask);
    }

    /// The worth of a room to what usually comes; a task causes the loss of worth before less worth after.
    long worth(Room room) {
        var sum = 0L;
        for (var some : byModel.computeIfAbsent(room.model(), this::admitted)) {
            sum += some.value(room);
        }
        return sum;
    }

    private static long roomFor(Ask ask, Map<Room, Integer> rooms) {
        var sum = 0L;
        for (var entry : rooms.entrySet()) {
            sum += (long) usable(entry.getKey(), ask) * entry.getValue();
        }
        return sum;
    }

    private static int usableGpu(Room room, Ask ask) {
        var sum = 0;
        var gpus = 0;
        for (var gpu = room.gpus() - 1; gpu >= 0 && room.free(gpu) >= ask.gpuMilli(); gpu--) {
            sum += room.free(gpu);
            gpus++;
        }
        return gpus >= ask.gpus() ? sum : 0;
    }

    private List<Kinds> admitted(Optional<GpuModel> model) {
        return kinds.stream()
                .filter(some -> some.gpu().models().isEmpty()
                        || model.filter(some.gpu().models()::contains).isPresent())
                .toList();
    }

    private static Fragmentation weighted(Mix mix, double[] weights, double scale) {
        record Gpu(int gpus, int milli, Set<GpuModel> models) {}
        var groups = new LinkedHashMap<Gpu, List<Integer>>();
        for (var kind = 0; kind < weights.length; kind++) {
            if (weights[kind] > 0) {
                var ask = mix.kind(kind);
                groups.computeIfAbsent(new Gpu(ask.gpus(), ask.gpuMilli(), ask.models()), _ -> new ArrayList<>())
                        .add(kind);
            }
        }
        var kinds = new ArrayList<Kinds>();
        for (var group : groups.values()) {
            var asks = group.stream().map(mix::kind).toList();
            kinds.add(new Kinds(
                    asks.getFirst(),
                    asks.stream().mapToInt(Ask::cpuMilli).toArray(),
                    asks.stream().mapToInt(Ask::memoryMib).toArray(),
                    group.stream()
                            .mapToLong(kind -> Math.round(weights[kind] * scale))
                            .toArray()));
        }
        return new Fragmentation(kinds);
    }
}
