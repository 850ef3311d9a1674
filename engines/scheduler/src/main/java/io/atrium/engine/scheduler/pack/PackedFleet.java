// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.pack;

import io.atrium.engine.scheduler.model.Ask;
import io.atrium.engine.scheduler.model.Machine;
import io.atrium.engine.scheduler.model.Room;
import io.atrium.engine.scheduler.rule.RuleCatalogue;
import io.atrium.engine.scheduler.rule.Spot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Machines being filled, one task at a time, each where the rules find it best. Not for use by two threads.
///
/// Machines with the same room are looked at once, and most tasks find a kept place at once; the choice is the one that
/// a scan of all machines makes (tests compare the two).
public final class PackedFleet {
    /// Weights and kept places follow what happened after so many tasks.
    static final int TASKS_PER_PAPER = 128;

    private final Mix mix;
    private final Cells cells;
    private final List<Cell> at = new ArrayList<>();
    private final Map<Cell, TreeSet<Integer>> alike = new LinkedHashMap<>();
    private final long capacityMilli;
    private KeptPlaces kept;
    private int tasks;

    /// @param machines in the order of their ids
    /// @param mix what usually comes; whoever counts what arrives in it makes the fleet learn
    public PackedFleet(List<Machine> machines, Mix mix) {
        this.mix = mix;
        capacityMilli = machines.stream()
                .mapToLong(machine -> (long) machine.gpus() * Ask.WHOLE_GPU)
                .sum();
        cells = new Cells(mix, Fragmentation.of(mix, Map.of(), 1));
        for (var machine : machines) {
            settle(at.size(), cells.of(machine.emptyRoom()));
        }
        kept = KeptPlaces.none(mix, cells);
    }

    /// Takes the task and says on which machine, by its number; empty if no machine can take it.
    public OptionalInt place(Ask ask) {
        var kind = mix.numberOf(ask);
        if (tasks++ % TASKS_PER_PAPER == 0) {
            plan();
        }
        var best = best(kind);
        if (best == null) {
            return OptionalInt.empty();
        }
        kept.use(kind, best.machine());
        move(best.machine(), cells.move(at.get(best.machine()), kind).after());
        return OptionalInt.of(best.machine());
    }

    public long capacityMilli() {
        return capacityMilli;
    }

    public Room room(int machine) {
        return at.get(machine).room;
    }

    /// The share of all GPUs that is free and that no task of a kind drawn from the mix could use (as FGD counts it).
    public double fragmentPct(Mix usual) {
        var lost = 0.0;
        for (var entry : rooms().entrySet()) {
            var usable = 0.0;
            for (var kind = 0; kind < usual.size(); kind++) {
                usable += (double) Fragmentation.usable(entry.getKey(), usual.kind(kind)) * usual.count(kind);
            }
            lost += entry.getValue() * (entry.getKey().freeMilli() - usable / Math.max(1, usual.total()));
        }
        return 100 * lost / capacityMilli;
    }

    private @Nullable Spot spot(int machine, int kind, boolean isKept) {
        var move = cells.move(at.get(machine), kind);
        return move.fits() ? new Spot(isKept, move.loss(), at.get(machine).room, machine) : null;
    }

    Iterable<Integer> keptFor(int kind) {
        return kept.machinesFor(kind);
    }

    Fragmentation fragmentation() {
        return cells.fragmentation();
    }

    private @Nullable Spot best(int kind) {
        var best = bestOf(kept.machinesFor(kind), kind);
        return best != null ? best : bestOfAll(kind);
    }

    private @Nullable Spot bestOf(Iterable<Integer> candidates, int kind) {
        Spot best = null;
        for (var machine : candidates) {
            best = better(best, spot(machine, kind, true));
        }
        return best;
    }

    private @Nullable Spot bestOfAll(int kind) {
        Spot best = null;
        for (var entry : alike.entrySet()) {
            var move = cells.move(entry.getKey(), kind);
            if (move.fits() && (best == null || move.loss() <= best.loss())) {
                best = better(
                        best,
                        new Spot(
                                false,
                                move.loss(),
                                entry.getKey().room,
                                entry.getValue().first()));
            }
        }
        return best;
    }

    private static @Nullable Spot better(@Nullable Spot first, @Nullable Spot second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return RuleCatalogue.compare(first, second) <= 0 ? first : second;
    }

    private void plan() {
        if (cells.isFull()) {
            meetAgain();
        }
        cells.weigh(Fragmentation.of(mix, rooms(), capacityMilli));
        kept = KeptPlaces.of(mix, cells, alike);
    }

    private void meetAgain() {
        cells.forget();
        alike.clear();
        for (var machine = 0; machine < at.size(); machine++) {
            at.set(machine, cells.of(at.get(machine).room));
            alike.computeIfAbsent(at.get(machine), _ -> new TreeSet<>()).add(machine);
        }
    }

    private Map<Room, Integer> rooms() {
        var rooms = new HashMap<Room, Integer>();
        alike.forEach((cell, group) -> rooms.put(cell.room, group.size()));
        return rooms;
    }

    private void settle(int machine, Cell cell) {
        at.add(cell);
        alike.computeIfAbsent(cell, _ -> new TreeSet<>()).add(machine);
    }

    private void move(int machine, Cell next) {
        var before = at.set(machine, next);
        var group = Objects.requireNonNull(alike.get(before));
        group.remove(machine);
        if (group.isEmpty()) {
            alike.remove(before);
        }
        alike.computeIfAbsent(next, _ -> new TreeSet<>()).add(machine);
    }
}
