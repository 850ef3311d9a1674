// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Lets jobs whose date comes close take the first of the places that their project holds in the queue, the one that
/// must start soonest first. Places are only exchanged, and only among siblings: jobs of one project of one tenant, of
/// equal priority. So a date never comes before another tenant's or another project's turn.
///
/// A date is close from a day before the latest start until then. Before that there is time for the usual order; after
/// it the date cannot be kept any more, and a hopeless job goes before nobody.
///
/// before: places of project x  1: a  2: b  3: c (starts within 3 h at the latest)
/// after:  places of project x  1: c  2: a  3: b
public final class ServeCloseDateFirst implements Rule {
    public static final ServeCloseDateFirst RULE = new ServeCloseDateFirst();

    /// A wait of a day is usual where limits are days; over a longer span every date would go first.
    public static final Duration CLOSE = Duration.ofDays(1);

    public boolean isClose(Job job, Instant now) {
        if (job.neededBy().isEmpty()) {
            return false;
        }
        var latestStart = job.latestStart().orElseThrow();
        return !latestStart.isBefore(now) && !latestStart.isAfter(now.plus(CLOSE));
    }

    /// Who takes the places of siblings, from the first on.
    ///
    /// @param holders whose places they are
    public List<Job> takers(List<Job> holders, Instant now) {
        record Dated(Job job, Instant latestStart) {}
        var close = holders.stream()
                .filter(job -> isClose(job, now))
                .map(job -> new Dated(job, job.latestStart().orElseThrow()))
                .sorted((one, other) -> one.latestStart().compareTo(other.latestStart()))
                .map(Dated::job);
        return Stream.concat(close, holders.stream().filter(job -> !isClose(job, now)))
                .toList();
    }
}
