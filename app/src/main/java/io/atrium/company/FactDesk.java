// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.company.domain.Claim;
import io.atrium.company.domain.FactReader;
import io.atrium.company.domain.FactReading;
import io.atrium.company.domain.Validity;
import io.atrium.company.store.CompanyStore;
import io.atrium.files.FileId;
import io.atrium.files.StoredFiles;
import io.atrium.identity.Audit;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes in facts one by one, from people and from other modules.
@Component
class FactDesk {

    private final FactCatalogue catalogue;
    private final CompanyStore companies;
    private final StoredFiles files;
    private final FactBook facts;
    private final Audit audit;
    private final BusinessClock businessClock;
    private final InstantSource systemClock;

    FactDesk(
            FactCatalogue catalogue,
            CompanyStore companies,
            StoredFiles files,
            FactBook facts,
            Audit audit,
            BusinessClock businessClock,
            InstantSource systemClock) {
        this.catalogue = catalogue;
        this.companies = companies;
        this.files = files;
        this.facts = facts;
        this.audit = audit;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
    }

    RecordOutcome record(RecordFacts command) {
        return refusal(command).orElseGet(() -> write(command));
    }

    private Optional<RecordOutcome> refusal(RecordFacts command) {
        var firms = command.entries().stream().map(RecordFacts.Entry::firm).collect(Collectors.toSet());
        var reachable = command.actor().scope(Permission.RECORD_FACTS);
        if (companies.lock(firms.stream().filter(reachable::sees).toList()).size() < firms.size()) {
            return refused(CompanyRefusal.COMPANY_UNKNOWN, Map.of());
        }
        if (command.entries().size() > RecordFacts.ENTRIES_MAX) {
            return refused(CompanyRefusal.TOO_MANY_FACTS, Map.of("limit", RecordFacts.ENTRIES_MAX));
        }
        if (command.sourceDate().isAfter(businessClock.today())) {
            return refused(
                    CompanyRefusal.SOURCE_DATE_IN_FUTURE,
                    Map.of("date", command.sourceDate().toString()));
        }
        var seen = new HashSet<List<Object>>();
        for (var entry : command.entries()) {
            if (!seen.add(List.of(entry.firm(), entry.factKey(), Optional.ofNullable(entry.year())))) {
                return refused(CompanyRefusal.FACT_DOUBLED, Map.of("fact", entry.factKey()));
            }
        }
        return command.entries().stream()
                .flatMap(entry -> refusal(entry, command.actor()).stream())
                .findFirst();
    }

    /// What is wrong with one entry by itself.
    Optional<RecordOutcome> refusal(RecordFacts.Entry entry, Actor actor) {
        var fact = catalogue.find(entry.factKey()).orElse(null);
        if (fact == null) {
            return refused(CompanyRefusal.FACT_UNKNOWN, Map.of("fact", entry.factKey()));
        }
        if (fact.isDerived()) {
            return refused(CompanyRefusal.FACT_DERIVED, Map.of("fact", fact.key()));
        }
        if (!yearFits(fact, entry.year())) {
            return refused(CompanyRefusal.FACT_YEAR_WRONG, Map.of("fact", fact.key()));
        }
        var problem = problem(fact, entry.value());
        if (problem != null) {
            return refused(
                    CompanyRefusal.FACT_UNREADABLE,
                    Map.of("fact", fact.key(), "value", entry.value(), "problem", problem.name()));
        }
        return entry.evidence() == null || isKept(entry.evidence(), actor)
                ? Optional.empty()
                : refused(CompanyRefusal.EVIDENCE_UNKNOWN, Map.of("evidence", entry.evidence()));
    }

    private boolean yearFits(FactDefinition fact, @Nullable Integer year) {
        return fact.isYearly()
                ? year != null && year >= 1 && year < businessClock.today().getYear()
                : year == null;
    }

    private @Nullable ImportProblem problem(FactDefinition fact, String value) {
        return switch (FactReader.read(fact, value)) {
            case FactReading.Blank() -> ImportProblem.VALUE_MISSING;
            case FactReading.Unreadable(var problem) -> problem;
            case FactReading.Read(LocalDate day)
            when day.isAfter(businessClock.today()) -> ImportProblem.DATE_IN_FUTURE;
            case FactReading.Read _ -> null;
        };
    }

    private boolean isKept(String evidence, Actor actor) {
        return evidence.startsWith(FileId.PREFIX + "_")
                && files.find(actor.scope(Permission.READ_COMPANY), new FileId(evidence))
                        .isPresent();
    }

    /// Of a command that was found right.
    RecordOutcome write(RecordFacts command) {
        var claims = new LinkedHashMap<OrgId, List<Claim>>();
        for (var entry : command.entries()) {
            claims.computeIfAbsent(entry.firm(), _ -> new ArrayList<>()).add(claim(entry, command));
        }
        var at = systemClock.instant().truncatedTo(ChronoUnit.MICROS);
        var cause = command.reference() == null ? command.source().name() : command.reference();
        var news = facts.write(claims, cause, command.actor().person().value(), at);
        news.forEach((firm, count) -> audit.record(
                command.actor(),
                "company.facts-recorded",
                firm.value(),
                Map.of("facts", count, "source", command.source().name())));
        int recorded = news.values().stream().mapToInt(Integer::intValue).sum();
        return new RecordOutcome.Recorded(recorded, command.entries().size() - recorded);
    }

    private Claim claim(RecordFacts.Entry entry, RecordFacts command) {
        var fact = catalogue.find(entry.factKey()).orElseThrow();
        var value = ((FactReading.Read) FactReader.read(fact, entry.value())).value();
        var validity = entry.year() == null ? Validity.since(command.sourceDate()) : Validity.ofYear(entry.year());
        var origin = new FactOrigin(command.source(), command.reference(), command.sourceDate(), entry.evidence());
        return new Claim(fact.key(), validity, value, origin);
    }

    private static Optional<RecordOutcome> refused(CompanyRefusal code, Map<String, Object> facts) {
        return Optional.of(new RecordOutcome.Refused(code, new HashMap<>(facts)));
    }
}
