// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.company.store.CompanyStore;
import io.atrium.company.store.CorrectionStore;
import io.atrium.files.FileId;
import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.calendar.Deadline;
import io.atrium.kernel.calendar.DeadlineUnit;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Requests;
import io.atrium.web.Seen;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of corrections (更正申请): a firm asks with proof, an office decides in time, the old value stays until
/// then. What is accepted becomes a fact with the office as its source.
@Component
public class Corrections {

    private final Requests requests;
    private final FactDesk desk;
    private final EvidenceBox evidence;
    private final CorrectionRules rules;
    private final CompanyStore companies;
    private final CorrectionStore store;
    private final Companies files;
    private final CorrectionNotices notices;
    private final Audit audit;
    private final Ids ids;
    private final Clocks clocks;

    /// What a deadline is counted with.
    @Component
    record Clocks(
            BusinessClock business, InstantSource systemClock, WorkingCalendar calendar, CompanySettings settings) {}

    Corrections(
            Requests requests,
            FactDesk desk,
            EvidenceBox evidence,
            CorrectionRules rules,
            CompanyStore companies,
            CorrectionStore store,
            Companies files,
            CorrectionNotices notices,
            Audit audit,
            Ids ids,
            Clocks clocks) {
        this.requests = requests;
        this.desk = desk;
        this.evidence = evidence;
        this.rules = rules;
        this.companies = companies;
        this.store = store;
        this.files = files;
        this.notices = notices;
        this.audit = audit;
        this.ids = ids;
        this.clocks = clocks;
    }

    private record Asked(RequestCorrection.Statement statement, List<Upload> uploads, List<String> kept, Seen seen) {}

    private record Decided(CorrectionId id, boolean accepts, String reason) {}

    private record Withdrawn(CorrectionId id) {}

    @Transactional
    public CorrectionOutcome request(RequestCorrection command) {
        command.actor().require(Permission.MAINTAIN_COMPANY);
        var content = new Asked(command.statement(), command.uploads(), command.kept(), command.seen());
        return requests.once(command.actor(), command.key(), content, CorrectionOutcome.class, () -> ask(command));
    }

    private CorrectionOutcome ask(RequestCorrection command) {
        var firm = command.actor().organisation();
        if (companies.lock(List.of(firm)).isEmpty()) {
            return new CorrectionOutcome.Refused(CompanyRefusal.COMPANY_UNKNOWN, Map.of());
        }
        if (isOvertaken(command)) {
            return new CorrectionOutcome.Refused(
                    CompanyRefusal.FACT_CHANGED_MEANWHILE,
                    Map.of("fact", command.statement().factKey()));
        }
        var refusal = rules.refusal(command, old(command.actor(), asked(command)));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var proof = Stream.concat(
                        evidence.keep(command.actor(), command.uploads()).stream(),
                        command.kept().stream().map(FileId::new))
                .toList();
        var asked = asked(command).with(proof);
        if (!store.insert(asked, command.actor())) {
            throw new IllegalStateException("the firm's file is locked, and yet somebody asked meanwhile");
        }
        audit.record(
                command.actor(),
                "company.correction-requested",
                asked.id().value(),
                Map.of("firm", firm.value(), "fact", asked.factKey(), "evidence", proof.size()));
        notices.asked(asked);
        return new CorrectionOutcome.Done(asked.id());
    }

    private boolean isOvertaken(RequestCorrection command) {
        var asked = command.statement();
        var now = clocks.systemClock().instant();
        return files.file(
                        command.actor(),
                        command.actor().organisation(),
                        clocks.business().today(),
                        now)
                .flatMap(file -> command.seen().refusal(file.seen(asked.factKey(), asked.year())))
                .isPresent();
    }

    private CorrectionView asked(RequestCorrection command) {
        var asked = command.statement();
        var now = clocks.business().instant().truncatedTo(ChronoUnit.MICROS);
        var limit = new Deadline(clocks.settings().correctionWorkingDays(), DeadlineUnit.WORKING_DAY);
        return new CorrectionView(
                new CorrectionId(ids.next(CorrectionId.PREFIX)),
                new CorrectionView.Firm(
                        command.actor().organisation(), command.actor().organisationName(), null),
                asked.factKey(),
                asked.year(),
                asked.value(),
                asked.since(),
                asked.reason().strip(),
                CorrectionState.OPEN,
                command.actor().name(),
                now,
                clocks.systemClock().instant().truncatedTo(ChronoUnit.MICROS),
                limit.dueAfter(now, clocks.calendar()),
                null,
                List.of());
    }

    /// Accepts or refuses; the first decision stands, a later one is told so.
    @Transactional
    public CorrectionOutcome decide(DecideCorrection command) {
        command.actor().require(Permission.DECIDE_CORRECTION);
        var content = new Decided(command.id(), command.accepts(), command.reason());
        return requests.once(command.actor(), command.key(), content, CorrectionOutcome.class, () -> rule(command));
    }

