// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.company.ImportReport.Problem;
import io.atrium.company.ImportReport.Row;
import io.atrium.company.ImportReport.RowResult;
import io.atrium.company.domain.Claim;
import io.atrium.company.domain.Delivery;
import io.atrium.company.domain.DeliveryReader;
import io.atrium.company.store.CompanyStore;
import io.atrium.company.store.ImportStore;
import io.atrium.files.FileView;
import io.atrium.files.StoreFile;
import io.atrium.files.StoreOutcome;
import io.atrium.files.StoredFiles;
import io.atrium.identity.Audit;
import io.atrium.identity.OrganisationView;
import io.atrium.identity.Organisations;
import io.atrium.identity.RegisterOrganisation;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.operation.Progress;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Takes in registry deliveries: read whole, judged whole, then written whole or not at all.
@Component
class RegistryDesk {

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final FactCatalogue catalogue;
    private final StoredFiles files;
    private final Organisations organisations;
    private final CompanyStore companies;
    private final ImportStore imports;
    private final FactBook facts;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock businessClock;
    private final InstantSource systemClock;

    RegistryDesk(
            FactCatalogue catalogue,
            StoredFiles files,
            Organisations organisations,
            CompanyStore companies,
            ImportStore imports,
            FactBook facts,
            Audit audit,
            Ids ids,
            BusinessClock businessClock,
            InstantSource systemClock) {
        this.catalogue = catalogue;
        this.files = files;
        this.organisations = organisations;
        this.companies = companies;
        this.imports = imports;
        this.facts = facts;
        this.audit = audit;
        this.ids = ids;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
    }

    /// A delivery whose content was taken before is not taken again: its first result is given once more.
    ImportOutcome take(ImportRegistry command, Progress progress) {
        progress.stage(0);
        imports.lock();
        var file = keep(command);
        var earlier = imports.sameContent(file.sha256());
        if (earlier.isPresent() && earlier.get().imported()) {
            return new ImportOutcome.Imported(earlier.get().id(), earlier.get().report());
        }
        var delivery = DeliveryReader.read(command.bytes(), catalogue, businessClock.today());
        var problems = new ArrayList<>(delivery.problems());
        problems.addAll(codesOfOtherOrganisations(delivery.rows()));
        return problems.isEmpty()
                ? importAll(command.actor(), file, delivery.rows(), progress)
                : reject(
                        command.actor(),
                        file,
                        earlier,
                        ImportReport.rejected(unimported(delivery.rows(), problems), problems));
    }

    private FileView keep(ImportRegistry command) {
        var store = new StoreFile(
                command.actor(),
                command.fileName(),
                DeliveryReader.isBook(command.bytes()) ? XLSX : CSV,
                command.bytes());
        return switch (files.store(store)) {
            case StoreOutcome.Stored(var file) -> file;
            case StoreOutcome.Refused(var refusal) -> throw new RefusedException(refusal);
        };
    }

    /// A firm's code that already names a provider or an office is a clerk's error, not a new firm.
    private List<Problem> codesOfOtherOrganisations(List<Delivery.Row> rows) {
        return rows.stream()
                .filter(row -> UnifiedCode.isValid(row.unifiedCode()))
                .filter(row -> organisations
                        .findByCode(row.unifiedCode())
                        .map(OrganisationView::kind)
                        .filter(kind -> kind != OrgKind.FIRM)
                        .isPresent())
                .map(row ->
                        new Problem(row.line(), "unified_code", ImportProblem.CODE_OF_ANOTHER_KIND, row.unifiedCode()))
                .toList();
    }

    private ImportOutcome reject(
            Actor actor, FileView file, Optional<RegistryImportView> earlier, ImportReport report) {
        if (earlier.isPresent() && earlier.get().report().equals(report)) {
            return new ImportOutcome.Rejected(earlier.get().id(), report);
        }
        var id = new ImportId(ids.next(ImportId.PREFIX));
        imports.save(id, file, false, actor, now(), report);
        audit.record(
                actor,
                "company.delivery-rejected",
                id.value(),
                Map.of("file", file.name(), "problems", report.problemsFound()));
        return new ImportOutcome.Rejected(id, report);
    }

    private ImportOutcome importAll(Actor actor, FileView file, List<Delivery.Row> rows, Progress progress) {
        var id = new ImportId(ids.next(ImportId.PREFIX));
        var at = now();
        var admitted = admitAll(rows, at, progress);
        var claims = new LinkedHashMap<OrgId, List<Claim>>();
        admitted.forEach(one -> claims.put(one.firm(), originated(one.row(), id, file)));
        companies.lock(claims.keySet());
        var news = facts.write(claims, id.value(), actor.person().value(), at);
        var report = ImportReport.imported(admitted.stream()
                .map(one -> reported(one, news.getOrDefault(one.firm(), 0)))
                .toList());
        imports.save(id, file, true, actor, at, report);
        audit.record(
                actor,
                "company.delivery-imported",
                id.value(),
                Map.of(
                        "file",
                        file.name(),
                        "created",
                        report.created(),
                        "updated",
                        report.updated(),
                        "facts",
                        report.factsRecorded()));
        return new ImportOutcome.Imported(id, report);
    }

    /// A row whose firm has a file, perhaps since just now.
    private record Admitted(Delivery.Row row, OrgId firm, boolean isNew) {}

    private List<Admitted> admitAll(List<Delivery.Row> rows, Instant at, Progress progress) {
        progress.stage(1, rows.size());
        var admitted = new ArrayList<Admitted>(rows.size());
        for (var row : rows) {
            admitted.add(admit(row, at));
            progress.done(admitted.size());
        }
        progress.stage(2);
        return admitted;
    }

    private Admitted admit(Delivery.Row row, Instant at) {
        var firm = organisations.register(
                new RegisterOrganisation(OrgKind.FIRM, row.name(), nameEn(row), row.unifiedCode()));
        return new Admitted(row, firm, companies.open(firm, row.unifiedCode(), row.name(), at));
    }

    private static String nameEn(Delivery.Row row) {
        return row.claims().stream()
                .filter(claim -> claim.key().equals("name_en"))
                .map(claim -> claim.value().toString())
                .findFirst()
                .orElse(row.name());
    }

    private static List<Claim> originated(Delivery.Row row, ImportId id, FileView file) {
        return row.claims().stream()
                .map(claim -> new Claim(
                        claim.key(),
                        claim.validity(),
                        claim.value(),
                        new FactOrigin(
                                claim.origin().source(),
                                id.value(),
                                claim.origin().date(),
                                file.id().value())))
                .toList();
    }

    private static Row reported(Admitted one, int recorded) {
        var result = one.isNew() ? RowResult.CREATED : recorded > 0 ? RowResult.UPDATED : RowResult.UNCHANGED;
        var row = one.row();
        return new Row(row.line(), row.unifiedCode(), row.name(), result, recorded, one.firm());
    }

    private static List<Row> unimported(List<Delivery.Row> rows, List<Problem> problems) {
        var faulty = problems.stream().map(Problem::line).collect(Collectors.toSet());
        return rows.stream()
                .map(row -> new Row(
                        row.line(),
                        row.unifiedCode(),
                        row.name(),
                        faulty.contains(row.line()) ? RowResult.FAULTY : RowResult.NOT_IMPORTED,
                        0,
                        null))
                .toList();
    }

    /// The database keeps microseconds; a finer moment would not be found again.
    private Instant now() {
        return systemClock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
