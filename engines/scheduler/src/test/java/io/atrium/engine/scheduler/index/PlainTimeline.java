// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.index;

import static java.util.Comparator.comparing;

import io.atrium.engine.scheduler.index.PoolTimeline.Fit;
import io.atrium.engine.scheduler.index.PoolTimeline.Release;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The same plan as `PoolTimeline`, spelled out: every look ahead copies the pool and lets it run from its cursor.
final class PlainTimeline {
    private static final Comparator<Release> BY_TIME = comparing(Release::at);

    private final PoolIndex index;
    private final List<Release> releases;
    private Instant cursor;

    /// The index is copied; the releases may come in any order. One that lies in the past counts as due now.
    PlainTimeline(PoolIndex index, List<Release> releases, Instant now) {
        this.index = index.copy();
        this.releases = new ArrayList<>(releases);
        this.releases.sort(BY_TIME);
        cursor = now;
    }

    /// The first instant, not before the given one, at which the gang fits; empty if it never does on offered nodes.
    Optional<Fit> earliest(int gpus, Instant notBefore) {
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
    void commit(Fit fit, Instant end) {
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
