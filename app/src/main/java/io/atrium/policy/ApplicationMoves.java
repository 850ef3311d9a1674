// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.calendar.Deadline;
import io.atrium.kernel.calendar.DeadlineUnit;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.domain.ApplicationEvent;
import io.atrium.policy.domain.ApplicationState;
import io.atrium.policy.domain.ApplicationSteps;
import io.atrium.policy.store.ApplicationStore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Moves applications and keeps every step; whoever calls has locked the application and holds the transaction.
@Component
class ApplicationMoves {

    private final ApplicationStore store;
    private final Policies policies;
    private final ApplicationNotices notices;
    private final PolicySettings settings;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    ApplicationMoves(
            ApplicationStore store,
            Policies policies,
            ApplicationNotices notices,
            PolicySettings settings,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.store = store;
        this.policies = policies;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
        this.calendar = calendar;
    }

    /// A step that the table does not have is a bug of the caller, who asks [ApplicationSteps] before it moves.
    ApplicationView move(ApplicationView application, ApplicationEvent event, Actor by, @Nullable String note) {
        var state = ApplicationSteps.next(application.state(), event)
                .orElseThrow(() ->
                        new IllegalStateException(application.id() + ": no " + event + " in " + application.state()));
        var moved = application.in(state, dueAt(application, state));
        if (state == ApplicationState.APPROVED || state == ApplicationState.REJECTED) {
            moved = moved.decided(clock.instant());
        }
        store.update(moved);
        write(moved, event, by, note);
        notices.tell(moved, event);
        return moved;
    }

    void write(ApplicationView application, ApplicationEvent event, Actor by, @Nullable String note) {
        store.insertStep(
                application.id(),
                new ApplicationStepView(
                        clock.instant(), event, application.state(), by.name(), by.kind() == OrgKind.FIRM, note));
    }

    private @Nullable Instant dueAt(ApplicationView application, ApplicationState state) {
        var mode = policies.find(application.policy(), application.version())
                .orElseThrow()
                .header()
                .mode();
        return settings.applicationTerms()
                .of(state, mode)
                .map(days -> new Deadline(days, DeadlineUnit.WORKING_DAY).dueAfter(clock.instant(), calendar))
                .orElse(null);
    }
}
