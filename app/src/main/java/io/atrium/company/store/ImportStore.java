// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.store;

import static io.atrium.jooq.Tables.ORGANISATION;
import static io.atrium.jooq.Tables.REGISTRY_IMPORT;

import io.atrium.company.ImportId;
import io.atrium.company.ImportReport;
import io.atrium.company.RegistryImportSummary;
import io.atrium.company.RegistryImportView;
import io.atrium.company.Verification;
import io.atrium.files.FileId;
import io.atrium.files.FileView;
import io.atrium.jooq.tables.records.RegistryImportRecord;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Deliveries that were handed in, with their reports.
@Component
public class ImportStore {

    private static final String IMPORTED = "IMPORTED";
    private static final String REJECTED = "REJECTED";

    private final DSLContext database;
    private final JsonMapper json;

    ImportStore(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// One delivery is taken at a time: two that name the same new firm would each want to found its file.
    public void lock() {
        database.execute("lock table registry_import in exclusive mode");
    }

    public void save(ImportId id, FileView file, boolean imported, Actor actor, Instant at, ImportReport report) {
        database.insertInto(REGISTRY_IMPORT)
                .set(REGISTRY_IMPORT.ID, id.value())
                .set(REGISTRY_IMPORT.FILE_ID, file.id().value())
                .set(REGISTRY_IMPORT.FILE_NAME, file.name())
                .set(REGISTRY_IMPORT.SHA256, file.sha256())
                .set(REGISTRY_IMPORT.RESULT, imported ? IMPORTED : REJECTED)
                .set(REGISTRY_IMPORT.ORGANISATION_ID, actor.organisation().value())
                .set(REGISTRY_IMPORT.IMPORTED_BY, actor.name())
                .set(REGISTRY_IMPORT.IMPORTED_AT, at.atOffset(ZoneOffset.UTC))
                .set(REGISTRY_IMPORT.REPORT, JSONB.valueOf(json.writeValueAsString(report)))
                .execute();
    }

    /// The latest delivery of the same content.
    public Optional<RegistryImportView> sameContent(String sha256) {
        return database.selectFrom(REGISTRY_IMPORT)
                .where(REGISTRY_IMPORT.SHA256.eq(sha256))
                .orderBy(REGISTRY_IMPORT.ID.desc())
                .limit(1)
                .fetchOptional(this::view);
    }

    public Optional<RegistryImportView> find(Scope scope, ImportId id) {
        return database.selectFrom(REGISTRY_IMPORT)
                .where(REGISTRY_IMPORT.ID.eq(id.value()), Scope.condition(scope, REGISTRY_IMPORT.ORGANISATION_ID))
                .fetchOptional(this::view);
    }

    /// Who took a delivery in, for the badge of the firms in it.
    public Optional<Verification> verification(String id, LocalDate sourceDate) {
        return database.select(ORGANISATION.NAME_ZH, ORGANISATION.NAME_EN, REGISTRY_IMPORT.IMPORTED_AT)
                .from(REGISTRY_IMPORT)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(REGISTRY_IMPORT.ORGANISATION_ID))
                .where(REGISTRY_IMPORT.ID.eq(id))
                .fetchOptional(row -> new Verification(
                        row.value1(), row.value2(), row.value3().toInstant(), sourceDate));
    }

    /// Newest first, without their reports, which may be long.
    public List<RegistryImportSummary> list(Scope scope, int limit) {
        var rows = DSL.field("jsonb_array_length({0} -> 'rows')", Integer.class, REGISTRY_IMPORT.REPORT);
        return database.select(
                        REGISTRY_IMPORT.ID,
                        REGISTRY_IMPORT.FILE_ID,
                        REGISTRY_IMPORT.FILE_NAME,
                        REGISTRY_IMPORT.RESULT,
                        REGISTRY_IMPORT.IMPORTED_BY,
                        REGISTRY_IMPORT.IMPORTED_AT,
                        rows)
                .from(REGISTRY_IMPORT)
                .where(Scope.condition(scope, REGISTRY_IMPORT.ORGANISATION_ID))
                .orderBy(REGISTRY_IMPORT.ID.desc())
                .limit(limit)
                .fetch(row -> new RegistryImportSummary(
                        new ImportId(row.value1()),
                        new FileId(row.value2()),
                        row.value3(),
                        row.value4().equals(IMPORTED),
                        row.value5(),
                        row.value6().toInstant(),
                        row.value7()));
    }

    private RegistryImportView view(RegistryImportRecord row) {
        return new RegistryImportView(
                new ImportId(row.getId()),
                new FileId(row.getFileId()),
                row.getFileName(),
                row.getResult().equals(IMPORTED),
                row.getImportedBy(),
                row.getImportedAt().toInstant(),
                json.readValue(row.getReport().data(), ImportReport.class));
    }
}
