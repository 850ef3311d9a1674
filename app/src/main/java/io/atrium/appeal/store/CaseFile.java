// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.store;

import io.atrium.appeal.AppealId;
import io.atrium.appeal.AppealKind;
import io.atrium.appeal.AppealMove;
import io.atrium.appeal.AppealRefusal;
import io.atrium.appeal.AppealState;
import io.atrium.appeal.AppealView.Verdict;
import io.atrium.appeal.ClockKind;
import io.atrium.appeal.Urgency;
import io.atrium.appeal.domain.Clock;
import io.atrium.appeal.domain.Clock.Stage;
import io.atrium.appeal.domain.HotlineEnd;
import io.atrium.appeal.domain.RuleBook;
import io.atrium.jooq.tables.records.AppealRecord;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.calendar.DeadlineUnit;
import io.atrium.kernel.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An appeal taken out to be worked on (卷宗): its row and clocks, locked until the transaction ends. What changes here
/// is
/// kept by [AppealStore#save].
public final class CaseFile {

    final AppealRecord row;
    private final List<Clock> clocks;
    private final Set<ClockKind> touched = EnumSet.noneOf(ClockKind.class);
    private final Instant now;
    private final WorkingCalendar calendar;
    private boolean isNew;

    CaseFile(AppealRecord row, List<Clock> clocks, Instant now, WorkingCalendar calendar) {
        this.row = row;
        this.clocks = new ArrayList<>(clocks);
        this.now = now;
        this.calendar = calendar;
    }

    /// One that is not kept yet.
    static CaseFile fresh(AppealRecord row, Instant now, WorkingCalendar calendar) {
        var file = new CaseFile(row, List.of(), now, calendar);
        file.isNew = true;
        return file;
    }

    boolean isNew() {
        return isNew;
    }

    /// Those that changed since it was kept last.
    List<Clock> touchedClocks() {
        return clocks.stream().filter(clock -> touched.contains(clock.kind())).toList();
    }

    /// What it is now is what the database has.
    void kept() {
        isNew = false;
        row.touched(false);
        touched.clear();
    }

    public AppealId id() {
        return new AppealId(row.getId());
    }

    public String number() {
        return row.getNumber();
    }

    public boolean isConfidential() {
        return row.getIsConfidential();
    }

    public String title() {
        return row.getTitle();
    }

    public OrgId firm() {
        return new OrgId(row.getFirmId());
    }

    public String category() {
        return row.getCategory();
    }

    public AppealKind kind() {
        return AppealKind.valueOf(row.getKind());
    }

    public Urgency urgency() {
        return Urgency.valueOf(row.getUrgency());
    }

    public AppealState state() {
        return AppealState.valueOf(row.getState());
    }

    /// The unit that has it; only an appeal that was never dispatched has none.
    public Optional<OrgId> unit() {
        return Optional.ofNullable(row.getUnitId()).map(OrgId::new);
    }

    public int rules() {
        return row.getRules();
    }

    public void runBy(int rules) {
        row.setRules(rules);
    }

    public int returns() {
        return row.getReturns();
    }

    public boolean isRedone() {
        return row.getRedone();
    }

    public boolean isExtended() {
        return row.getExtended();
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(row.getAnsweredAt()).map(moment -> moment.toInstant());
    }

    /// Goes where the move leads, or refuses.
    public void move(AppealMove move) {
        var next = state().after(move)
                .orElseThrow(() -> new RefusedException(Refusal.of(AppealRefusal.APPEAL_NOT_NOW, "state", state())));
        row.setState(next.name());
        boolean isOver = !next.isOpen();
        row.setClosedAt(isOver ? row.getClosedAt() == null ? now.atOffset(ZoneOffset.UTC) : row.getClosedAt() : null);
    }

    public void giveTo(@Nullable OrgId unit) {
        row.setUnitId(unit == null ? null : unit.value());
        row.setHandlerId(null);
        row.setHandler(null);
    }

    /// A unit above looks after it from now on, beside the one that has it.
    public void oversee(OrgId unit) {
        if (!unit.value().equals(row.getUnitId())) {
            row.setOverseerId(unit.value());
        }
    }

    public void takeOn(Actor handler) {
        row.setHandlerId(handler.person().value());
        row.setHandler(handler.name());
    }

    public void categorise(RuleBook.Category category) {
        row.setCategory(category.code());
    }

    public void countReturn() {
        row.setReturns(row.getReturns() + 1);
    }

    public void markRedone() {
        row.setRedone(true);
        row.setFormerUnitId(row.getUnitId());
        row.setExtended(false);
        row.setResolved(null);
        row.setRating(null);
        row.setRatingWords(null);
    }

