// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.company.domain.FactResolution;
import io.atrium.company.store.CompanyStore;
import io.atrium.company.store.ConsentStore;
import io.atrium.company.store.FactStore;
import io.atrium.identity.Audit;
import io.atrium.identity.OrganisationView;
import io.atrium.identity.Organisations;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Requests;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of the consent ledger (授权台账): a firm lets a bank or a provider read groups of its facts and takes it
/// back at once; what is not consented is not there for them.
@Component
public class Consents {

    /// Bodies that read nothing unless the firm lets them.
    public static final Set<OrgKind> CONSENTED = EnumSet.of(OrgKind.BANK);
    /// Bodies that read by their role; nobody can take that from them.
    public static final Set<OrgKind> BY_ROLE = EnumSet.of(OrgKind.COMMUNITY, OrgKind.DEPARTMENT, OrgKind.AUDIT);

    /// For so many days a change is called recent.
    public static final int CHANGED_DAYS = 30;
    /// So many days before its last a consent is called ending.
    public static final int ENDING_DAYS = 30;

    private final Requests requests;
    private final ConsentStore store;
    private final CompanyStore companies;
    private final FactStore facts;
    private final FactCatalogue catalogue;
    private final Organisations organisations;
    private final ConsentNotices notices;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock clock;
    private final InstantSource systemClock;

    Consents(
            Requests requests,
            ConsentStore store,
            CompanyStore companies,
            FactStore facts,
            FactCatalogue catalogue,
            Organisations organisations,
            ConsentNotices notices,
            Audit audit,
            Ids ids,
            BusinessClock clock,
            InstantSource systemClock) {
        this.requests = requests;
        this.store = store;
        this.companies = companies;
        this.facts = facts;
        this.catalogue = catalogue;
        this.organisations = organisations;
        this.notices = notices;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.systemClock = systemClock;
    }

    private record Given(OrgId body, List<String> groups, String purpose, LocalDate until) {}

    private record Taken(ConsentId id) {}

    @Transactional
    public ConsentOutcome grant(GrantConsent command) {
        command.actor().require(Permission.MANAGE_CONSENT);
        var content = new Given(command.body(), command.groups(), command.purpose(), command.until());
        return requests.once(
                command.actor(),
                command.key(),
                content,
                ConsentOutcome.class,
                () -> refusal(command).<ConsentOutcome>map(refused -> refused).orElseGet(() -> write(command)));
    }

    private ConsentOutcome write(GrantConsent command) {
        var id = new ConsentId(ids.next(ConsentId.PREFIX));
        store.grant(id, command, clock.instant().truncatedTo(ChronoUnit.MICROS));
        notices.granted(id, command);
        audit.record(
                command.actor(),
                "company.consent-granted",
                id.value(),
                Map.of(
                        "body",
                        command.body().value(),
                        "groups",
                        command.groups(),
                        "until",
                        command.until().toString()));
        return new ConsentOutcome.Done(id);
    }

    private Optional<ConsentOutcome.Refused> refusal(GrantConsent command) {
        if (companies.lock(List.of(command.actor().organisation())).isEmpty()) {
            return refused(CompanyRefusal.COMPANY_UNKNOWN, Map.of());
        }
        if (bodies().stream().noneMatch(body -> body.id().equals(command.body()))) {
            return refused(CompanyRefusal.CONSENT_BODY_UNKNOWN, Map.of());
        }
        var known = catalogue.groups().stream().map(FactCatalogue.Group::key).collect(Collectors.toSet());
        if (command.groups().isEmpty() || !known.containsAll(command.groups())) {
            return refused(CompanyRefusal.CONSENT_GROUPS_WRONG, Map.of());
        }
        if (command.purpose().isBlank() || command.purpose().length() > GrantConsent.PURPOSE_LENGTH_MAX) {
            return refused(
                    CompanyRefusal.CONSENT_PURPOSE_OUT_OF_RANGE, Map.of("limit", GrantConsent.PURPOSE_LENGTH_MAX));
        }
        var last = clock.today().plusYears(GrantConsent.YEARS_MAX);
        return command.until().isBefore(clock.today()) || command.until().isAfter(last)
                ? refused(CompanyRefusal.CONSENT_TERM_OUT_OF_RANGE, Map.of("years", GrantConsent.YEARS_MAX))
                : Optional.empty();
    }

