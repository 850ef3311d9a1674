// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.pdf;

import static io.atrium.jooq.Sequences.ISSUED_SHEET_NUMBER;
import static io.atrium.jooq.Tables.ISSUED_SHEET;

import io.atrium.jooq.tables.records.IssuedSheetRecord;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.web.text.Lang;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// The register of sheets (文书登记簿). Rows are only ever added.
@Component
class SheetStore {

    private static final int LISTED_MAX = 200;

    private final DSLContext database;

    SheetStore(DSLContext database) {
        this.database = database;
    }

    /// One subject's versions are issued one after the other.
    void lock(IssueSheet command) {
        database.select(DSL.function("pg_advisory_xact_lock", Object.class, DSL.val((long)
                        command.subjectKey().hashCode())))
                .fetch();
    }

    Optional<IssuedSheetRecord> newest(IssueSheet command) {
        return database.selectFrom(ISSUED_SHEET)
                .where(ISSUED_SHEET.ORGANISATION_ID.eq(command.organisation()), ISSUED_SHEET.KIND.eq(command.kind()))
                .and(ISSUED_SHEET.SUBJECT.eq(command.subject()))
                .and(ISSUED_SHEET.LANGUAGE.eq(command.language()))
                .orderBy(ISSUED_SHEET.VERSION.desc())
                .limit(1)
                .fetchOptional();
    }

    long nextNumber() {
        return database.nextval(ISSUED_SHEET_NUMBER);
    }

    void insert(IssuedSheet sheet, Permission permission, String fingerprint) {
        database.insertInto(ISSUED_SHEET)
                .set(ISSUED_SHEET.ID, sheet.id())
                .set(ISSUED_SHEET.NUMBER, sheet.number())
                .set(ISSUED_SHEET.VERSION, sheet.version())
                .set(ISSUED_SHEET.KIND, sheet.kind())
                .set(ISSUED_SHEET.PERMISSION, permission.name())
                .set(ISSUED_SHEET.ORGANISATION_ID, sheet.organisation().value())
                .set(ISSUED_SHEET.ORGANISATION_NAME, sheet.organisationName())
                .set(ISSUED_SHEET.SUBJECT, sheet.subject())
                .set(ISSUED_SHEET.LANGUAGE, sheet.language().tag())
                .set(ISSUED_SHEET.TITLE, sheet.title())
                .set(ISSUED_SHEET.FINGERPRINT, fingerprint)
                .set(ISSUED_SHEET.SHA256, sheet.sha256())
                .set(ISSUED_SHEET.SIZE_BYTES, sheet.sizeBytes())
                .set(ISSUED_SHEET.CODE, sheet.code().replace("-", ""))
                .set(ISSUED_SHEET.ISSUED_AT, sheet.issuedAt().atOffset(ZoneOffset.UTC))
                .set(ISSUED_SHEET.ISSUED_BY, sheet.issuedBy())
                .execute();
    }

    Optional<IssuedSheet> find(Actor actor, String id) {
        return database.selectFrom(ISSUED_SHEET)
                .where(ISSUED_SHEET.ID.eq(id))
                .and(readableBy(actor))
                .fetchOptional(SheetStore::view);
    }

    /// Newest first.
    List<IssuedSheet> list(Actor actor) {
        return database.selectFrom(ISSUED_SHEET)
                .where(readableBy(actor))
                .orderBy(ISSUED_SHEET.ID.desc())
                .limit(LISTED_MAX)
                .fetch(SheetStore::view);
    }

    Optional<IssuedSheet> findByCode(String code) {
        return database.selectFrom(ISSUED_SHEET)
                .where(ISSUED_SHEET.CODE.eq(code))
                .fetchOptional(SheetStore::view);
    }

    Optional<IssuedSheet> newestOf(String number) {
        return database.selectFrom(ISSUED_SHEET)
                .where(ISSUED_SHEET.NUMBER.eq(number))
                .orderBy(ISSUED_SHEET.VERSION.desc())
                .limit(1)
                .fetchOptional(SheetStore::view);
    }

    /// Each sheet names the permission that reads it.
    private static Condition readableBy(Actor actor) {
        return DSL.or(Arrays.stream(Permission.values())
                .map(permission -> ISSUED_SHEET
                        .PERMISSION
                        .eq(permission.name())
                        .and(Scope.condition(actor.scope(permission), ISSUED_SHEET.ORGANISATION_ID)))
                .toList());
    }

    static IssuedSheet view(IssuedSheetRecord row) {
        return new IssuedSheet(
                row.getId(),
                row.getNumber(),
                row.getVersion(),
                row.getKind(),
                new OrgId(row.getOrganisationId()),
                row.getOrganisationName(),
                row.getSubject(),
                Lang.find(row.getLanguage()).orElseThrow(),
                row.getTitle(),
                row.getSha256(),
                row.getSizeBytes(),
                SheetCode.grouped(row.getCode()),
                row.getIssuedAt().toInstant(),
                row.getIssuedBy());
    }
}
