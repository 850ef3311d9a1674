// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.company.domain.Claim;
import io.atrium.company.domain.FactResolution;
import io.atrium.company.store.CompanyStore;
import io.atrium.company.store.FactStore;
import io.atrium.company.store.ImportStore;
import io.atrium.files.FileId;
import io.atrium.files.StoredFiles;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.web.Requests;
import io.atrium.web.operation.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of the company file: take in what is known of firms, and tell it as of a day and a moment.
@Component
public class Companies {

    public static final int PAGE_SIZE_MAX = 200;

    /// Some 30,000 facts: enough to make queries few, and not enough to fill the memory.
    public static final int FIRMS_AT_ONCE = 500;

    private static final int IMPORTS_LISTED_MAX = 50;

    private final Requests requests;
    private final RegistryDesk registry;
    private final FactDesk desk;
    private final FactCatalogue catalogue;
    private final CompanyStore companies;
    private final FactStore facts;
    private final ImportStore imports;
    private final StoredFiles files;

    Companies(
            Requests requests,
            RegistryDesk registry,
            FactDesk desk,
            FactCatalogue catalogue,
            CompanyStore companies,
            FactStore facts,
            ImportStore imports,
            StoredFiles files) {
        this.requests = requests;
        this.registry = registry;
        this.desk = desk;
        this.catalogue = catalogue;
        this.companies = companies;
        this.facts = facts;
        this.imports = imports;
        this.files = files;
    }

    /// What two requests under one key must have in common; who asks is part of the key's scope already.
    private record Content(String fileName, byte[] bytes) {}

    private record Statements(FactSource source, LocalDate sourceDate, List<RecordFacts.Entry> entries) {}

    /// Takes in a registry delivery, all of it or nothing; the report names every row and every problem.
    @Transactional
    public ImportOutcome importRegistry(ImportRegistry command) {
        return take(command, Progress.UNWATCHED);
    }

    /// The same, telling how far it is; a cancellation undoes all of it.
    @Transactional
    public ImportOutcome importRegistry(ImportRegistry command, Progress progress) {
        return take(command, progress);
    }

    private ImportOutcome take(ImportRegistry command, Progress progress) {
        command.actor().require(Permission.IMPORT_REGISTRY);
        return requests.once(
                command.actor(),
                command.key(),
                new Content(command.fileName(), command.bytes()),
                ImportOutcome.class,
                () -> registry.take(command, progress));
    }

    /// Writes down facts from another source than the registry, all of them or none.
    @Transactional
    public RecordOutcome recordFacts(RecordFacts command) {
        command.actor().require(Permission.RECORD_FACTS);
        return requests.once(
                command.actor(),
                command.key(),
                new Statements(command.source(), command.sourceDate(), command.entries()),
                RecordOutcome.class,
                () -> desk.record(command));
    }

    /// A firm's facts to decide with: for a day, as known at a moment.
    @Transactional(readOnly = true)
    public FactSnapshot facts(OrgId firm, LocalDate validOn, Instant knownAt) {
        var lines = new FactResolution(catalogue, validOn).lines(facts.knownAt(firm, knownAt));
        return new FactSnapshot(firm, validOn, knownAt, FactResolution.newest(lines));
    }

    /// The same for many firms, in one query; at most [#FIRMS_AT_ONCE].
    @Transactional(readOnly = true)
    public List<FactSnapshot> facts(List<OrgId> firms, LocalDate validOn, Instant knownAt) {
        if (firms.size() > FIRMS_AT_ONCE) {
            throw new IllegalArgumentException("at most " + FIRMS_AT_ONCE + " firms at once");
        }
        var resolution = new FactResolution(catalogue, validOn);
        var known = facts.knownAt(firms, knownAt);
        return firms.stream()
                .map(firm -> new FactSnapshot(
                        firm,
                        validOn,
                        knownAt,
                        FactResolution.newest(resolution.lines(known.getOrDefault(firm, List.of())))))
                .toList();
    }

