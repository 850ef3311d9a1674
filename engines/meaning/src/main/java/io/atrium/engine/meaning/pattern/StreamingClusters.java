// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Clusters by meaning in one pass (流式聚类): a case joins the nearest cluster, or begins one.
///
/// A cluster is the fading sum of its vectors, so it follows how people speak. The number is bounded: when one too many
/// begins, the one with the least weight left ends. The same cases in the same order give the same clusters.
public final class StreamingClusters {
    /// Each new case is compared with all of them, in about half a millisecond.
    public static final int CLUSTERS_MAX = 1_000;

    private static final int TERMS_OF_ALL = 20_000;
    private static final double MEMORY_DAYS = 90;

    private final double closenessMin;
    private final List<GrowingCluster> clusters = new ArrayList<>();
    private final TermCounts all = new TermCounts(TERMS_OF_ALL);
    private long begun;

    /// @param closenessMin a case this close to the middle of a cluster belongs to it
    public StreamingClusters(double closenessMin) {
        this.closenessMin = closenessMin;
    }

    /// The cluster that the case is in now.
    public long add(CaseEvent event) {
        var said = TermCounts.terms(event.text());
        all.add(said);
        var cluster = nearest(event).orElseGet(() -> begin(event));
        cluster.add(event, said);
        return cluster.id();
    }

    public int count() {
        return clusters.size();
    }

    public Optional<Cluster> find(long id, LocalDate today) {
        return clusters.stream()
                .filter(cluster -> cluster.id() == id)
                .findFirst()
                .map(cluster -> cluster.shown(today, all));
    }

    /// All clusters, the weightiest first.
    public List<Cluster> list(LocalDate today) {
        return clusters.stream()
                .sorted(Comparator.comparingDouble((GrowingCluster one) -> -one.weight(today))
                        .thenComparingLong(GrowingCluster::id))
                .map(cluster -> cluster.shown(today, all))
                .toList();
    }

    private Optional<GrowingCluster> nearest(CaseEvent event) {
        GrowingCluster nearest = null;
        double closest = closenessMin;
        for (var cluster : clusters) {
            double closeness = cluster.closeness(event.meaning());
            if (closeness >= closest) {
                closest = Math.nextUp(closeness);
                nearest = cluster;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private GrowingCluster begin(CaseEvent event) {
        if (clusters.size() == CLUSTERS_MAX) {
            clusters.remove(clusters.stream()
                    .min(Comparator.comparingDouble((GrowingCluster one) -> one.weight(event.day()))
                            .thenComparingLong(GrowingCluster::id))
                    .orElseThrow());
        }
        var cluster = new GrowingCluster(++begun, event, Math.exp(-1 / MEMORY_DAYS));
        clusters.add(cluster);
        return cluster;
    }
}
