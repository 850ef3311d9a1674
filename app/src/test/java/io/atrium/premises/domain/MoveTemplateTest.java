// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.premises.MoveKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MoveTemplateTest {

    private static final MoveTemplates TEMPLATES = MoveTemplates.shipped();
    private static final MoveTemplate IN = TEMPLATES.latest(MoveKind.IN);
    private static final MoveTemplate OUT = TEMPLATES.latest(MoveKind.OUT);
    private static final WorkingCalendar CALENDAR = WorkingCalendar.china();

    @Test
    void stepsSideBySideCountOnce() {
        assertThat(IN.days()).isEqualTo(3 + 5 + 1).isLessThan(IN.before().days());
        assertThat(OUT.days()).isEqualTo(10).isLessThan(OUT.before().days());
    }

    @Test
    void whatIsNeededTwiceIsBroughtOnce() {
        assertThat(IN.brought()).hasSize(4).doesNotHaveDuplicates();
        assertThat(IN.visits()).isEqualTo(1);
    }

    @Test
    void aStepOpensWhenTheLastOfThoseBeforeItIsDone() {
        assertThat(IN.opened(Set.of())).containsExactly("ROOM", "ENTITLEMENT");
        assertThat(IN.opened(Set.of("ROOM")))
                .contains("FIRE_SAFETY", "NETWORK", "ADDRESS")
                .doesNotContain("HANDOVER");
        assertThat(IN.opened(Set.of("ROOM", "ENTITLEMENT", "FIRE_SAFETY", "NETWORK")))
                .containsExactly("ADDRESS");
        assertThat(IN.opened(Set.of("ROOM", "ENTITLEMENT", "FIRE_SAFETY", "NETWORK", "ADDRESS")))
                .containsExactly("HANDOVER");
    }

    @Test
    void daysAreWorkingDaysAndPassOverAHoliday() {
        var beforeNationalDay = LocalDate.of(2026, 9, 30);
        assertThat(IN.step("ROOM").dueOn(beforeNationalDay, beforeNationalDay, CALENDAR))
                .isEqualTo(LocalDate.of(2026, 10, 10));
    }

    @Test
    void aStepOfTheWishedDayIsCountedFromItUnlessItOpensLater() {
        var inspection = OUT.step("INSPECTION");
        var opened = LocalDate.of(2026, 11, 2);
        assertThat(inspection.dueOn(opened, LocalDate.of(2026, 11, 30), CALENDAR))
                .isEqualTo(LocalDate.of(2026, 12, 2));
        assertThat(inspection.dueOn(opened, LocalDate.of(2026, 10, 30), CALENDAR))
                .isEqualTo(LocalDate.of(2026, 11, 4));
    }

    @Test
    void whatNoDocumentStatesIsMarkedAsAssumed() {
        for (var template : List.of(IN, OUT)) {
            assertThat(template.source(template.before().source()).isAssumed()).isTrue();
            assertThat(template.steps())
                    .allMatch(step -> template.source(step.source()).isAssumed());
            assertThat(template.source("notice").zh()).contains("国办发〔2025〕24号");
        }
    }

    @Test
    void aStepThatWaitsForALaterOneIsNoTemplate() {
        assertThatThrownBy(() -> new MoveTemplate(
                        MoveKind.OUT,
                        1,
                        OUT.title(),
                        null,
                        "DEPOSIT",
                        OUT.sources(),
                        OUT.before(),
                        OUT.documents(),
                        OUT.steps().reversed()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DEPOSIT");
    }
}
