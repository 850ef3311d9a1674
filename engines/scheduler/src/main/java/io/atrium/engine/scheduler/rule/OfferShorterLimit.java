// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Remedy;
import java.time.Duration;
import java.util.Optional;

/// Finds the longest time limit that ends before a reservation begins.
///
/// before: 10:00, node-1 [........] reserved from 12:00   job wants 8 for 4 h
/// after:  "with a limit of 2 h it could start now"
public final class OfferShorterLimit implements RemedyRule {
    private static final Duration USEFUL_MIN = Duration.ofMinutes(1);

    @Override
    public Optional<Remedy> remedy(Situation situation) {
        var job = situation.job();
        if (!situation.withinQuota()) {
            return Optional.empty();
        }
        return situation.pools().allowed().stream()
                .filter(view -> view.largestOpen() >= job.gpus())
                .flatMap(view -> view.reservation().stream())
                .map(held -> Duration.between(situation.at(), held.from()))
                .filter(limit -> limit.compareTo(USEFUL_MIN) >= 0)
                .max(Duration::compareTo)
                .map(Remedy.ShortenTimeLimit::new);
    }
}
