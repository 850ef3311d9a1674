// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.web;

import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.service.VisitPlanView;
import io.atrium.service.VisitView;
import io.atrium.web.component.Due;
import io.atrium.web.component.Fact;
import io.atrium.web.deadline.Dues;
import io.atrium.web.text.Text;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Stewards and visits in the reader's words.
record ServiceText(Text t, Dues dues, WorkingCalendar calendar) {

    @Nullable
    Due due(VisitPlanView plan) {
        return dues.at(calendar.closing(plan.day()));
    }

    String needs(VisitView visit) {
        return t.of("service.visit.needs", visit.appeals().size());
    }

    List<Fact> facts(VisitPlanView plan, String firm) {
        return List.of(
                Fact.of(t.of("service.firm"), firm).linked(MyFirmsPages.PATH + "/" + plan.firm()),
                Fact.of(t.of("service.visit.day"), t.date(plan.day())),
                Fact.of(t.of("service.visit.purpose"), plan.purpose()),
                Fact.of(t.of("service.steward"), plan.stewardName()));
    }

    static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return typed == null ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
