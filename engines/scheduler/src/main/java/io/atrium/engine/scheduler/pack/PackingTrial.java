// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.pack;

import io.atrium.engine.scheduler.model.Ask;
import io.atrium.engine.scheduler.model.Machine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Packing trial (装箱试验): tasks come in random order until they have asked for as much GPU as there is; none leaves.
///
/// As in FGD's artifact: the list is shuffled by the seed; if it asks for less than the fleet has, further tasks are
/// drawn from it. A task that fits nowhere is lost. `java.util.Random`, whose sequence is specified, gives the same
/// trial for the same seed on every machine.
public record PackingTrial(List<Machine> machines, List<Ask> tasks, long seed, boolean isLearning) {

    public PackingTrial {
        if (tasks.stream().noneMatch(task -> task.gpus() > 0)) {
            throw new IllegalArgumentException("no task asks for a GPU, so the arrivals would never end");
        }
    }

    /// What was allocated and what was lost in pieces when 100% had arrived, in % of all GPUs.
    public record Result(double allocationPct, double fragmentPct, int decisions, double seconds) {}

    public Result run() {
        var arrivals = arrivals();
        var usual = Mix.of(tasks);
        var mix = isLearning ? Mix.empty() : usual;
        var started = System.nanoTime();
        var fleet = new PackedFleet(machines, mix);
        var allocated = 0L;
        for (var task : arrivals) {
            if (isLearning) {
                mix.count(task);
            }
            allocated += fleet.place(task).isPresent() ? task.milli() : 0;
        }
        var seconds = (System.nanoTime() - started) / 1e9;
        var pct = 100.0 * allocated / fleet.capacityMilli();
        return new Result(pct, fleet.fragmentPct(usual), arrivals.size(), seconds);
    }

    /// The tasks that arrive until the next one would pass the capacity.
    public List<Ask> arrivals() {
        var random = new Random(seed);
        var shuffled = new ArrayList<>(tasks);
        Collections.shuffle(shuffled, random);
        var capacity = machines.stream()
                .mapToLong(machine -> (long) machine.gpus() * Ask.WHOLE_GPU)
                .sum();
        var arrived = new ArrayList<Ask>();
        for (var asked = 0L; ; ) {
            var task = arrived.size() < shuffled.size()
                    ? shuffled.get(arrived.size())
                    : tasks.get(random.nextInt(tasks.size()));
            asked += task.milli();
            if (asked > capacity) {
                return arrived;
            }
            arrived.add(task);
        }
    }
}
