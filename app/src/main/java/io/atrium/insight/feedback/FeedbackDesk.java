// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight.feedback;

import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.notice.NoticeKind;
import io.atrium.web.component.Due;
import io.atrium.web.component.Tile;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.desk.DeskSource;
import io.atrium.web.text.Figure;
import io.atrium.web.text.Text;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Feedback on the home page of those who answer it.
@Component
class FeedbackDesk implements DeskSource {

    private static final int ITEMS_MAX = 100;

    private final Feedbacks feedbacks;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    FeedbackDesk(Feedbacks feedbacks, BusinessClock clock, WorkingCalendar calendar) {
        this.feedbacks = feedbacks;
        this.clock = clock;
        this.calendar = calendar;
    }

    @Bean
    static NoticeKind feedbackNotices() {
        return NoticeKind.of(Feedbacks.NOTICE_KIND, "insight.feedback.notice.kind");
    }

    @Override
    public List<DeskItem> items(Actor actor, Text t) {
        return !actor.may(Permission.ANSWER_FEEDBACK)
                ? List.of()
                : feedbacks.list(actor, true, 0, ITEMS_MAX).stream()
                        .map(each -> new DeskItem(
                                t.of("insight.feedback.desk", each.sender()),
                                t.of("insight.feedback.desk.action"),
                                "/feedback/" + each.id(),
                                Due.of(each.dueAt(), clock.instant(), calendar)))
                        .toList();
    }

    @Override
    public List<Tile> tiles(Actor actor, Text t) {
        return !actor.may(Permission.ANSWER_FEEDBACK)
                ? List.of()
                : List.of(Tile.of(
                        t.of("insight.feedback.tile"),
                        new Figure(t.number(feedbacks.count(actor, true)), t.of("insight.feedback.tile.unit")),
                        FeedbackDeskPages.LIST + "?state=open"));
    }
}
