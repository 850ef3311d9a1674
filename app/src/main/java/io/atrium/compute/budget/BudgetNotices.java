// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.budget;

import io.atrium.compute.JobView;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.notice.NoticeKind;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Tells a firm how its budgets stand. Joins the transaction that noticed it.
@Component
class BudgetNotices {

    private static final String KIND = "budget";

    private final Notices notices;

    BudgetNotices(Notices notices) {
        this.notices = notices;
    }

    @Bean
    static NoticeKind budgetNoticeKind() {
        return NoticeKind.of(KIND, "compute.budget.notice.kind")
                .to(OrgKind.FIRM, Permission.READ_BUDGET, Permission.SET_BUDGET);
    }

    void reached(BudgetStanding standing, int threshold) {
        var budget = standing.budget();
        var key = "compute.budget.notice." + (threshold < 100 ? "share" : budget.atLimit());
        var of = budget.isOfProject() ? ".project" : "";
        notices.send(new SendNotice(
                new RequestKey(budget.id() + ":" + standing.month() + ":" + threshold),
                new Recipient.Holders(budget.firm(), Permission.SET_BUDGET),
                KIND,
                Words.of(
                        key + of,
                        standing.month().toString(),
                        threshold,
                        budget.limit(),
                        standing.spent(),
                        standing.held(),
                        budget.project()),
                "/budgets/" + budget.id()));
    }

    void stopped(BudgetView budget, JobView job) {
        notices.send(new SendNotice(
                new RequestKey(job.id() + ":budget-stop"),
                new Recipient.Holders(budget.firm(), Permission.READ_BUDGET),
                KIND,
                Words.of("compute.budget.notice.stopped", job.ask().name(), budget.limit()),
                "/jobs/" + job.id()));
    }
}
