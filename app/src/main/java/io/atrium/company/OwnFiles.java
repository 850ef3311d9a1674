// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.company.store.CompanyStore;
import io.atrium.company.store.FactStore;
import io.atrium.identity.Audit;
import io.atrium.identity.Organisations;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Requests;
import io.atrium.web.Seen;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a firm does to its own file (企业自报): open it, see what it lacks, state what nobody else has.
@Component
public class OwnFiles {

    private final Requests requests;
    private final FactDesk desk;
    private final FactCatalogue catalogue;
    private final CompanyStore companies;
    private final FactStore facts;
    private final Organisations organisations;
    private final Audit audit;
    private final List<FactUses> uses;
    private final Companies files;
    private final BusinessClock businessClock;
    private final InstantSource systemClock;

    OwnFiles(
            Requests requests,
            FactDesk desk,
            FactCatalogue catalogue,
            CompanyStore companies,
            FactStore facts,
            Organisations organisations,
            Audit audit,
            List<FactUses> uses,
            Companies files,
            BusinessClock businessClock,
            InstantSource systemClock) {
        this.requests = requests;
        this.desk = desk;
        this.catalogue = catalogue;
        this.companies = companies;
        this.facts = facts;
        this.organisations = organisations;
        this.audit = audit;
        this.uses = uses;
        this.files = files;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
    }

    private record Opening(OrgId firm) {}

    private record Statement(String factKey, @Nullable Integer year, String value, LocalDate since, Seen seen) {}

    /// Whether the firm could open its file by itself: it is registered here under its unified code.
    @Transactional(readOnly = true)
    public boolean mayOpen(Actor actor) {
        return actor.may(Permission.MAINTAIN_COMPANY)
                && organisations
                        .find(actor.organisation())
                        .filter(found -> found.kind() == OrgKind.FIRM && found.unifiedCode() != null)
                        .isPresent();
    }

    /// Opens the file of a firm that the registry has not delivered yet, under the code that it was registered with.
    @Transactional
    public RecordOutcome open(RequestKey key, Actor actor) {
        actor.require(Permission.MAINTAIN_COMPANY);
        return requests.once(actor, key, new Opening(actor.organisation()), RecordOutcome.class, () -> openFor(actor));
    }

    private RecordOutcome openFor(Actor actor) {
        var organisation = organisations.find(actor.organisation()).orElseThrow();
        var code = organisation.unifiedCode();
        if (organisation.kind() != OrgKind.FIRM || code == null) {
            return refused(CompanyRefusal.CODE_NOT_REGISTERED, Map.of());
        }
        if (companies.open(organisation.id(), code, organisation.nameZh(), systemClock.instant())) {
            audit.record(actor, "company.file-opened", organisation.id().value(), Map.of("unified_code", code));
        }
        return new RecordOutcome.Recorded(0, 0);
    }

    /// Writes the statement down with the firm as its source.
    @Transactional
    public RecordOutcome declare(DeclareFact command) {
        command.actor().require(Permission.MAINTAIN_COMPANY);
        var content =
                new Statement(command.factKey(), command.year(), command.value(), command.since(), command.seen());
        return requests.once(command.actor(), command.key(), content, RecordOutcome.class, () -> write(command));
    }

    private RecordOutcome write(DeclareFact command) {
        var firm = command.actor().organisation();
        if (companies.lock(List.of(firm)).isEmpty()) {
            return refused(CompanyRefusal.COMPANY_UNKNOWN, Map.of());
        }
        var entry = new RecordFacts.Entry(firm, command.factKey(), command.year(), command.value(), null);
        return overtaken(command)
                .or(() -> refusal(command, entry))
                .orElseGet(() -> desk.write(new RecordFacts(
                        command.key(),
                        command.actor(),
                        FactSource.SELF_REPORT,
                        null,
                        command.since(),
                        List.of(entry))));
    }

    private Optional<RecordOutcome> overtaken(DeclareFact command) {
        var actor = command.actor();
        return files.file(actor, actor.organisation(), businessClock.today(), systemClock.instant())
                .flatMap(file -> command.seen().refusal(file.seen(command.factKey(), null)))
                .map(_ -> refused(CompanyRefusal.FACT_CHANGED_MEANWHILE, Map.of("fact", command.factKey())));
    }

    private Optional<RecordOutcome> refusal(DeclareFact command, RecordFacts.Entry entry) {
        if (command.since().isAfter(businessClock.today())) {
            return Optional.of(refused(
                    CompanyRefusal.SOURCE_DATE_IN_FUTURE,
                    Map.of("date", command.since().toString())));
        }
        return desk.refusal(entry, command.actor()).or(() -> {
            var fact = catalogue.find(command.factKey()).orElseThrow();
            if (!fact.declarable()) {
                return Optional.of(refused(CompanyRefusal.FACT_NOT_DECLARABLE, Map.of("fact", fact.key())));
            }
            return isKnownFromOthers(entry.firm(), fact)
                    ? Optional.of(refused(CompanyRefusal.FACT_KNOWN_OTHERWISE, Map.of("fact", fact.key())))
                    : Optional.empty();
        });
    }

    /// What a registry or an office has said is corrected by request, not overwritten.
    private boolean isKnownFromOthers(OrgId firm, FactDefinition fact) {
        return facts.current(List.of(firm)).getOrDefault(firm, Map.of()).getOrDefault(fact.key(), List.of()).stream()
                .anyMatch(known -> known.claim().origin().source() != FactSource.SELF_REPORT);
    }

    /// What a file lacks, the most useful first; of a firm without a file, everything. Absent where the reader may not
    /// see the firm.
    @Transactional(readOnly = true)
    public Optional<List<MissingFact>> missing(Actor reader, OrgId firm) {
        var missing = files.file(reader, firm, businessClock.today(), systemClock.instant())
                .map(CompanyFile::missing)
                .or(() -> isOwn(reader, firm) ? Optional.of(catalogue.definitions()) : Optional.empty());
        return missing.map(definitions -> sorted(definitions, uses(reader, firm)));
    }

    private static boolean isOwn(Actor reader, OrgId firm) {
        return reader.may(Permission.READ_COMPANY)
                && reader.kind() == OrgKind.FIRM
                && reader.organisation().equals(firm);
    }

    private Map<String, List<FactUses.Use>> uses(Actor reader, OrgId firm) {
        return uses.stream()
                .flatMap(source -> source.missing(reader, firm).entrySet().stream())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        Map.Entry::getValue,
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList()));
    }

    /// A quotient is shown where the facts that it is made of are missing: they are what can be added.
    private static List<MissingFact> sorted(List<FactDefinition> missing, Map<String, List<FactUses.Use>> uses) {
        var keys = missing.stream().map(FactDefinition::key).collect(Collectors.toSet());
        return missing.stream()
                .filter(fact -> !followsFrom(fact, keys))
                .map(fact -> new MissingFact(fact, uses.getOrDefault(fact.key(), List.of())))
                .sorted(MissingFact.MOST_USEFUL_FIRST)
                .toList();
    }

    private static boolean followsFrom(FactDefinition fact, Set<String> missing) {
        var rule = fact.derived();
        return rule != null && (missing.contains(rule.dividend()) || missing.contains(rule.divisor()));
    }

    private static RecordOutcome refused(CompanyRefusal code, Map<String, Object> facts) {
        return new RecordOutcome.Refused(code, new HashMap<>(facts));
    }
}
