// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.pdf;

import io.atrium.files.StoredFiles;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Ids;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Requests;
import io.atrium.web.text.Text;
import java.security.SecureRandom;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of official sheets (正式文书).
///
/// ```java
/// var sheet = sheets.issue(actor, key, new SheetDraft("policy-decision", …), t);
/// return SeeOther.to(sheet.href());
/// ```
@Component
public class OfficialSheets {

    private final SheetStore store;
    private final SheetPrinter printer;
    private final StoredFiles files;
    private final Requests requests;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;
    private final Ids ids;
    private final SecureRandom random = new SecureRandom();

    OfficialSheets(
            SheetStore store,
            SheetPrinter printer,
            StoredFiles files,
            Requests requests,
            BusinessClock clock,
            WorkingCalendar calendar,
            Ids ids) {
        this.store = store;
        this.printer = printer;
        this.files = files;
        this.requests = requests;
        this.clock = clock;
        this.calendar = calendar;
        this.ids = ids;
    }

    /// Issues a sheet in the reader's language. Unchanged content gives the sheet that is there already; changed
    /// content
    /// gives the next version under the same number.
    @Transactional
    public IssuedSheet issue(Actor actor, RequestKey key, SheetDraft draft, Text t) {
        if (!actor.scope(draft.permission()).sees(draft.holder().organisation())) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        var content = printer.content(draft, t);
        var command = new IssueSheet(
                draft.holder().organisation().value(),
                draft.kind(),
                draft.subject(),
                t.lang().tag(),
                content.fingerprint());
        var outcome = requests.once(
                actor,
                key,
                command,
                IssueSheet.Outcome.class,
                () -> new IssueSheet.Outcome(
                        issueOnce(actor, command, draft, content).id()));
        return store.find(actor, outcome.sheet()).orElseThrow();
    }

    private IssuedSheet issueOnce(
            Actor actor, IssueSheet command, SheetDraft draft, SheetPrinter.SheetContent content) {
        store.lock(command);
        var newest = store.newest(command);
        if (newest.isPresent() && newest.get().getFingerprint().equals(command.fingerprint())) {
            return SheetStore.view(newest.get());
        }
        var day = clock.today();
        var number = newest.map(sheet -> sheet.getNumber())
                .orElseGet(() -> "AT-%d-%06d".formatted(day.getYear(), store.nextNumber()));
        var stamp = new SheetPrinter.Stamp(
                number,
                newest.map(sheet -> sheet.getVersion() + 1).orElse(1),
                day,
                SheetCode.grouped(SheetCode.fresh(random)));
        var pdf = printer.print(draft, content, stamp);
        var sheet = new IssuedSheet(
                ids.next(IssuedSheet.PREFIX),
                number,
                stamp.version(),
                draft.kind(),
                draft.holder().organisation(),
                draft.holder().name(),
                draft.subject(),
                content.t().lang(),
                draft.title(),
                files.keep(pdf),
                pdf.length,
                stamp.code(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.name());
        store.insert(sheet, draft.permission(), command.fingerprint());
        return sheet;
    }

    @Transactional(readOnly = true)
    public Optional<IssuedSheet> find(Actor actor, String id) {
        return store.find(actor, id);
    }

    /// The sheets that the actor may read, newest first.
    @Transactional(readOnly = true)
    public List<IssuedSheet> list(Actor actor) {
        return store.list(actor);
    }

    /// The PDF of a sheet that was found, checked against its hash.
    public byte[] read(IssuedSheet sheet) {
        return files.kept(sheet.sha256());
    }

    /// What a code proves; empty when there is no such code.
    @Transactional(readOnly = true)
    public Optional<SheetCheck> check(String typedCode) {
        return SheetCode.read(typedCode).flatMap(store::findByCode).map(this::check);
    }

    private SheetCheck check(IssuedSheet sheet) {
        var newest = store.newestOf(sheet.number()).orElseThrow();
        return new SheetCheck(
                sheet.number(),
                sheet.version(),
                sheet.kind(),
                sheet.language(),
                calendar.dayOf(sheet.issuedAt()),
                MaskedName.of(sheet.organisationName()),
                sheet.sha256(),
                newest.version() == sheet.version()
                        ? null
                        : new SheetCheck.Newer(newest.version(), calendar.dayOf(newest.issuedAt())));
    }
}
