// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.AppealFilter;
import io.atrium.appeal.AppealView;
import io.atrium.appeal.Appeals;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.component.TimelineEntry;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import io.atrium.web.timeline.TimelineItem;
import io.atrium.web.timeline.TimelineKind;
import io.atrium.web.timeline.TimelineSource;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// When a firm raised needs, and when they were answered.
@Component
class AppealTimeline implements TimelineSource {

    private final Appeals appeals;

    AppealTimeline(Appeals appeals) {
        this.appeals = appeals;
    }

    @Override
    public Set<TimelineKind> kinds() {
        return EnumSet.of(TimelineKind.APPEAL);
    }

    @Override
    public List<TimelineItem> entries(Actor actor, OrgId firm, Text t, int limit) {
        if (!actor.may(Permission.READ_APPEAL)) {
            return List.of();
        }
        return appeals.page(actor, AppealFilter.ofFirm(firm), null, limit).stream()
                .flatMap(appeal -> Stream.concat(
                        Stream.of(entry(appeal, appeal.raised().at(), "raised", Tone.PLAIN, t)),
                        Optional.ofNullable(appeal.answeredAt()).stream()
                                .map(at -> entry(appeal, at, "answered", Tone.GOOD, t))))
                .sorted(TimelineItem.NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    private static TimelineItem entry(AppealView appeal, Instant at, String event, Tone tone, Text t) {
        var text = t.of("appeal.timeline." + event, appeal.need().title());
        return new TimelineItem(
                TimelineKind.APPEAL, TimelineEntry.of(at, text).toned(tone).linked("/appeals/" + appeal.id()));
    }
}
