// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import io.atrium.admin.store.ReferenceStore;
import io.atrium.identity.Audit;
import io.atrium.identity.SystemActors;
import io.atrium.kernel.calendar.CalendarYear;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.deadline.DeadlineSource;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Messages;
import io.atrium.web.text.Text;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Which version of each year counts (现行工作日历). Published versions stand in place of the shipped file from their day
/// on; on that day open deadlines move with them, once.
@Component
public class CalendarInForce {

    static final int DEADLINES_MAX = 2_000;

    private final ReferenceStore store;
    private final WorkingCalendar calendar;
    private final List<DeadlineSource> sources;
    private final Audit audit;
    private final BusinessClock clock;
    private final Text words;
    private final TransactionTemplate transactions;

    CalendarInForce(
            ReferenceStore store,
            WorkingCalendar calendar,
            List<DeadlineSource> sources,
            Audit audit,
            BusinessClock clock,
            Messages messages,
            PlatformTransactionManager transactionManager) {
        this.store = store;
        this.calendar = calendar;
        this.sources = sources;
        this.audit = audit;
        this.clock = clock;
        words = messages.in(Lang.ZH);
        transactions = new TransactionTemplate(transactionManager);
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// A year as it counts now.
    public Optional<CalendarYear> year(int year) {
        return calendar.years().stream().filter(known -> known.year() == year).findFirst();
    }

    /// Which deadlines move, and to when, if a year were so from now on; soonest first.
    public List<MovedDeadline> preview(CalendarYear year, Text t) {
        return preview(calendar.with(List.of(year)), t);
    }

    private List<MovedDeadline> preview(WorkingCalendar other, Text t) {
        return sources.stream()
                .flatMap(source -> source.open(clock.instant(), DEADLINES_MAX, t).stream()
                        .map(open ->
                                new MovedDeadline(source, open, open.limit().dueAfter(open.startedAt(), other))))
                .filter(MovedDeadline::isMoved)
                .sorted(Comparator.comparing(moved -> moved.deadline().dueAt()))
                .toList();
    }

    /// Takes up what is in force; called at the start, at midnight, and after a version is published.
    public void refresh() {
        transactions.executeWithoutResult(_ -> {
            var current = inForce(clock.today());
            store.takeUnapplied(Subject.Kind.CALENDAR, clock.today(), clock.instant(), CalendarYear.class)
                    .forEach(this::moveDeadlines);
            calendar.use(List.copyOf(current.values()));
        });
    }

    /// As soon as the caller's transaction is committed.
    void applySoon() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                refresh();
            }
        });
    }

    private Map<Integer, CalendarYear> inForce(LocalDate today) {
        var years = new LinkedHashMap<Integer, CalendarYear>();
        store.inForce(Subject.Kind.CALENDAR, today, CalendarYear.class)
                .forEach(version -> years.put(version.content().year(), version.content()));
        return years;
    }

    private void moveDeadlines(Version<CalendarYear> version) {
        var moved = preview(calendar.with(List.of(version.content())), words);
        moved.forEach(each -> each.source().move(each.deadline(), each.dueAt()));
        audit.record(
                SystemActors.of("calendar"),
                "admin.calendar-applied",
                version.id().value(),
                Map.of("subject", version.subject().name(), "deadlines", moved.size()));
    }
}
