// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.index;

import io.atrium.engine.scheduler.model.Placement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When GPUs of one pool come free, going forward in time only.
///
/// ```
/// cursor ──> release at 10:40 ──> release at 11:15 ──> …
/// ```
/// [#earliest] looks ahead; [#commit] moves the cursor, so what is committed later never starts earlier in this pool.
/// That is a plan without backfilling: an upper bound for the order of the queue.
///
/// From the cursor on GPUs only come free, so a gang that fits at an instant fits ever after; and a commit never lets
/// a gang start earlier than before. So what was once found stays a lower bound ([#bound]), and a search over many
/// pools looks ahead in those only that could be the first ([#isExact], [#at]).
public final class PoolTimeline {
    /// Answer of [#at] for a gang that never fits on the nodes that take jobs.
    public static final Instant NEVER = Instant.MAX;

    private final PoolIndex index;
    private final @Nullable Instant[] known;
    private final int[] knownIn;
    private List<Due> dues;
    private int next;
    private Instant cursor;
    private int edition = 1;

    /// A placement that ends at an instant.
    public record Release(Instant at, Placement placement) {}

    /// The first instant at which a gang fits, and where.
    public record Fit(Instant at, Placement placement) {}

    private record Due(Instant at, int[] seats) {}

    /// The index is copied; the releases may come in any order. One that lies in the past counts as due now.
    public PoolTimeline(PoolIndex index, List<Release> releases, Instant now) {
        this.index = index.copy();
        dues = new ArrayList<>(releases.size());
        releases.forEach(release -> dues.add(new Due(release.at(), index.seats(release.placement()))));
        dues.sort(Comparator.comparing(Due::at));
        known = new Instant[index.nodes() * index.pool().piecesPerNode() + 1];
        knownIn = new int[known.length];
        cursor = now;
        advance(now);
    }

    /// The first instant, not before the given one, at which the gang fits; empty if it never does on offered nodes.
    public Optional<Fit> earliest(int gpus, Instant notBefore) {
        var at = later(at(gpus), notBefore);
        return at.equals(NEVER) ? Optional.empty() : Optional.of(new Fit(at, chosenAt(gpus, at)));
    }

    /// An instant before which the gang does not fit; exact or not, found without looking ahead.
    public Instant bound(int gpus) {
        var found = gpus < known.length ? known[gpus] : NEVER;
        return found == null ? cursor : later(found, cursor);
    }

    /// True if [#bound] is when the gang fits.
    public boolean isExact(int gpus) {
        return gpus >= known.length || knownIn[gpus] == edition;
    }

    /// The first instant at which the gang fits, or [#NEVER].
    public Instant at(int gpus) {
        if (!isExact(gpus)) {
            known[gpus] = lookAhead(gpus);
            knownIn[gpus] = edition;
        }
        return bound(gpus);
    }

    /// Lets a gang start at an instant at which it fits, at the place that [#earliest] tells, and end at another.
    public void commit(int gpus, Instant at, Instant end) {
        advance(at);
        var placement = index.take(gpus);
        insert(new Due(end, index.seats(placement)));
        edition++;
    }

    private Instant lookAhead(int gpus) {
        var ahead = next;
        var at = cursor;
        while (index.leftover(gpus) == PoolIndex.NO_FIT) {
            if (ahead == dues.size()) {
                at = NEVER;
                break;
            }
            at = dues.get(ahead).at();
            ahead = releaseUntil(at, ahead);
        }
        takeBack(ahead);
        return at;
    }

    private Placement chosenAt(int gpus, Instant at) {
        var ahead = releaseUntil(at, next);
        var placement = index.choose(gpus);
        takeBack(ahead);
        return placement;
    }

    private void advance(Instant to) {
        cursor = later(cursor, to);
        next = releaseUntil(cursor, next);
    }

    /// Lets all go that are due by an instant; gives the first that is not.
    private int releaseUntil(Instant at, int from) {
        var due = from;
        while (due < dues.size() && !dues.get(due).at().isAfter(at)) {
            index.release(dues.get(due++).seats());
        }
        return due;
    }

    private void takeBack(int ahead) {
        for (var due = next; due < ahead; due++) {
            index.load(dues.get(due).seats());
        }
    }

    /// What has gone by is thrown away when it has become half of the list.
    private void insert(Due due) {
        if (next > dues.size() / 2) {
            dues = new ArrayList<>(dues.subList(next, dues.size()));
            next = 0;
        }
        var place = dues.size();
        while (place > next && dues.get(place - 1).at().isAfter(due.at())) {
            place--;
        }
        dues.add(place, due);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
