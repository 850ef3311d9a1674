// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo;

import io.atrium.appeal.Urgency;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.service.AssignSteward;
import io.atrium.service.HandInVisit;
import io.atrium.service.PlanVisit;
import io.atrium.service.SplitFirms;
import io.atrium.service.Stewards;
import io.atrium.service.Visits;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Who looks after whom in the invented community, with visits that took place and visits to come.
@Component
class DemoStewards {

    private static final int STEWARDS = 5;

    private final Stewards stewards;
    private final Visits visits;
    private final BusinessClock clock;

    DemoStewards(Stewards stewards, Visits visits, BusinessClock clock) {
        this.stewards = stewards;
        this.visits = visits;
        this.clock = clock;
    }

    void lay(Map<String, Actor> people) {
        var operator = actor(people, "operator");
        var steward = actor(people, "steward1");
        for (int number = 1; number <= STEWARDS; number++) {
            stewards.tellContact(
                    actor(people, "steward" + number),
                    new RequestKey("demo-steward-contact-" + number),
                    "021-5555 010%d，工作日 9:00-18:00，A 座 1 层企业服务台".formatted(number));
        }
        stewards.assign(
                operator,
                new AssignSteward(
                        new RequestKey("demo-steward-key-firms"),
                        List.of(firm(people, 1), firm(people, 2), firm(people, 3)),
                        steward.person(),
                        "重点企业，首次分派"));
        stewards.split(operator, new SplitFirms(new RequestKey("demo-steward-split"), "首次分派"));
        if (visits.list(steward, steward.person(), null, null, 1).isEmpty()) {
            layVisits(people, steward);
        }
    }

    /// Their days are those of the first time: once a note is there, nothing is laid again.
    private void layVisits(Map<String, Actor> people, Actor steward) {
        var today = clock.today();
        plan(steward, people, 1, 3, "回访房间需求的办理情况");
        plan(steward, people, 2, 1, "了解贷款材料准备情况");
        plan(steward, people, 3, 10, "季度例行走访");
        visits.handIn(
                steward,
                new HandInVisit(
                        new RequestKey("demo-visit-1"),
                        firm(people, 1),
                        null,
                        today.minusDays(20),
                        "创始人、行政负责人",
                        "近期完成新一轮融资，研发人员增加到四十余人；现有工位不够，希望在同一层增加房间。算力券用得顺手。",
                        List.of(new HandInVisit.Need("SPACE", Urgency.NORMAL, "希望在现有楼层增加一间 20 个工位左右的房间，下季度前可以入驻。"))));
        visits.handIn(
                steward,
                new HandInVisit(
                        new RequestKey("demo-visit-2"),
                        firm(people, 2),
                        null,
                        today.minusDays(6),
                        "财务负责人",
                        "介绍了知识产权质押贷款流程，企业已准备专利清单；暂无新的诉求。",
                        List.of()));
    }

    private void plan(Actor steward, Map<String, Actor> people, int firm, int daysAhead, String purpose) {
        visits.plan(
                steward,
                new PlanVisit(
                        new RequestKey("demo-visit-plan-" + firm + "-" + clock.today()),
                        firm(people, firm),
                        clock.today().plusDays(daysAhead),
                        purpose));
    }

    private static OrgId firm(Map<String, Actor> people, int number) {
        return actor(people, "firm" + number).organisation();
    }

    private static Actor actor(Map<String, Actor> people, String login) {
        return Objects.requireNonNull(people.get(login), login);
    }
}
