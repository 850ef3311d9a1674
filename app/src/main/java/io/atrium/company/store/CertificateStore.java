// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.store;

import static io.atrium.jooq.Tables.CERTIFICATE;

import io.atrium.company.CertificateId;
import io.atrium.company.CertificateKind;
import io.atrium.company.CertificateView;
import io.atrium.files.FileId;
import io.atrium.jooq.tables.records.CertificateRecord;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Scope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Certificates as rows; a removed one stays, as it may have proved something.
@Component
public class CertificateStore {

    private final DSLContext database;

    CertificateStore(DSLContext database) {
        this.database = database;
    }

    /// Whether it is new: one number of one kind is kept once.
    public boolean insert(CertificateView certificate, Actor by) {
        var details = certificate.details();
        return database.insertInto(CERTIFICATE)
                        .set(CERTIFICATE.ID, certificate.id().value())
                        .set(CERTIFICATE.ORGANISATION_ID, certificate.firm().value())
                        .set(CERTIFICATE.KIND, details.kind().name())
                        .set(CERTIFICATE.NUMBER, details.number().strip())
                        .set(CERTIFICATE.ISSUER, details.issuer().strip())
                        .set(CERTIFICATE.ISSUED_ON, details.issuedOn())
                        .set(CERTIFICATE.VALID_UNTIL, details.validUntil())
                        .set(CERTIFICATE.FILE_ID, certificate.file().value())
                        .set(CERTIFICATE.RECORDED_BY, by.person().value())
                        .set(CERTIFICATE.RECORDED_BY_NAME, by.name())
                        .set(CERTIFICATE.RECORDED_AT, certificate.recordedAt().atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    public Optional<CertificateView> find(Scope scope, CertificateId id) {
        return database.selectFrom(CERTIFICATE)
                .where(
                        CERTIFICATE.ID.eq(id.value()),
                        CERTIFICATE.REMOVED_AT.isNull(),
                        Scope.condition(scope, CERTIFICATE.ORGANISATION_ID))
                .fetchOptional(CertificateStore::view);
    }

    /// Those that end first come first.
    public List<CertificateView> ofFirm(Scope scope, OrgId firm) {
        return database.selectFrom(CERTIFICATE)
                .where(
                        CERTIFICATE.ORGANISATION_ID.eq(firm.value()),
                        CERTIFICATE.REMOVED_AT.isNull(),
                        Scope.condition(scope, CERTIFICATE.ORGANISATION_ID))
                .orderBy(CERTIFICATE.VALID_UNTIL.asc().nullsLast(), CERTIFICATE.ID)
                .fetch(CertificateStore::view);
    }

    public void check(CertificateId id, Actor by, Instant at) {
        database.update(CERTIFICATE)
                .set(CERTIFICATE.CHECKED_BY, by.person().value())
                .set(CERTIFICATE.CHECKED_BY_NAME, by.name())
                .set(CERTIFICATE.CHECKED_BY_ORGANISATION, by.organisationName())
                .set(CERTIFICATE.CHECKED_AT, at.atOffset(ZoneOffset.UTC))
                .where(CERTIFICATE.ID.eq(id.value()))
                .execute();
    }

    public void remove(CertificateId id, Actor by, Instant at) {
        database.update(CERTIFICATE)
                .set(CERTIFICATE.REMOVED_BY, by.person().value())
                .set(CERTIFICATE.REMOVED_AT, at.atOffset(ZoneOffset.UTC))
                .where(CERTIFICATE.ID.eq(id.value()))
                .execute();
    }

    private static CertificateView view(CertificateRecord row) {
        return new CertificateView(
                new CertificateId(row.getId()),
                new OrgId(row.getOrganisationId()),
                new CertificateView.Details(
                        CertificateKind.valueOf(row.getKind()),
                        row.getNumber(),
                        row.getIssuer(),
                        row.getIssuedOn(),
                        row.getValidUntil()),
                new FileId(row.getFileId()),
                row.getRecordedAt().toInstant(),
                row.getCheckedAt() == null
                        ? null
                        : new CertificateView.Check(
                                row.getCheckedByOrganisation(),
                                row.getCheckedAt().toInstant()));
    }
}
