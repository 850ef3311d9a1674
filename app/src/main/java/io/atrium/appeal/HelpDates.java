// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.appeal.store.AppealStore;
import io.atrium.appeal.store.CaseFile;
import io.atrium.appeal.store.HelpStore;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The dates of helpers (协办时限): the helper is reminded on the working day before; when the date passes, helper and lead
/// are told, each once for each date. The appeals are locked first, as by whoever works on them.
@Component
public class HelpDates {

    private static final int BATCH = 50;

    private final HelpStore helps;
    private final AppealStore store;
    private final AppealNotices notices;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;
    private final TransactionTemplate transactions;

    HelpDates(
            HelpStore helps,
            AppealStore store,
            AppealNotices notices,
            BusinessClock clock,
            WorkingCalendar calendar,
            TransactionTemplate transactions) {
        this.helps = helps;
        this.store = store;
        this.notices = notices;
        this.clock = clock;
        this.calendar = calendar;
        this.transactions = transactions;
    }

    /// Tells all that is due by now; returns how many helpers were told.
    public int sweep() {
        int told = 0;
        int now;
        do {
            now = transactions.execute(_ -> remind() + miss());
            told += now;
        } while (now > 0);
        return told;
    }

    private int remind() {
        var now = clock.instant();
        var soon = calendar.closing(calendar.plusWorkingDays(calendar.dayOf(now), 1))
                .plusMillis(1);
        return tell(
                HelpStore.Stage.NEAR,
                now,
                soon,
                (telling, file, help) -> telling.unit(help.unit(), file, "help-remind", cause(help), help.dueAt()));
    }

    private int miss() {
        return tell(HelpStore.Stage.PASSED, Instant.EPOCH, clock.instant(), (telling, file, help) -> {
            telling.unit(help.unit(), file, "help-overdue", cause(help), help.dueAt());
            telling.unit(file, "help-missed", help.unit() + "-" + cause(help), null);
        });
    }

    private interface Telling {
        void tell(AppealNotices telling, CaseFile file, HelpStore.Reached help);
    }

    private int tell(HelpStore.Stage stage, Instant from, Instant until, Telling how) {
        var cases = helps.reached(stage, from, until, BATCH);
        if (cases.isEmpty()) {
            return 0;
        }
        Map<AppealId, CaseFile> files = store.lockAll(cases, clock.instant()).stream()
                .collect(Collectors.toMap(CaseFile::id, Function.identity()));
        var taken = helps.take(stage, from, until, cases);
        notices.gathered(telling ->
                taken.forEach(help -> how.tell(telling, Objects.requireNonNull(files.get(help.appeal())), help)));
        return taken.size();
    }

    private static String cause(HelpStore.Reached help) {
        return String.valueOf(help.dueAt().getEpochSecond());
    }
}