    /// Takes effect at once: the body's next look finds nothing.
    @Transactional
    public ConsentOutcome revoke(RequestKey key, Actor actor, ConsentId id) {
        actor.require(Permission.MANAGE_CONSENT);
        return requests.once(actor, key, new Taken(id), ConsentOutcome.class, () -> {
            var consent = store.find(actor.scope(Permission.MANAGE_CONSENT), id)
                    .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
            if (!consent.holdsOn(clock.today())
                    || !store.end(id, actor, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
                return new ConsentOutcome.Refused(CompanyRefusal.CONSENT_ENDED, Map.of());
            }
            notices.revoked(consent, actor.organisationName());
            audit.record(
                    actor,
                    "company.consent-revoked",
                    id.value(),
                    Map.of("body", consent.body().id().value()));
            return new ConsentOutcome.Done(id);
        });
    }

    /// Bodies to which a firm can give consent.
    @Transactional(readOnly = true)
    public List<OrganisationView> bodies() {
        return CONSENTED.stream()
                .flatMap(kind -> organisations.list(kind).stream())
                .toList();
    }

    /// Bodies that read every firm's file by their role.
    @Transactional(readOnly = true)
    public List<OrganisationView> bodiesByRole() {
        return BY_ROLE.stream()
                .flatMap(kind -> organisations.list(kind).stream())
                .toList();
    }

    /// All that a firm ever consented to, newest first.
    @Transactional(readOnly = true)
    public List<ConsentView> ledger(Actor reader, OrgId firm) {
        return store.ofFirm(reader.scope(Permission.READ_COMPANY), firm);
    }

    @Transactional(readOnly = true)
    public Optional<ConsentView> find(Actor reader, ConsentId id) {
        return store.find(reader.scope(Permission.READ_COMPANY), id);
    }

    /// Which bodies may read a group of facts now because the firm consented.
    @Transactional(readOnly = true)
    public Map<String, List<OrganisationView>> readers(Actor reader, OrgId firm) {
        var today = clock.today();
        var readers = new HashMap<String, List<OrganisationView>>();
        ledger(reader, firm).stream()
                .filter(consent -> consent.holdsOn(today))
                .forEach(consent -> consent.groups()
                        .forEach(group -> readers.merge(
                                group,
                                List.of(consent.body()),
                                (one, more) -> Stream.concat(one.stream(), more.stream())
                                        .distinct()
                                        .toList())));
        return readers;
    }

    /// Firms that let the reader's body read something, by name; pages count from 1.
    @Transactional(readOnly = true)
    public List<CompanyView> firms(Actor body, int page, int size) {
        int limit = Math.clamp(size, 1, Companies.PAGE_SIZE_MAX);
        int offset = Math.multiplyExact(Math.max(page, 1) - 1, limit);
        return store.firms(body.scope(Permission.READ_CONSENTED), clock.today(), offset, limit);
    }

    @Transactional(readOnly = true)
    public int countFirms(Actor body) {
        return store.countFirms(body.scope(Permission.READ_CONSENTED), clock.today());
    }

    /// Consents to the reader's body that began or ended in the last days, newest first.
    @Transactional(readOnly = true)
    public List<ConsentView> changed(Actor body) {
        var today = clock.today();
        return store.changed(body.scope(Permission.READ_CONSENTED), today.minusDays(CHANGED_DAYS), today);
    }

    /// Consents to the reader's body that end within days.
    @Transactional(readOnly = true)
    public List<ConsentView> ending(Actor body) {
        var today = clock.today();
        return store.ending(body.scope(Permission.READ_CONSENTED), today, today.plusDays(ENDING_DAYS));
    }

    /// The part of a firm's file that the reader's body was consented to; a firm that did not consent is not there.
    @Transactional(readOnly = true)
    public Optional<CompanyFile> file(Actor body, OrgId firm) {
        var groups = store.groups(body.scope(Permission.READ_CONSENTED), firm, clock.today());
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        return companies.find(new Scope.All(), firm).map(company -> {
            var now = systemClock.instant();
            var lines = new FactResolution(catalogue, clock.today())
                    .lines(facts.knownAt(firm, now)).stream()
                            .filter(line -> groups.contains(line.definition().group()))
                            .map(line -> line.showingEvidenceIf(_ -> false))
                            .toList();
            return new CompanyFile(company, clock.today(), now, null, lines, List.of());
        });
    }

    private static Optional<ConsentOutcome.Refused> refused(CompanyRefusal code, Map<String, Object> facts) {
        return Optional.of(new ConsentOutcome.Refused(code, facts));
    }
}
