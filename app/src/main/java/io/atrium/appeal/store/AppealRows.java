// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.store;

import io.atrium.appeal.AppealChannel;
import io.atrium.appeal.AppealId;
import io.atrium.appeal.AppealKind;
import io.atrium.appeal.AppealState;
import io.atrium.appeal.AppealView;
import io.atrium.appeal.AppealView.About;
import io.atrium.appeal.AppealView.Course;
import io.atrium.appeal.AppealView.Need;
import io.atrium.appeal.AppealView.NextDue;
import io.atrium.appeal.AppealView.Owner;
import io.atrium.appeal.AppealView.Raised;
import io.atrium.appeal.AppealView.Verdict;
import io.atrium.appeal.ClockKind;
import io.atrium.appeal.Urgency;
import io.atrium.jooq.tables.records.AppealRecord;
import io.atrium.kernel.OrgId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Rows as what they mean.
final class AppealRows {

    private AppealRows() {}

    static AppealView view(AppealRecord row) {
        return new AppealView(
                new AppealId(row.getId()),
                row.getNumber(),
                new OrgId(row.getFirmId()),
                need(row),
                new Raised(
                        row.getRaisedBy(),
                        row.getRaisedById(),
                        row.getRaisedAt().toInstant()),
                AppealState.valueOf(row.getState()),
                new Owner(
                        row.getUnitId() == null ? null : new OrgId(row.getUnitId()),
                        row.getHandlerId(),
                        row.getHandler()),
                new Course(row.getReturns(), row.getRedone(), row.getExtended(), row.getIsOverdue()),
                nextDue(row),
                row.getRules(),
                instant(row.getAnsweredAt()),
                instant(row.getClosedAt()),
                verdict(row));
    }

    private static Need need(AppealRecord row) {
        var href = row.getAboutHref();
        return new Need(
                row.getCategory(),
                AppealKind.valueOf(row.getKind()),
                Urgency.valueOf(row.getUrgency()),
                AppealChannel.valueOf(row.getChannel()),
                row.getTitle(),
                row.getWords(),
                row.getIsConfidential(),
                row.getContact(),
                href == null ? null : new About(href, Objects.requireNonNullElse(row.getAboutTitle(), href)),
                row.getPlace(),
                row.getExternalNumber());
    }

    private static @Nullable NextDue nextDue(AppealRecord row) {
        var at = row.getNextDueAt();
        return at == null ? null : new NextDue(ClockKind.valueOf(row.getNextDue()), at.toInstant());
    }

    private static @Nullable Verdict verdict(AppealRecord row) {
        return row.getRating() == null
                ? null
                : new Verdict(
                        Boolean.TRUE.equals(row.getResolved()),
                        row.getRating(),
                        Objects.requireNonNullElse(row.getRatingWords(), ""));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
