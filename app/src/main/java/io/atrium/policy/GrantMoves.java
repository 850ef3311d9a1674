// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.access.Actor;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.domain.GrantEvent;
import io.atrium.policy.domain.GrantState;
import io.atrium.policy.domain.GrantSteps;
import io.atrium.policy.store.GrantStore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Moves a grant along its table and writes the step down. Whoever calls has locked the grant.
@Component
class GrantMoves {

    private final GrantStore store;
    private final GrantNotices notices;
    private final BusinessClock clock;

    GrantMoves(GrantStore store, GrantNotices notices, BusinessClock clock) {
        this.store = store;
        this.notices = notices;
        this.clock = clock;
    }

    /// What a step leaves behind.
    ///
    /// @param dueAt when the new state ends by itself
    /// @param voucher null leaves the one that is there
    record Trace(
            @Nullable Instant dueAt,
            @Nullable String voucher,
            @Nullable String note) {
        static final Trace NONE = new Trace(null, null, null);

        static Trace until(Instant dueAt) {
            return new Trace(dueAt, null, null);
        }

        static Trace because(@Nullable Instant dueAt, String note) {
            return new Trace(dueAt, null, note);
        }
    }

    /// A step that the table does not have is a bug of the caller, who asks [GrantSteps] before it refuses or moves.
    GrantView move(GrantView grant, GrantEvent event, Actor by, Trace trace) {
        var state = GrantSteps.next(grant.state(), event)
                .orElseThrow(() -> new IllegalStateException(grant.id() + ": no " + event + " in " + grant.state()));
        var voucher = trace.voucher() == null ? grant.voucher() : trace.voucher();
        store.update(grant.id(), state, trace.dueAt(), voucher);
        write(grant.id(), event, state, by, trace.note());
        var moved = new GrantView(
                grant.id(),
                grant.list(),
                grant.budgetYear(),
                grant.firm(),
                grant.firmName(),
                grant.firmNameEn(),
                grant.policy(),
                grant.decision(),
                grant.amount(),
                state,
                trace.dueAt(),
                voucher);
        notices.tell(moved, event);
        return moved;
    }

    void begin(GrantView grant, Actor by) {
        write(grant.id(), GrantEvent.FACTS_MATCHED, GrantState.DATA_MATCHED, by, null);
    }

    private void write(GrantId grant, GrantEvent event, GrantState state, Actor by, @Nullable String note) {
        store.insertStep(grant, new GrantStepView(clock.instant(), event, state, by.name(), note));
    }
}
