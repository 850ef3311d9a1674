// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.InTime;
import io.atrium.engine.scheduler.model.Reason;
import io.atrium.engine.scheduler.model.StartEstimate;
import java.time.Instant;
import java.util.Optional;

/// Tells that a job will not be done by its date, with the instants that say so: of its learned range where there is
/// one, else of the plan's.
///
/// before: needed by 18:00, limit 4 h, so it starts by 14:00 at the latest   starts between 15:00 and 20:00
/// after:  "starts at 15:00 at the earliest: with its limit of 4 h it is not sure to be done by 18:00"
public final class SayWhenTooLateForItsDate implements ReasonRule {
    @Override
    public Optional<Reason> reason(Situation situation) {
        if (situation.start().isEmpty()) {
            return Optional.empty();
        }
        var job = situation.job();
        var start = situation.start().get();
        var verdict = InTime.of(start, job.latestStart().orElseThrow(), situation.at());
        return verdict == InTime.UNLIKELY
                ? Optional.of(new Reason.TooLateForItsDate(
                        job.neededBy().orElseThrow(), job.timeLimit(), earliest(start, situation.at())))
                : Optional.empty();
    }

    private static Instant earliest(StartEstimate start, Instant now) {
        var earliest =
                switch (start) {
                    case StartEstimate.Between(var first, _) -> first;
                    case StartEstimate.Likely(var likely) -> likely.range().earliest();
                    case StartEstimate.Unknown _ -> now;
                };
        return earliest.isAfter(now) ? earliest : now;
    }
}
