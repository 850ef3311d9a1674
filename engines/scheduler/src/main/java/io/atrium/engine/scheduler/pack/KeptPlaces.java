// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.pack;

import io.atrium.engine.scheduler.rule.RuleCatalogue;
import io.atrium.engine.scheduler.rule.Spot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;

/// Kept places (留位): the free GPUs are filled on paper with what usually comes, the hard kinds first, and each machine
/// keeps its places for the kinds that it got.
///
/// A place is a preference, not a reservation: whoever finds no kept place takes the best other one. When things have
/// come otherwise than expected, the next paper corrects it.
final class KeptPlaces {
    private final Mix mix;
    private final Cells cells;
    private final List<TreeMap<Integer, Integer>> byKind = new ArrayList<>();
    private final Map<Cell, TreeSet<Integer>> paper = new LinkedHashMap<>();

    private KeptPlaces(Mix mix, Cells cells) {
        this.mix = mix;
        this.cells = cells;
        for (var kind = 0; kind < mix.size(); kind++) {
            byKind.add(new TreeMap<>());
        }
    }

    static KeptPlaces none(Mix mix, Cells cells) {
        return new KeptPlaces(mix, cells);
    }

    /// As many tasks as fill the free GPUs, in the proportions of the mix.
    static KeptPlaces of(Mix mix, Cells cells, Map<Cell, TreeSet<Integer>> machines) {
        var kept = new KeptPlaces(mix, cells);
        var free = 0L;
        for (var entry : machines.entrySet()) {
            free += (long) entry.getKey().room.freeMilli() * entry.getValue().size();
            kept.paper.put(entry.getKey(), new TreeSet<>(entry.getValue()));
        }
        kept.fill(mix.milli() == 0 ? 0 : free / (double) mix.milli());
        kept.paper.clear();
        return kept;
    }

    /// The machines that keep places for a kind, in the order of ids.
    Iterable<Integer> machinesFor(int kind) {
        return kind < byKind.size() ? byKind.get(kind).keySet() : List.of();
    }

    /// One kept place less, if the machine keeps any for the kind.
    void use(int kind, int machine) {
        if (kind < byKind.size()) {
            byKind.get(kind).computeIfPresent(machine, (_, count) -> count == 1 ? null : count - 1);
        }
    }

    private void fill(double scale) {
        var kinds = new ArrayList<Integer>();
        for (var kind = 0; kind < mix.size(); kind++) {
            kinds.add(kind);
        }
        kinds.sort(PaperOrder.of(mix));
        var carry = 0.0; // what rounding left over goes to the next kind, which is much like this one
        for (var kind : kinds) {
            carry += mix.count(kind) * scale;
            var tasks = (int) carry;
            carry -= tasks;
            place(kind, tasks);
        }
    }

    private void place(int kind, int tasks) {
        if (tasks == 0) {
            return;
        }
        var offers = new PriorityQueue<Offer>();
        paper.keySet().forEach(cell -> offer(offers, cell, kind));
        for (var left = tasks; left > 0 && !offers.isEmpty(); left--) {
            var offer = offers.remove();
            var machine = take(offer.cell());
            if (paper.containsKey(offer.cell())) {
                offer(offers, offer.cell(), kind);
            }
            byKind.get(kind).merge(machine, 1, Integer::sum);
            var next = cells.move(offer.cell(), kind).after();
            var others = paper.get(next);
            paper.computeIfAbsent(next, _ -> new TreeSet<>()).add(machine);
            if (others == null) {
                offer(offers, next, kind);
            }
        }
    }

    private void offer(PriorityQueue<Offer> offers, Cell cell, int kind) {
        var move = cells.move(cell, kind);
        if (move.fits()) {
            var first = Objects.requireNonNull(paper.get(cell)).first();
            offers.add(new Offer(new Spot(false, move.loss(), cell.room, first), cell));
        }
    }

    private int take(Cell cell) {
        var machines = Objects.requireNonNull(paper.get(cell));
        var first = machines.removeFirst();
        if (machines.isEmpty()) {
            paper.remove(cell);
        }
        return first;
    }

    /// A room that could take the next task, by its first machine when it was offered.
    private record Offer(Spot spot, Cell cell) implements Comparable<Offer> {
        @Override
        public int compareTo(Offer other) {
            return RuleCatalogue.compare(spot, other.spot);
        }
    }
}