    public void markAnswered() {
        row.setAnsweredAt(now.atOffset(ZoneOffset.UTC));
    }

    public void judge(Verdict verdict) {
        row.setResolved(verdict.isResolved());
        row.setRating(verdict.rating());
        row.setRatingWords(verdict.words());
    }

    /// It was answered and closed before it came here.
    public void endElsewhere(OrgId unit, HotlineEnd end) {
        var at = end.endedAt().atOffset(ZoneOffset.UTC);
        giveTo(unit);
        row.setState(AppealState.CLOSED.name());
        row.setAnsweredAt(at);
        row.setClosedAt(at);
        if (end.verdict() != null) {
            judge(end.verdict());
        }
    }

    public Optional<Clock> openClock(ClockKind kind) {
        return clocks.stream()
                .filter(clock -> clock.kind() == kind && clock.isOpen())
                .findFirst();
    }

    /// When the limits are due that are not ended.
    public Set<Instant> openDues() {
        return clocks.stream().filter(Clock::isOpen).map(Clock::dueAt).collect(Collectors.toSet());
    }

    public boolean hasClock(ClockKind kind) {
        return clocks.stream().anyMatch(clock -> clock.kind() == kind);
    }

    /// The moment at which the latest round of a clock was ended.
    public Optional<Instant> endOf(ClockKind kind) {
        return clocks.stream()
                .filter(clock -> clock.kind() == kind)
                .max(Comparator.comparingInt(Clock::round))
                .map(Clock::endedAt);
    }

    /// Starts a clock unless the rules have no such limit.
    public void start(ClockKind kind, Optional<RuleBook.Limit> limit) {
        limit.ifPresent(each -> {
            int round = 1
                    + (int) clocks.stream()
                            .filter(clock -> clock.kind() == kind)
                            .count();
            clocks.add(Clock.start(kind, round, each, now, calendar));
            touched.add(kind);
        });
    }

    /// A date that was promised to the firm; it must be a closing of the offices.
    public void promise(Instant due) {
        int days = calendar.workingDaysBetween(calendar.dayOf(now), calendar.dayOf(due));
        int round = 1
                + (int) clocks.stream()
                        .filter(clock -> clock.kind() == ClockKind.PROMISE)
                        .count();
        var limit = new RuleBook.Limit(Math.max(1, days), DeadlineUnit.WORKING_DAY, RuleBook.PROMISE);
        clocks.add(Clock.start(ClockKind.PROMISE, round, limit, now, calendar).extendTo(due, calendar));
        touched.add(ClockKind.PROMISE);
    }

    public void end(ClockKind... kinds) {
        for (var kind : kinds) {
            change(kind, clock -> clock.end(now));
        }
    }

    public void endAll() {
        end(ClockKind.values());
    }

    public void pauseAll() {
        for (var kind : ClockKind.values()) {
            change(kind, clock -> clock.pause(now));
        }
    }

    public void resumeAll() {
        for (var kind : ClockKind.values()) {
            change(kind, clock -> clock.resume(now, calendar));
        }
    }

    public void extend(Instant until) {
        moveEnd(ClockKind.FINISH, until);
        row.setExtended(true);
    }

    void moveEnd(ClockKind kind, Instant until) {
        change(kind, clock -> clock.extendTo(until, calendar));
    }

    /// Takes each clock to its next stage if that is reached; returns those that moved.
    public List<Clock> advance(Instant moment, RuleBook.Limit circulateAfter) {
        var moved = new ArrayList<Clock>();
        clocks.replaceAll(clock -> {
            var next = clock.advance(moment, circulateAfter, calendar);
            next.ifPresent(moved::add);
            next.ifPresent(each -> touched.add(each.kind()));
            return next.orElse(clock);
        });
        return moved;
    }

    private void change(ClockKind kind, UnaryOperator<Clock> changed) {
        clocks.replaceAll(clock -> {
            if (clock.kind() != kind || !clock.isOpen()) {
                return clock;
            }
            touched.add(kind);
            return changed.apply(clock);
        });
    }

    /// What the row says about its clocks, for lists and boards.
    void noteNextDue() {
        var next = running().min(Comparator.comparing(Clock::dueAt));
        row.setNextDueAt(
                next.map(clock -> clock.dueAt().atOffset(ZoneOffset.UTC)).orElse(null));
        row.setNextDue(next.map(clock -> clock.kind().name()).orElse(null));
        row.setIsOverdue(
                running().anyMatch(clock -> clock.stage() == Stage.ESCALATED || clock.stage() == Stage.CIRCULATED));
    }

    private Stream<Clock> running() {
        return clocks.stream().filter(Clock::isRunning);
    }
}
