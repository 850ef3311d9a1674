// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Remedy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Finds the longest time limit that ends before a reservation begins.
///
/// before: 10:00, node-1 [........] reserved from 12:00   job wants 8 for 4 h
/// after:  "with a limit of 2 h it could start now"
public final class OfferShorterLimit implements RemedyRule {
    private static final Duration USEFUL_MIN = Duration.ofMinutes(1);

    @Override
    public Optional<Remedy> remedy(Situation situation) {
        if (!situation.withinQuota()) {
            return Optional.empty();
        }
        var latest = situation.at();
        for (var view : situation.pools().allowed()) {
            if (view.reservation().isPresent()
                    && view.largestOpen() >= situation.job().gpus()) {
                latest = later(latest, view.reservation().get().from());
            }
        }
        var limit = Duration.between(situation.at(), latest);
        return limit.compareTo(USEFUL_MIN) >= 0 ? Optional.of(new Remedy.ShortenTimeLimit(limit)) : Optional.empty();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
