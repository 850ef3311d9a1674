// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.loop;

import io.atrium.compute.JobId;
import io.atrium.compute.JobOutcome;
import io.atrium.compute.JobView;
import io.atrium.compute.Jobs;
import io.atrium.compute.events.JobInterrupted;
import io.atrium.compute.events.JobSettled;
import io.atrium.compute.events.JobTooLate;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.notice.NoticeKind;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Tells a firm that a job has ended and what it cost; that jobs of it are interrupted, once an hour at most; and once
/// of
/// each job with a date that it will not be done by then.
@Component
class JobNotices {

    private static final String KIND = "job";
    private static final String INTERRUPTION = "job-interruption";
    private static final String DATE = "job-date";

    private final Jobs jobs;
    private final Notices notices;

    JobNotices(Jobs jobs, Notices notices) {
        this.jobs = jobs;
        this.notices = notices;
    }

    @Bean
    static NoticeKind jobNoticeKind() {
        return NoticeKind.of(KIND, "compute.notice.kind").to(OrgKind.FIRM, Permission.READ_JOB);
    }

    @Bean
    static NoticeKind interruptionNoticeKind() {
        return NoticeKind.of(INTERRUPTION, "compute.notice.interruption-kind").to(OrgKind.FIRM, Permission.READ_JOB);
    }

    @Bean
    static NoticeKind dateNoticeKind() {
        return NoticeKind.of(DATE, "compute.notice.date-kind").to(OrgKind.FIRM, Permission.READ_JOB);
    }

    @ApplicationModuleListener
    void tell(JobSettled settled) {
        real(settled.job()).ifPresent(this::tell);
    }

    @ApplicationModuleListener
    void tell(JobInterrupted interrupted) {
        real(interrupted.job()).ifPresent(job -> tell(job, interrupted));
    }

    /// Nobody is waiting for a simulated one.
    private Optional<JobView> real(String job) {
        return jobs.find(new Scope.All(), new JobId(job)).filter(found -> !found.isSimulated());
    }

    @ApplicationModuleListener
    void tell(JobTooLate late) {
        real(late.job()).ifPresent(this::tellLate);
    }

    private void tellLate(JobView job) {
        notices.send(new SendNotice(
                new RequestKey(job.id() + ":too-late"),
                new Recipient.Holders(job.firm(), Permission.READ_JOB),
                DATE,
                Words.of(
                        "compute.notice.too-late",
                        job.ask().name(),
                        Objects.requireNonNull(job.ask().neededBy())),
                "/jobs/" + job.id()));
    }

    /// The first one of an hour; the list of jobs shows the others.
    private void tell(JobView job, JobInterrupted interrupted) {
        var hour = interrupted.at().truncatedTo(ChronoUnit.HOURS);
        notices.send(new SendNotice(
                new RequestKey(job.firm() + ":interrupted:" + hour),
                new Recipient.Holders(job.firm(), Permission.READ_JOB),
                INTERRUPTION,
                Words.of(
                        "compute.notice.interrupted",
                        job.ask().name(),
                        job.ask().amount().toString()),
                "/jobs/" + job.id()));
    }

    private void tell(JobView job) {
        var key = job.outcome() == JobOutcome.SUCCEEDED ? "compute.notice.succeeded" : "compute.notice.ended";
        notices.send(new SendNotice(
                new RequestKey(job.id() + ":settled"),
                new Recipient.Holders(job.firm(), Permission.READ_JOB),
                KIND,
                Words.of(key, job.ask().name(), job.metered().listPrice()),
                "/jobs/" + job.id()));
    }
}