    /// The company file as the actor may see it; absent and forbidden are the same.
    @Transactional(readOnly = true)
    public Optional<CompanyFile> file(Actor reader, OrgId firm, LocalDate validOn, Instant knownAt) {
        return companies.find(reader.scope(Permission.READ_COMPANY), firm).map(company -> {
            var claims = facts.knownAt(firm, knownAt);
            var openable = new HashMap<String, Boolean>();
            var lines = new FactResolution(catalogue, validOn)
                    .lines(claims).stream()
                            .filter(line -> line.definition().visibility().reaches(reader, firm))
                            .map(line -> line.showingEvidenceIf(
                                    evidence -> openable.computeIfAbsent(evidence, id -> canOpen(reader, id))))
                            .toList();
            return new CompanyFile(
                    company, validOn, knownAt, verification(claims), lines, missing(reader, firm, lines));
        });
    }

    private List<FactDefinition> missing(Actor reader, OrgId firm, List<CompanyFile.Line> lines) {
        var known = lines.stream().map(line -> line.definition().key()).collect(Collectors.toSet());
        return catalogue.definitions().stream()
                .filter(fact -> !known.contains(fact.key()) && fact.visibility().reaches(reader, firm))
                .toList();
    }

    private @Nullable Verification verification(List<Claim> claims) {
        return claims.stream()
                .filter(claim -> claim.key().equals("unified_code"))
                .filter(claim -> claim.origin().source() == FactSource.REGISTRY)
                .map(Claim::origin)
                .findFirst()
                .flatMap(origin -> imports.verification(String.valueOf(origin.reference()), origin.date()))
                .orElse(null);
    }

    /// A registry's delivery proves the facts of many firms, and none of them may read it.
    private boolean canOpen(Actor reader, String evidence) {
        return files.find(reader.scope(Permission.READ_COMPANY), new FileId(evidence))
                .isPresent();
    }

    @Transactional(readOnly = true)
    public Optional<CompanyView> find(Scope scope, OrgId firm) {
        return companies.find(scope, firm);
    }

    /// By name; pages count from 1.
    @Transactional(readOnly = true)
    public List<CompanyView> list(Scope scope, CompanyFilter filter, int page, int size) {
        int limit = Math.clamp(size, 1, PAGE_SIZE_MAX);
        return companies.list(scope, filter, Math.multiplyExact(Math.max(page, 1) - 1, limit), limit);
    }

    @Transactional(readOnly = true)
    public int count(Scope scope, CompanyFilter filter) {
        return companies.count(scope, filter);
    }

    /// By id, those after a given one.
    @Transactional(readOnly = true)
    public List<CompanyView> listAfter(Scope scope, String afterId, int limit) {
        return companies.listAfter(scope, afterId, Math.clamp(limit, 1, PAGE_SIZE_MAX + 1));
    }

    @Transactional(readOnly = true)
    public List<String> districts(Scope scope) {
        return companies.districts(scope);
    }

    /// In which district each firm is registered; firms of which it is not known are left out.
    @Transactional(readOnly = true)
    public Map<OrgId, String> districts() {
        return companies.districts();
    }

    /// Firms that are registered in a district.
    @Transactional(readOnly = true)
    public List<OrgId> inDistrict(String district) {
        return companies.inDistrict(district);
    }

    /// When facts of a firm came in, newest first.
    @Transactional(readOnly = true)
    public List<FactRecording> recordings(Actor reader, OrgId firm, int limit) {
        return reader.scope(Permission.READ_COMPANY).sees(firm) ? facts.recordings(firm, limit) : List.of();
    }

    /// All firms, for deciding.
    @Transactional(readOnly = true)
    public List<OrgId> ids() {
        return companies.ids();
    }

    @Transactional(readOnly = true)
    public Optional<RegistryImportView> findImport(Scope scope, ImportId id) {
        return imports.find(scope, id);
    }

    /// The latest deliveries, newest first.
    @Transactional(readOnly = true)
    public List<RegistryImportSummary> listImports(Scope scope) {
        return imports.list(scope, IMPORTS_LISTED_MAX);
    }
}
