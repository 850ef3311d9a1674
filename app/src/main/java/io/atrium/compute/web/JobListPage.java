// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.InTime;
import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.kernel.Fen;
import io.atrium.web.ListQuery;
import io.atrium.web.component.Field;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The list of jobs with the firm's balances on top.
///
/// @param strip null for readers without a firm of their own
/// @param ofManyFirms whether a column names the firm
public record JobListPage(
        @Nullable ConsoleStrip strip,
        ListQuery query,
        List<Field> filter,
        List<Tab> tabs,
        Table table,
        List<Row> rows,
        Instant updatedAt,
        String href,
        boolean maySubmit,
        boolean ofManyFirms) {

    /// @param inTime whether it will be done by its date, or was; null without one
    /// @param position place in the queue; 0 when it does not wait
    /// @param stopHref and `copyHref`: null where the reader may not
    public record Row(
            JobView job,
            String gpus,
            Tag state,
            @Nullable Tag inTime,
            String firm,
            int position,
            Duration waited,
            Fen cost,
            @Nullable String stopHref,
            @Nullable String copyHref) {}

    static Tag tag(JobView job) {
        return switch (job.state()) {
            case QUEUED ->
                Tag.of(Tone.WAIT, job.isInterrupted() ? "compute.state.INTERRUPTED" : "compute.state.QUEUED");
            case PLACED -> Tag.of(Tone.INFO, "compute.state.PLACED");
            case RUNNING ->
                Tag.of(
                        Tone.INFO,
                        job.course().askedBackAt() == null ? "compute.state.RUNNING" : "compute.state.ASKED_BACK");
            case CANCELLED -> Tag.of(Tone.PLAIN, "compute.state.CANCELLED");
            case ENDED, SETTLED -> ended(job);
        };
    }

    static @Nullable Tag inTime(@Nullable InTime verdict) {
        return verdict == null
                ? null
                : new Tag(
                        switch (verdict) {
                            case LIKELY, MET -> Tone.GOOD;
                            case UNCERTAIN -> Tone.WAIT;
                            case UNLIKELY, MISSED -> Tone.BAD;
                        },
                        "compute.in-time." + verdict);
    }

    /// How long it waited for GPUs, or has waited so far.
    static Duration waited(JobView job, Instant now) {
        var placed = job.times().placed();
        var ended = job.times().ended();
        var until = placed != null ? placed : job.state() == JobState.CANCELLED && ended != null ? ended : now;
        return Duration.between(job.times().submitted(), until);
    }

    private static Tag ended(JobView job) {
        var outcome = job.outcome();
        if (outcome == null) {
            return new Tag(Tone.PLAIN, "compute.state." + job.state());
        }
        return switch (outcome) {
            case SUCCEEDED -> Tag.of(Tone.GOOD, "compute.outcome.SUCCEEDED");
            case STOPPED -> Tag.of(Tone.PLAIN, "compute.outcome.STOPPED");
            default -> new Tag(Tone.BAD, "compute.outcome." + outcome);
        };
    }
}