    private CorrectionOutcome rule(DecideCorrection command) {
        var correction = lock(command.actor().scope(Permission.DECIDE_CORRECTION), command.id());
        if (!correction.isOpen()) {
            return new CorrectionOutcome.Refused(
                    CompanyRefusal.CORRECTION_ALREADY_DECIDED,
                    Map.of("state", correction.state().name()));
        }
        boolean tooLong = command.reason().length() > RequestCorrection.REASON_LENGTH_MAX;
        if (tooLong || (!command.accepts() && command.reason().isBlank())) {
            return new CorrectionOutcome.Refused(
                    CompanyRefusal.REASON_OUT_OF_RANGE, Map.of("limit", RequestCorrection.REASON_LENGTH_MAX));
        }
        if (command.accepts()) {
            companies.lock(List.of(correction.firm().id()));
            var wrong = rules.wrongEntry(correction.firm().id(), statement(correction), command.actor());
            if (wrong.isPresent()) {
                return wrong.get();
            }
            desk.write(fact(command, correction));
        }
        return end(
                correction,
                command.accepts() ? CorrectionState.ACCEPTED : CorrectionState.REFUSED,
                command.actor(),
                command.reason().isBlank() ? null : command.reason().strip());
    }

    private static RequestCorrection.Statement statement(CorrectionView correction) {
        return new RequestCorrection.Statement(
                correction.factKey(), correction.year(), correction.value(), correction.since(), correction.reason());
    }

    private RecordFacts fact(DecideCorrection command, CorrectionView correction) {
        var proof = store.evidence(correction.id()).stream().findFirst().map(FileId::value);
        var entry = new RecordFacts.Entry(
                correction.firm().id(),
                correction.factKey(),
                correction.year(),
                correction.value(),
                proof.orElse(null));
        return new RecordFacts(
                command.key(),
                command.actor(),
                FactSource.OFFICER,
                correction.id().value(),
                correction.since(),
                List.of(entry));
    }

    /// The firm takes an open request back.
    @Transactional
    public CorrectionOutcome withdraw(RequestKey key, Actor actor, CorrectionId id) {
        actor.require(Permission.MAINTAIN_COMPANY);
        return requests.once(actor, key, new Withdrawn(id), CorrectionOutcome.class, () -> {
            var correction = lock(actor.scope(Permission.MAINTAIN_COMPANY), id);
            return correction.isOpen()
                    ? end(correction, CorrectionState.WITHDRAWN, actor, null)
                    : new CorrectionOutcome.Refused(
                            CompanyRefusal.CORRECTION_ALREADY_DECIDED,
                            Map.of("state", correction.state().name()));
        });
    }

    private CorrectionView lock(Scope scope, CorrectionId id) {
        return store.lock(scope, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private CorrectionOutcome end(CorrectionView correction, CorrectionState state, Actor by, @Nullable String reason) {
        var at = clocks.business().instant().truncatedTo(ChronoUnit.MICROS);
        store.end(correction.id(), state, by, at, reason);
        audit.record(
                by,
                "company.correction-" + state.name().toLowerCase(Locale.ROOT),
                correction.id().value(),
                Map.of("firm", correction.firm().id().value(), "fact", correction.factKey()));
        notices.ended(correction, state);
        return new CorrectionOutcome.Done(correction.id());
    }

    @Transactional(readOnly = true)
    public Optional<CorrectionView> find(Actor reader, CorrectionId id) {
        return store.find(reader.scope(Permission.READ_COMPANY), id)
                .map(correction -> correction.with(store.evidence(id)));
    }

    /// What was known of the fact when the firm asked, as the reader may see it.
    @Transactional(readOnly = true)
    public Optional<CompanyFile.Line> old(Actor reader, CorrectionView correction) {
        return files.file(reader, correction.firm().id(), clocks.business().today(), correction.knownAt())
                .flatMap(file -> file.facts().stream()
                        .filter(line -> line.definition().key().equals(correction.factKey()))
                        .filter(line -> Objects.equals(line.year(), correction.year()))
                        .findFirst());
    }

    /// Open ones first, by deadline; pages count from 1.
    @Transactional(readOnly = true)
    public List<CorrectionView> list(Actor reader, CorrectionFilter filter, int page, int size) {
        int limit = Math.clamp(size, 1, Companies.PAGE_SIZE_MAX);
        int offset = Math.multiplyExact(Math.max(page, 1) - 1, limit);
        return store.list(reader.scope(Permission.READ_COMPANY), filter, offset, limit);
    }

    @Transactional(readOnly = true)
    public int count(Actor reader, CorrectionFilter filter) {
        return store.count(reader.scope(Permission.READ_COMPANY), filter);
    }

    @Transactional(readOnly = true)
    public List<CorrectionView> listAfter(Actor reader, String afterId, int limit) {
        return store.listAfter(
                reader.scope(Permission.READ_COMPANY), afterId, Math.clamp(limit, 1, Companies.PAGE_SIZE_MAX + 1));
    }

    /// Of one firm, newest first.
    @Transactional(readOnly = true)
    public List<CorrectionView> ofFirm(Actor reader, OrgId firm, int limit) {
        return store.ofFirm(reader.scope(Permission.READ_COMPANY), firm, Math.clamp(limit, 1, Companies.PAGE_SIZE_MAX));
    }
}
