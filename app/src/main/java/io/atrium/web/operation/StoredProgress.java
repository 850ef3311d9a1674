// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.operation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Writes progress down at a calm pace: each stage at once, units a few times a second.
final class StoredProgress implements Progress {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final OperationStore store;
    private final String id;
    private final InstantSource clock;
    private int stage;
    private @Nullable Long total;
    private Instant written = Instant.EPOCH;

    StoredProgress(OperationStore store, String id, InstantSource clock) {
        this.store = store;
        this.id = id;
        this.clock = clock;
    }

    @Override
    public void stage(int place, long units) {
        enter(place, units);
    }

    @Override
    public void stage(int place) {
        enter(place, null);
    }

    private void enter(int place, @Nullable Long units) {
        stage = place;
        total = units;
        write(0);
    }

    @Override
    public void done(long units) {
        if (Duration.between(written, clock.instant()).compareTo(PAUSE) >= 0
                || Long.valueOf(units).equals(total)) {
            write(units);
        }
    }

    private void write(long units) {
        written = clock.instant();
        if (store.advance(id, stage, units, total, written)) {
            throw new OperationCancelled();
        }
    }
}
