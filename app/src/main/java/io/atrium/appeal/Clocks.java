// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.atrium.appeal.Casework.Done;
import io.atrium.appeal.domain.Clock;
import io.atrium.appeal.domain.Clock.Stage;
import io.atrium.appeal.store.AppealStore;
import io.atrium.appeal.store.CaseFile;
import io.atrium.appeal.store.ClockStore;
import io.atrium.appeal.store.StepStore.NewStep;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Gatherers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What happens when nobody does anything (时限督办): reminder, escalation, circulation, each once for each limit, each a
/// step that firm and unit see; and the end of an answered case about which the firm says nothing.
///
/// A sweep takes the appeals whose next stage is reached, a batch in a transaction and a few batches at once; killed in
/// between, the next one goes on where it was.
@Component
public class Clocks {

    private static final Logger LOG = LoggerFactory.getLogger(Clocks.class);
    private static final int BATCH = 50;
    private static final int BATCHES_AT_ONCE = 4;

    private final ClockStore clocks;
    private final AppealStore store;
    private final Casework casework;
    private final Rules rules;
    private final AppealNotices notices;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;
    private final TransactionTemplate transactions;

    Clocks(
            ClockStore clocks,
            AppealStore store,
            Casework casework,
            Rules rules,
            AppealNotices notices,
            BusinessClock clock,
            WorkingCalendar calendar,
            TransactionTemplate transactions) {
        this.clocks = clocks;
        this.store = store;
        this.casework = casework;
        this.rules = rules;
        this.notices = notices;
        this.clock = clock;
        this.calendar = calendar;
        this.transactions = transactions;
    }

    /// Takes every stage that is reached by now; returns how many appeals were touched. One that fails is told in the
    /// log
    /// and tried again at the next sweep: it holds up no other.
    public int sweep() {
        long began = System.nanoTime();
        var failed = ConcurrentHashMap.<AppealId>newKeySet();
        int touched = 0;
        List<AppealId> reached;
        do {
            reached = clocks.reached(clock.instant(), BATCH * BATCHES_AT_ONCE, failed);
            touched += sweepAtOnce(reached, failed);
        } while (!reached.isEmpty());
        LOG.debug("swept {} appeals in {} us", touched, NANOSECONDS.toMicros(System.nanoTime() - began));
        return touched;
    }

    private int sweepAtOnce(List<AppealId> reached, Set<AppealId> failed) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return reached.stream()
                    .gather(Gatherers.windowFixed(BATCH))
                    .map(batch -> CompletableFuture.supplyAsync(() -> sweep(batch, failed), threads))
                    .toList()
                    .stream()
                    .mapToInt(CompletableFuture::join)
                    .sum();
        }
    }

    /// Together; when that fails, one by one.
    private int sweep(List<AppealId> batch, Set<AppealId> failed) {
        try {
            transactions.executeWithoutResult(_ -> advance(batch));
            return batch.size();
        } catch (RuntimeException whole) {
            if (batch.size() == 1) {
                LOG.error("The clocks of appeal {} cannot be swept", batch.getFirst(), whole);
                failed.addAll(batch);
                return 0;
            }
            return batch.stream().mapToInt(one -> sweep(List.of(one), failed)).sum();
        }
    }

    /// What is written about a batch is written at its end, all at once.
    private void advance(List<AppealId> batch) {
        var now = clock.instant();
        var done = new ArrayList<Done>();
        notices.gathered(telling -> {
            for (var file : store.lockAll(batch, now)) {
                var book = rules.book(file.rules());
                done.addAll(tell(telling, file, file.advance(now, book.circulateAfter())));
            }
        });
        casework.write(done);
    }

    /// Limits of one appeal that reach the same stage at once are told of in one message; each is a step of its own.
    private List<Done> tell(AppealNotices telling, CaseFile file, List<Clock> reached) {
        var done = new ArrayList<Done>();
        var together = new EnumMap<Stage, List<Clock>>(Stage.class);
        for (var each : reached) {
            if (each.kind() == ClockKind.CALL_BACK) {
                done.add(tellOfCallBack(telling, file, each));
            } else {
                together.computeIfAbsent(each.stage(), _ -> new ArrayList<>()).add(each);
                done.add(step(file, move(each), each));
            }
        }
        together.forEach((stage, clocks) -> tell(telling, file, stage, clocks));
        return done;
    }

    private static AppealMove move(Clock reached) {
        return switch (reached.stage()) {
            case RUNNING -> throw new IllegalStateException("no stage is reached: " + reached);
            case REMINDED -> AppealMove.REMIND;
            case ESCALATED -> AppealMove.ESCALATE;
            case CIRCULATED -> AppealMove.CIRCULATE;
        };
    }

    private void tell(AppealNotices telling, CaseFile file, Stage stage, List<Clock> reached) {
        switch (stage) {
            case RUNNING -> {}
            case REMINDED -> ask(telling, file, "remind", reached);
            case ESCALATED -> {
                ask(telling, file, "overdue", reached);
                var above = casework.above(file);
                file.oversee(above);
                telling.overseer(above, file, "escalated", reached);
                telling.firm(file, "overdue-told", reached);
            }
            case CIRCULATED -> {
                telling.dispatchers(file, "circulated", reached, null);
                telling.unit(file, "circulated", reached, null);
            }
        }
    }

    /// The firm is reminded to say how it ended; if it does not, the case is closed without its word.
    private Done tellOfCallBack(AppealNotices telling, CaseFile file, Clock reached) {
        if (reached.stage() == Stage.REMINDED) {
            telling.firm(file, "say-how", AppealNotices.cause(reached), reached.dueAt());
            telling.unit(file, "call-back", AppealNotices.cause(reached), reached.dueAt());
            return step(file, AppealMove.REMIND, reached);
        }
        file.end(ClockKind.CALL_BACK);
        file.move(AppealMove.LAPSE);
        telling.settle(file);
        telling.firm(file, "lapsed", "lapsed-" + file.isRedone(), null);
        return Done.now(Casework.system(), file, NewStep.of(AppealMove.LAPSE, ""));
    }

    /// Of the unit; while nobody has it, of those who dispatch. It stays asked for until the last of them is met.
    private static void ask(AppealNotices telling, CaseFile file, String event, List<Clock> reached) {
        var due = reached.stream()
                .map(Clock::dueAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (file.unit().isEmpty()) {
            telling.dispatchers(file, event, reached, due);
        } else {
            telling.unit(file, event, reached, due);
        }
    }

    private static Done step(CaseFile file, AppealMove move, Clock reached) {
        var facts =
                Map.of("clock", reached.kind().name(), "due", reached.dueAt().toString());
        return Done.now(Casework.system(), file, NewStep.of(move, "").with(facts));
    }
}
