// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.index;

import static java.util.Comparator.comparing;

import io.atrium.engine.scheduler.model.Placement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// When GPUs of one pool come free, going forward in time only.
///
/// ```
/// cursor ──> release at 10:40 ──> release at 11:15 ──> …
/// ```
/// [#earliest] looks ahead on a copy; [#commit] moves the cursor, so what is committed later never starts earlier in
/// this pool. That is a plan without backfilling: an upper bound for the order of the queue.
public final class PoolTimeline {
    private static final Comparator<Release> BY_TIME = comparing(Release::at);

    private final PoolIndex index;
    private final List<Release> releases;
    private Instant cursor;

    /// A placement that ends at an instant.
    public record Release(Instant at, Placement placement) {}

    /// The first instant at which a gang fits, and where.
    public record Fit(Instant at, Placement placement) {}

    /// The index is copied; the releases may come in any order. One that lies in the past counts as due now.
    public PoolTimeline(PoolIndex index, List<Release> releases, Instant now) {
        this.index = index.copy();
        this.releases = new ArrayList<>(releases);
        this.releases.sort(BY_TIME);
        cursor = now;
    }

    public PoolIndex index() {
        return index;
    }

    /// The first instant, not before the given one, at which the gang fits; empty if it never does on offered nodes.
    public Optional<Fit> earliest(int gpus, Instant notBefore) {
        var ahead = index.copy();
        var at = later(cursor, notBefore);
        var next = 0;
        while (true) {
            while (next < releases.size() && !releases.get(next).at().isAfter(at)) {
                ahead.release(releases.get(next++).placement());
            }
            if (ahead.leftover(gpus) != PoolIndex.NO_FIT) {
                return Optional.of(new Fit(at, ahead.take(gpus)));
            }
            if (next == releases.size()) {
                return Optional.empty();
            }
            at = releases.get(next).at();
        }
    }

    /// Lets a job start as found by [#earliest] and end at the given instant.
    public void commit(Fit fit, Instant end) {
        cursor = later(cursor, fit.at());
        while (!releases.isEmpty() && !releases.getFirst().at().isAfter(cursor)) {
            index.release(releases.removeFirst().placement());
        }
        index.load(fit.placement());
        releases.add(new Release(end, fit.placement()));
        releases.sort(BY_TIME);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
