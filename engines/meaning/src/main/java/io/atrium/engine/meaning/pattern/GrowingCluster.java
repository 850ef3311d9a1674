// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

import io.atrium.engine.meaning.embed.Vectors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A cluster while cases join it: the sum of its vectors, fading, and what explains it.
final class GrowingCluster {
    private static final int EXAMPLES = 5;
    private static final int TERMS_KEPT = 200;
    private static final int TERMS_SHOWN = 8;
    private static final int PLACES_SHOWN = 5;
    private static final int PLACES_KEPT = 100;

    private final long id;
    private final double keepADay;
    private final LocalDate firstDay;
    private LocalDate lastDay;
    private final float[] sum;
    private float[] middle;
    private double weight;
    private final List<Example> examples = new ArrayList<>();
    private final TermCounts terms = new TermCounts(TERMS_KEPT);
    private final Map<String, Integer> places = new HashMap<>();

    private record Example(String id, float[] meaning) {}

    GrowingCluster(long id, CaseEvent first, double keepADay) {
        this.id = id;
        this.keepADay = keepADay;
        this.firstDay = first.day();
        this.lastDay = first.day();
        this.sum = new float[first.meaning().length];
        this.middle = first.meaning();
    }

    float closeness(float[] meaning) {
        return Vectors.closeness(middle, meaning);
    }

    void add(CaseEvent event, Set<String> said) {
        double kept = Math.pow(keepADay, Math.max(0, event.day().toEpochDay() - lastDay.toEpochDay()));
        for (int i = 0; i < sum.length; i++) sum[i] = (float) (sum[i] * kept) + event.meaning()[i];
        weight = weight * kept + 1;
        if (event.day().isAfter(lastDay)) lastDay = event.day();
        middle = Vectors.normalised(sum);
        keepNearest(new Example(event.id(), event.meaning()));
        terms.add(said);
        if (places.size() < PLACES_KEPT || places.containsKey(event.place())) {
            places.merge(event.place(), 1, Integer::sum);
        }
    }

    private void keepNearest(Example added) {
        examples.add(added);
        examples.sort(Comparator.comparingDouble((Example one) -> -closeness(one.meaning()))
                .thenComparing(Example::id));
        if (examples.size() > EXAMPLES) examples.removeLast();
    }

    long id() {
        return id;
    }

    double weight(LocalDate today) {
        return weight * Math.pow(keepADay, Math.max(0, today.toEpochDay() - lastDay.toEpochDay()));
    }

    Cluster shown(LocalDate today, TermCounts all) {
        return new Cluster(
                id,
                weight(today),
                firstDay,
                lastDay,
                examples.stream().map(Example::id).toList(),
                characteristic(all),
                places.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(PLACES_SHOWN)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    /// Class-based tf-idf (Grootendorst 2022): frequent here, and rare among all cases together.
    private List<String> characteristic(TermCounts all) {
        record Weighed(String term, double weight) {}
        return terms.known().stream()
                .filter(term -> terms.count(term) > 1 || terms.sum() < TERMS_SHOWN * 4)
                .map(term -> new Weighed(
                        term,
                        terms.count(term) / terms.sum() * Math.log(1 + all.sum() / Math.max(1, all.count(term)) / 100)))
                .sorted(Comparator.comparingDouble(Weighed::weight).reversed().thenComparing(Weighed::term))
                .limit(TERMS_SHOWN)
                .map(Weighed::term)
                .toList();
    }
}
