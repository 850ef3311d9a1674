// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.company.store.CertificateStore;
import io.atrium.company.store.CompanyStore;
import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Requests;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of a firm's store of certificates and licences (证照库): kept once, checked by an office, picked
/// wherever proof is asked for.
@Component
public class Certificates {

    private final Requests requests;
    private final CertificateStore store;
    private final CompanyStore companies;
    private final EvidenceBox evidence;
    private final CompanySettings settings;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock clock;

    Certificates(
            Requests requests,
            CertificateStore store,
            CompanyStore companies,
            EvidenceBox evidence,
            CompanySettings settings,
            Audit audit,
            Ids ids,
            BusinessClock clock) {
        this.requests = requests;
        this.store = store;
        this.companies = companies;
        this.evidence = evidence;
        this.settings = settings;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    private record Added(CertificateView.Details details, Upload file) {}

    private record Checked(CertificateId id) {}

    private record Removed(CertificateId id) {}

    @Transactional
    public CertificateOutcome add(AddCertificate command) {
        command.actor().require(Permission.MAINTAIN_COMPANY);
        var content = new Added(command.details(), command.file());
        return requests.once(
                command.actor(),
                command.key(),
                content,
                CertificateOutcome.class,
                () -> refusal(command)
                        .<CertificateOutcome>map(refused -> refused)
                        .orElseGet(() -> write(command)));
    }

    private Optional<CertificateOutcome.Refused> refusal(AddCertificate command) {
        var firm = command.actor().organisation();
        if (companies.lock(List.of(firm)).isEmpty()) {
            return refused(CompanyRefusal.COMPANY_UNKNOWN, Map.of());
        }
        var details = command.details();
        if (isWrong(details.number(), AddCertificate.NUMBER_LENGTH_MAX)
                || isWrong(details.issuer(), AddCertificate.ISSUER_LENGTH_MAX)) {
            return refused(
                    CompanyRefusal.CERTIFICATE_DETAILS_WRONG,
                    Map.of("number", AddCertificate.NUMBER_LENGTH_MAX, "issuer", AddCertificate.ISSUER_LENGTH_MAX));
        }
        var issued = details.issuedOn();
        var until = details.validUntil();
        if (issued != null && (issued.isAfter(clock.today()) || (until != null && until.isBefore(issued)))) {
            return refused(CompanyRefusal.CERTIFICATE_DATES_WRONG, Map.of());
        }
        var kept = list(command.actor(), firm);
        if (kept.size() >= AddCertificate.CERTIFICATES_MAX) {
            return refused(CompanyRefusal.CERTIFICATE_TOO_MANY, Map.of("limit", AddCertificate.CERTIFICATES_MAX));
        }
        if (kept.stream().anyMatch(other -> isSame(other.details(), details))) {
            return refused(CompanyRefusal.CERTIFICATE_DOUBLED, Map.of("number", details.number()));
        }
        return evidence.refusal(command.actor(), List.of(command.file()), List.of())
                .map(refused -> new CertificateOutcome.Refused(refused.code(), refused.facts()));
    }

    private static boolean isWrong(String text, int lengthMax) {
        return text.isBlank() || text.strip().length() > lengthMax;
    }

    private static boolean isSame(CertificateView.Details one, CertificateView.Details other) {
        return one.kind() == other.kind() && one.number().equals(other.number().strip());
    }

    private CertificateOutcome write(AddCertificate command) {
        var certificate = new CertificateView(
                new CertificateId(ids.next(CertificateId.PREFIX)),
                command.actor().organisation(),
                command.details(),
                evidence.keep(command.actor(), List.of(command.file())).getFirst(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null);
        store.insert(certificate, command.actor());
        return done(command.actor(), "company.certificate-added", certificate);
    }

    /// An office held it against the original.
    @Transactional
    public CertificateOutcome check(RequestKey key, Actor actor, CertificateId id) {
        actor.require(Permission.DECIDE_CORRECTION);
        return requests.once(actor, key, new Checked(id), CertificateOutcome.class, () -> {
            var certificate = find(actor, Permission.DECIDE_CORRECTION, id);
            store.check(id, actor, clock.instant().truncatedTo(ChronoUnit.MICROS));
            return done(actor, "company.certificate-checked", certificate);
        });
    }

    @Transactional
    public CertificateOutcome remove(RequestKey key, Actor actor, CertificateId id) {
        actor.require(Permission.MAINTAIN_COMPANY);
        return requests.once(actor, key, new Removed(id), CertificateOutcome.class, () -> {
            var certificate = find(actor, Permission.MAINTAIN_COMPANY, id);
            store.remove(id, actor, clock.instant().truncatedTo(ChronoUnit.MICROS));
            return done(actor, "company.certificate-removed", certificate);
        });
    }

    private CertificateView find(Actor actor, Permission permission, CertificateId id) {
        return store.find(actor.scope(permission), id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private CertificateOutcome done(Actor actor, String action, CertificateView certificate) {
        audit.record(
                actor,
                action,
                certificate.id().value(),
                Map.of(
                        "firm", certificate.firm().value(),
                        "kind", certificate.details().kind().name(),
                        "number", certificate.details().number()));
        return new CertificateOutcome.Done(certificate.id());
    }

    @Transactional(readOnly = true)
    public Optional<CertificateView> find(Actor reader, CertificateId id) {
        return store.find(reader.scope(Permission.READ_COMPANY), id);
    }

    /// Those that end first come first.
    @Transactional(readOnly = true)
    public List<CertificateView> list(Actor reader, OrgId firm) {
        return store.ofFirm(reader.scope(Permission.READ_COMPANY), firm);
    }

    /// Those of a firm that end soon, or did lately and were not replaced.
    @Transactional(readOnly = true)
    public List<CertificateView> ending(Actor reader, OrgId firm) {
        var soon = clock.today().plusDays(settings.certificateWarningDays());
        return list(reader, firm).stream()
                .filter(certificate -> certificate.hasEndedBy(soon.plusDays(1)))
                .toList();
    }

    private static Optional<CertificateOutcome.Refused> refused(CompanyRefusal code, Map<String, Object> facts) {
        return Optional.of(new CertificateOutcome.Refused(code, facts));
    }
}
