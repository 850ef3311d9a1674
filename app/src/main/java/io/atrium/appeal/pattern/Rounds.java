// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import io.atrium.appeal.AppealView;
import io.atrium.appeal.Rules;
import io.atrium.appeal.store.AppealLists;
import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import io.atrium.web.Requests;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The monthly round over the unsatisfied (会诊): the month's cases that did not end well, by unit and category;
/// each group gets a conclusion, a responsible unit and a date.
@Component
public class Rounds {

    private final RoundStore store;
    private final AppealLists appeals;
    private final Rules rules;
    private final Notices notices;
    private final Requests requests;
    private final Audit audit;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    Rounds(
            RoundStore store,
            AppealLists appeals,
            Rules rules,
            Notices notices,
            Requests requests,
            Audit audit,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.store = store;
        this.appeals = appeals;
        this.rules = rules;
        this.notices = notices;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
        this.calendar = calendar;
    }

    /// The unit whose cases they are, and whoever dispatches.
    public static boolean mayConclude(Actor actor, RoundLine line) {
        return line.conclusion() == null
                && (handles(actor, line.group().unit()) || actor.may(Permission.DISPATCH_APPEAL));
    }

    /// The unit that has to do it, and whoever dispatches.
    public static boolean mayComplete(Actor actor, RoundLine line) {
        var conclusion = line.conclusion();
        return conclusion != null
                && conclusion.done() == null
                && (handles(actor, conclusion.responsible()) || actor.may(Permission.DISPATCH_APPEAL));
    }

    private static boolean handles(Actor actor, OrgId unit) {
        return actor.scope(Permission.HANDLE_APPEAL).sees(unit);
    }

    /// A group and those of its cases that the reader may see.
    public record Shown(RoundLine line, List<AppealView> cases) {}

    @Transactional(readOnly = true)
    public List<RoundLine> lines(Actor actor, YearMonth month) {
        return Findings.mayRead(actor) ? store.lines(actor, month) : List.of();
    }

    @Transactional(readOnly = true)
    public Optional<Shown> find(Actor actor, RoundGroup group) {
        return Findings.mayRead(actor)
                ? store.find(actor, group).map(line -> new Shown(line, appeals.among(actor, store.caseIds(group))))
                : Optional.empty();
    }

    @Transactional
    public RoundGroup conclude(Actor actor, ConcludeGroup command) {
        var seen = seen(actor, command.group());
        if (!handles(actor, command.group().unit()) && !actor.may(Permission.DISPATCH_APPEAL)) {
            throw Findings.notAllowed();
        }
        return requests.once(actor, command.key(), command, RoundGroup.class, () -> {
            if (seen.conclusion() != null) {
                throw new RefusedException(RoundRefusal.ROUND_NOT_NOW);
            }
            checkWords(command.conclusion());
            check(command);
            var dueAt = calendar.closing(command.by());
            if (!store.conclude(actor, command, dueAt, clock.instant())) {
                throw new RefusedException(RoundRefusal.ROUND_NOT_NOW);
            }
            tell(command.group(), command.responsible(), Permission.HANDLE_APPEAL, "concluded", dueAt);
            record(actor, "appeal.round-concluded", command.group());
            return command.group();
        });
    }

    private void check(ConcludeGroup command) {
        if (rules.units().stream().noneMatch(unit -> unit.id().equals(command.responsible()))) {
            throw new RefusedException(RoundRefusal.ROUND_UNIT_UNKNOWN);
        }
        var last = clock.today().plusDays(ConcludeGroup.DAYS_MAX);
        if (command.by().isBefore(clock.today()) || command.by().isAfter(last)) {
            throw new RefusedException(Refusal.of(RoundRefusal.ROUND_DAY, "limit", ConcludeGroup.DAYS_MAX));
        }
    }

    @Transactional
    public RoundGroup complete(Actor actor, CompleteGroup command) {
        var conclusion = seen(actor, command.group()).conclusion();
        if (!actor.may(Permission.DISPATCH_APPEAL)
                && (conclusion == null || !handles(actor, conclusion.responsible()))) {
            throw Findings.notAllowed();
        }
        return requests.once(actor, command.key(), command, RoundGroup.class, () -> {
            if (conclusion == null) {
                throw new RefusedException(RoundRefusal.ROUND_NOT_NOW);
            }
            checkWords(command.done());
            if (!store.complete(actor, command, clock.instant())) {
                throw new RefusedException(RoundRefusal.ROUND_NOT_NOW);
            }
            notices.settle(href(command.group()));
            record(actor, "appeal.round-done", command.group());
            return command.group();
        });
    }

    /// Reminds, once each, on the working day before the end; tells the community, once each, of what passed its end.
    @Transactional
    public void sweep() {
        var now = clock.instant();
        var tomorrow = calendar.closing(calendar.plusWorkingDays(clock.today(), 1));
        store.toRemind(tomorrow).forEach(open -> {
            store.reminded(open.group(), now);
            var conclusion = open.conclusion();
            tell(open.group(), conclusion.responsible(), Permission.HANDLE_APPEAL, "due", conclusion.dueAt());
        });
        store.toEscalate(now).forEach(open -> {
            store.escalated(open.group(), now);
            tell(open.group(), rules.community(), Permission.DISPATCH_APPEAL, "overdue", null);
        });
    }

    private void tell(RoundGroup group, OrgId unit, Permission permission, String event, @Nullable Instant dueAt) {
        notices.send(new SendNotice(
                new RequestKey(
                        "appeal-round:" + group.month() + ":" + group.unit() + ":" + group.category() + ":" + event),
                new Recipient.Holders(unit, permission),
                FindingNotices.KIND,
                Words.of("appeal.round.notice." + event, group.month().toString()),
                href(group),
                dueAt));
    }

    /// The page of a group.
    public static String href(RoundGroup group) {
        return "/appeal-findings/round/group?month=" + group.month() + "&unit=" + group.unit() + "&category="
                + group.category();
    }

    private void record(Actor actor, String action, RoundGroup group) {
        audit.record(
                actor, action, group.month().toString(), Map.of("unit", group.unit(), "category", group.category()));
    }

    private RoundLine seen(Actor actor, RoundGroup group) {
        return Optional.of(actor)
                .filter(Findings::mayRead)
                .flatMap(_ -> store.find(actor, group))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private static void checkWords(String words) {
        int length = words.strip().length();
        if (length == 0 || length > ConcludeGroup.WORDS_LENGTH_MAX) {
            throw new RefusedException(
                    Refusal.of(RoundRefusal.ROUND_WORDS_LENGTH, "limit", ConcludeGroup.WORDS_LENGTH_MAX));
        }
    }
}
