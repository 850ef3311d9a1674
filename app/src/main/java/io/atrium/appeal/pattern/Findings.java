// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import io.atrium.appeal.AppealView;
import io.atrium.appeal.store.AppealLists;
import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Requests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of findings: units see them, take them on, and say what the cause was. Firms never see them.
@Component
public class Findings {

    private final FindingStore store;
    private final FindingNotices notices;
    private final AppealLists appeals;
    private final Requests requests;
    private final Audit audit;
    private final BusinessClock clock;

    Findings(
            FindingStore store,
            FindingNotices notices,
            AppealLists appeals,
            Requests requests,
            Audit audit,
            BusinessClock clock) {
        this.store = store;
        this.notices = notices;
        this.appeals = appeals;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    public static boolean mayRead(Actor actor) {
        return actor.kind() != OrgKind.FIRM && actor.may(Permission.READ_APPEAL);
    }

    /// Its unit, and whoever dispatches.
    public static boolean mayAct(Actor actor, FindingView finding) {
        return actor.scope(Permission.HANDLE_APPEAL).sees(finding.unit()) || actor.may(Permission.DISPATCH_APPEAL);
    }

    /// Refuses firms and whoever may not see appeals.
    public static void requireReader(Actor actor) {
        if (!mayRead(actor)) {
            throw notAllowed();
        }
    }

    public static void requireHand(Actor actor, FindingView finding) {
        if (!mayAct(actor, finding)) {
            throw notAllowed();
        }
    }

    static RefusedException notAllowed() {
        return new RefusedException(
                Refusal.of(CommonRefusal.NOT_ALLOWED, "permission", Permission.HANDLE_APPEAL.name()));
    }

    /// A finding and those of its cases that the reader may see. Its words and names are left out where they would tell
    /// of the others.
    public record Shown(FindingView finding, List<AppealView> cases) {}

    @Transactional(readOnly = true)
    public Optional<Shown> find(Actor actor, FindingId id) {
        return store.find(actor, id).map(finding -> {
            var cases = appeals.among(actor, store.caseIds(id));
            return new Shown(cases.size() < finding.cases() ? finding.withoutWordsAndNames() : finding, cases);
        });
    }

    /// Open ones first, by date; then those closed last. Words and names stand only on the page of a finding.
    @Transactional(readOnly = true)
    public List<FindingView> list(Actor actor, FindingFilter filter, long offset, int limit) {
        return store.list(actor, filter, offset, limit).stream()
                .map(FindingView::withoutWordsAndNames)
                .toList();
    }

    /// Newest first, after an id.
    @Transactional(readOnly = true)
    public List<FindingView> page(Actor actor, FindingFilter filter, @Nullable String after, int rows) {
        return store.page(actor, filter, after, rows).stream()
                .map(FindingView::withoutWordsAndNames)
                .toList();
    }

    @Transactional(readOnly = true)
    public int count(Actor actor, FindingFilter filter) {
        return store.count(actor, filter);
    }

    @Transactional
    public FindingState takeOn(Actor actor, TakeOnFinding command) {
        locked(actor, command.finding());
        return requests.once(actor, command.key(), command, FindingState.class, () -> {
            if (locked(actor, command.finding()).state() != FindingState.OPEN) {
                throw new RefusedException(FindingRefusal.FINDING_NOT_NOW);
            }
            store.takeOn(command.finding(), actor, clock.instant());
            audit.record(actor, "appeal.finding-taken-on", command.finding().value(), Map.of());
            return FindingState.TAKEN_ON;
        });
    }

    @Transactional
    public FindingState close(Actor actor, CloseFinding command) {
        locked(actor, command.finding());
        return requests.once(actor, command.key(), command, FindingState.class, () -> {
            if (!locked(actor, command.finding()).state().isOpen()) {
                throw new RefusedException(FindingRefusal.FINDING_NOT_NOW);
            }
            check(command);
            store.close(command, actor, clock.instant());
            notices.settle(command.finding());
            audit.record(
                    actor,
                    "appeal.finding-closed",
                    command.finding().value(),
                    Map.of("oneCause", command.isOneCause()));
            return FindingState.CLOSED;
        });
    }

    private static void check(CloseFinding command) {
        int cause = command.cause().strip().length();
        int done = command.done().strip().length();
        if (cause == 0 || cause > CloseFinding.WORDS_LENGTH_MAX) {
            throw new RefusedException(
                    Refusal.of(FindingRefusal.FINDING_CAUSE_LENGTH, "limit", CloseFinding.WORDS_LENGTH_MAX));
        }
        if (done > CloseFinding.WORDS_LENGTH_MAX || command.isOneCause() && done == 0) {
            throw new RefusedException(
                    Refusal.of(FindingRefusal.FINDING_DONE_LENGTH, "limit", CloseFinding.WORDS_LENGTH_MAX));
        }
    }

    private FindingView locked(Actor actor, FindingId id) {
        var finding = store.lock(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        requireHand(actor, finding);
        return finding;
    }
}
