// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Permission;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells firms who looks after them and who comes when, and stewards what is due. Joins the transaction of what
/// happened.
@Component
class ServiceNotices {

    static final String KIND = "service";

    private static final String FIRM_PAGE = "/my-steward";

    private final Notices notices;

    ServiceNotices(Notices notices) {
        this.notices = notices;
    }

    void assigned(String term, StewardTerm now) {
        firm(now.firm(), term + ":assigned", Words.of("service.notice.assigned", now.name()));
    }

    void planned(VisitPlanView plan) {
        firm(
                plan.firm(),
                plan.id() + ":planned",
                Words.of("service.notice.planned", plan.stewardName(), plan.day(), plan.purpose()));
    }

    void cancelled(VisitPlanView plan, String reason) {
        firm(
                plan.firm(),
                plan.id() + ":cancelled",
                Words.of("service.notice.cancelled", plan.stewardName(), plan.day(), reason));
        settle(plan.id());
    }

    void handedIn(VisitView visit) {
        firm(
                visit.firm(),
                visit.id() + ":handed-in",
                Words.of(
                        "service.notice.handed-in",
                        visit.stewardName(),
                        visit.visitedOn(),
                        visit.appeals().size()));
        var plan = visit.plan();
        if (plan != null) {
            settle(plan);
        }
    }

    void remind(VisitPlanView plan, String firm, Instant due) {
        steward(plan, "reminded", Words.of("service.notice.reminded", firm, plan.day(), plan.purpose()), due);
    }

    void missed(VisitPlanView plan, String firm, Instant due) {
        steward(plan, "missed", Words.of("service.notice.missed", firm, plan.day(), plan.purpose()), due);
    }

    /// Nobody is reminded of a plan that ended.
    private void settle(VisitPlanId plan) {
        notices.settle(href(plan));
    }

    private void firm(OrgId firm, String key, Words words) {
        var to = new Recipient.Holders(firm, Permission.READ_SERVICE);
        notices.send(new SendNotice(new RequestKey(key), to, KIND, words, FIRM_PAGE));
    }

    private void steward(VisitPlanView plan, String event, Words words, @Nullable Instant due) {
        notices.send(new SendNotice(
                new RequestKey(plan.id() + ":" + event),
                new Recipient.One(plan.organisation(), plan.steward()),
                KIND,
                words,
                href(plan.id()),
                due));
    }

    private static String href(VisitPlanId plan) {
        return "/visit-plans/" + plan;
    }
}
