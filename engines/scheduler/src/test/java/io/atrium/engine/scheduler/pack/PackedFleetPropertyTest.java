// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.model.Ask;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.Machine;
import io.atrium.engine.scheduler.model.NodeId;
import io.atrium.engine.scheduler.model.Room;
import io.atrium.engine.scheduler.rule.RuleCatalogue;
import io.atrium.engine.scheduler.rule.Spot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/// The fast choice against a plain look at every machine, on random fleets and random tasks.
class PackedFleetPropertyTest {
    private static final List<GpuModel> MODELS = List.of(new GpuModel("T4"), new GpuModel("V100"));

    @Property(tries = 25)
    void choosesWhatAScanOfAllMachinesChooses(@ForAll @LongRange(max = 1_000_000) long seed) {
        var trial = trial(seed);
        var mix = Mix.of(trial.tasks());
        var fleet = new PackedFleet(trial.machines(), mix);
        var plain = new ArrayList<>(
                trial.machines().stream().map(Machine::emptyRoom).toList());
        fleet.place(Ask.ofCpu(0, 0)); // so that weights and kept places are there
        for (var task : trial.tasks().subList(0, PackedFleet.TASKS_PER_PAPER - 1)) {
            var expected = scan(fleet, plain, task, mix.numberOf(task));
            assertThat(fleet.place(task)).isEqualTo(expected.machine());
            expected.machine().ifPresent(machine -> plain.set(machine, expected.after()));
            assertThat(fleet.room(0)).isEqualTo(plain.getFirst());
        }
    }

    @Property(tries = 25)
    void neverGivesMoreThanThereIsAndLosesNothing(@ForAll @LongRange(max = 1_000_000) long seed) {
        var trial = trial(seed);
        var fleet = new PackedFleet(trial.machines(), Mix.of(trial.tasks()));
        var placed = new ArrayList<List<Ask>>();
        trial.machines().forEach(_ -> placed.add(new ArrayList<>()));
        for (var task : trial.tasks()) {
            var machine = fleet.place(task);
            if (machine.isPresent()) {
                placed.get(machine.getAsInt()).add(task);
            }
        }
        for (var i = 0; i < placed.size(); i++) {
            var machine = trial.machines().get(i);
            var here = placed.get(i);
            assertThat(fleet.room(i).freeMilli())
                    .isEqualTo(machine.gpus() * 1_000
                            - here.stream().mapToInt(Ask::milli).sum())
                    .isNotNegative();
            assertThat(fleet.room(i).cpuMilli())
                    .isEqualTo(machine.cpuMilli()
                            - here.stream().mapToInt(Ask::cpuMilli).sum())
                    .isNotNegative();
            assertThat(here)
                    .allMatch(ask -> ask.gpus() == 0
                            || ask.models().isEmpty()
                            || ask.models().contains(machine.model().orElseThrow()));
        }
    }

    @Property(tries = 10)
    void theSameSeedGivesTheSameTrial(@ForAll @LongRange(max = 1_000_000) long seed) {
        var first = trial(seed).run();
        var second = trial(seed).run();
        assertThat(first.allocationPct()).isEqualTo(second.allocationPct());
        assertThat(first.fragmentPct()).isEqualTo(second.fragmentPct());
    }

    @Property(tries = 10)
    void noTrialPassesTheBound(@ForAll @LongRange(max = 1_000_000) long seed) {
        var trial = trial(seed);
        assertThat(trial.run().allocationPct())
                .isLessThanOrEqualTo(PackingBound.of(trial.machines(), trial.arrivals()) + 1e-6);
    }

    private record Choice(OptionalInt machine, Room after) {}

    private static Choice scan(PackedFleet fleet, List<Room> rooms, Ask task, int kind) {
        var kept = new HashSet<Integer>();
        fleet.keptFor(kind).forEach(kept::add);
        Spot best = null;
        Room after = rooms.getFirst();
        for (var machine = 0; machine < rooms.size(); machine++) {
            var room = rooms.get(machine);
            for (var next : afterwards(room, task)) {
                var loss = fleet.fragmentation().worth(room)
                        - fleet.fragmentation().worth(next);
                var spot = new Spot(kept.contains(machine), loss, room, machine);
                if (best == null || RuleCatalogue.compare(spot, best) < 0) {
                    best = spot;
                    after = next;
                }
            }
        }
        return new Choice(best == null ? OptionalInt.empty() : OptionalInt.of(best.machine()), after);
    }

    private static List<Room> afterwards(Room room, Ask task) {
        if (!RuleCatalogue.fits(task, room)) {
            return List.of();
        }
        return task.isShare()
                ? IntStream.range(0, room.gpus())
                        .filter(gpu -> room.free(gpu) >= task.gpuMilli())
                        .mapToObj(gpu -> room.afterShare(task, gpu))
                        .toList()
                : List.of(room.afterWhole(task));
    }

    private static PackingTrial trial(long seed) {
        var random = new Random(seed);
        var machines = IntStream.range(0, 30)
                .mapToObj(i -> machine("n%02d".formatted(i), random))
                .toList();
        var tasks = IntStream.range(0, 400).mapToObj(_ -> task(random)).toList();
        return new PackingTrial(machines, tasks, seed, seed % 2 == 0);
    }

    private static Machine machine(String name, Random random) {
        var gpus = new int[] {0, 1, 2, 4, 8}[random.nextInt(5)];
        var model = gpus == 0 ? Optional.<GpuModel>empty() : Optional.of(MODELS.get(random.nextInt(2)));
        return new Machine(new NodeId(name), 8_000 * (1 + random.nextInt(8)), 65_536, gpus, model);
    }

    private static Ask task(Random random) {
        var cpu = 1_000 * (1 + random.nextInt(8));
        Set<GpuModel> models = random.nextInt(3) == 0 ? Set.of(MODELS.get(random.nextInt(2))) : Set.of();
        return switch (random.nextInt(4)) {
            case 0 -> Ask.ofCpu(cpu, 1_024);
            case 1 -> new Ask(cpu, 1_024, 1 << random.nextInt(4), 1_000, models);
            default -> new Ask(cpu, 1_024, 1, new int[] {160, 320, 470, 650, 810}[random.nextInt(5)], models);
        };
    }
}
