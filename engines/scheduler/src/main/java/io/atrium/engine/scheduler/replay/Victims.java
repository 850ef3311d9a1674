// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

import io.atrium.engine.scheduler.rule.PreferCheapestVictims;
import io.atrium.engine.scheduler.rule.TakeOffOnlyLessUrgent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who has to leave (抢占) so that a more urgent job can start. Nobody leaves unless the whole gang can start then.
record Victims(Work urgent, Discipline.Stage stage) {
    private static final Comparator<Work> LEAST_URGENT_FIRST =
            Comparator.<Work>comparingInt(work -> -work.level).thenComparingInt(work -> -work.number);

    /// One node, those who would leave it, and what that costs.
    private record Offer(Floor.Place place, List<Work> leaving, double loss) {}

    /// Makes room if it can; true if the job can start now.
    static boolean leave(Work urgent, Discipline.Stage stage) {
        var victims = new Victims(urgent, stage);
        var best = victims.cheapest();
        if (best == null) {
            return false;
        }
        best.forEach(stage::preempt);
        return true;
    }

    private @Nullable Collection<Work> cheapest() {
        Set<Work> best = null;
        for (var size : stage.floor().sizes()) {
            var leaving = inPool(size);
            if (leaving != null && (best == null || loss(leaving) < loss(best))) {
                best = leaving;
            }
        }
        return best;
    }

    /// Whole nodes for the gang and one for the rest, the cheapest ones; null if there are not enough.
    private @Nullable Set<Work> inPool(int size) {
        var whole = urgent.job.gpus() / size;
        var rest = urgent.job.gpus() % size;
        var chosen = new ArrayList<Offer>();
        if (whole > 0) {
            offers(size, size).stream()
                    .sorted(Comparator.comparingDouble(Offer::loss))
                    .limit(whole)
                    .forEach(chosen::add);
        }
        if (chosen.size() < whole) {
            return null;
        }
        if (rest > 0) {
            var taken = chosen.stream().map(Offer::place).toList();
            var last = offers(size, rest).stream()
                    .filter(offer -> !taken.contains(offer.place()))
                    .min(Comparator.comparingDouble(Offer::loss));
            if (last.isEmpty()) {
                return null;
            }
            chosen.add(last.get());
        }
        var leaving = new LinkedHashSet<Work>();
        chosen.forEach(offer -> leaving.addAll(offer.leaving()));
        return leaving;
    }

    private List<Offer> offers(int size, int wanted) {
        var offers = new ArrayList<Offer>();
        for (var place : stage.floor().places(size)) {
            var offer = offer(place, wanted);
            if (offer != null) {
                offers.add(offer);
            }
        }
        return offers;
    }

    private @Nullable Offer offer(Floor.Place place, int wanted) {
        var missing = wanted - place.free;
        var leaving = new ArrayList<Work>();
        for (var work : missing > 0 ? mayLeave(place) : List.<Work>of()) {
            leaving.add(work);
            missing -= stage.floor().held(work, place);
            if (missing <= 0) {
                break;
            }
        }
        return missing > 0 ? null : new Offer(place, leaving, loss(leaving));
    }

    private List<Work> mayLeave(Floor.Place place) {
        return place.here.stream()
                .filter(work ->
                        TakeOffOnlyLessUrgent.RULE.mayTakeOff(work.level, stage.now() - work.startedAt(), urgent.level))
                .sorted(LEAST_URGENT_FIRST)
                .toList();
    }

    private static double loss(Collection<Work> leaving) {
        return leaving.stream()
                .mapToDouble(work ->
                        PreferCheapestVictims.RULE.loss(Charge.seconds(work.job.gpus()), work.job.gpus(), work.level))
                .sum();
    }
}
