// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.store;

import static io.atrium.jooq.Tables.COMPANY_FACT;

import io.atrium.company.FactCatalogue;
import io.atrium.company.FactOrigin;
import io.atrium.company.FactSource;
import io.atrium.company.domain.Claim;
import io.atrium.company.domain.KnownFact;
import io.atrium.company.domain.Validity;
import io.atrium.jooq.tables.records.CompanyFactRecord;
import io.atrium.kernel.OrgId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Facts as rows: never changed but for the moment at which they ceased to be believed.
@Component
public class FactStore {

    private final DSLContext database;
    private final FactJson json;

    FactStore(DSLContext database, FactCatalogue catalogue) {
        this.database = database;
        this.json = new FactJson(catalogue);
    }

    /// What is known now, by firm and key.
    public Map<OrgId, Map<String, List<KnownFact>>> current(Collection<OrgId> firms) {
        return database.selectFrom(COMPANY_FACT)
                .where(COMPANY_FACT.ORGANISATION_ID.in(firms.stream().map(OrgId::value).toList()))
                .and(COMPANY_FACT.KNOWN_TO.isNull())
                .fetch().stream()
                .collect(Collectors.groupingBy(
                        row -> new OrgId(row.getOrganisationId()),
                        Collectors.groupingBy(
                                CompanyFactRecord::getFactKey,
                                Collectors.mapping(
                                        row -> new KnownFact(row.getId(), claim(row)), Collectors.toList()))));
    }

    /// What was known of a firm at a moment.
    public List<Claim> knownAt(OrgId firm, Instant moment) {
        var at = moment.atOffset(ZoneOffset.UTC);
        return database.selectFrom(COMPANY_FACT)
                .where(COMPANY_FACT.ORGANISATION_ID.eq(firm.value()))
                .and(COMPANY_FACT.KNOWN_FROM.le(at))
                .and(COMPANY_FACT.KNOWN_TO.isNull().or(COMPANY_FACT.KNOWN_TO.gt(at)))
                .fetch(this::claim);
    }

    public void close(Collection<Long> ids, Instant at) {
        database.update(COMPANY_FACT)
                .set(COMPANY_FACT.KNOWN_TO, at.atOffset(ZoneOffset.UTC))
                .where(COMPANY_FACT.ID.in(ids))
                .execute();
    }

    public void open(Map<OrgId, List<Claim>> claims, String recordedBy, Instant at) {
        var records = claims.entrySet().stream()
                .flatMap(firm -> firm.getValue().stream().map(claim -> record(firm.getKey(), claim, recordedBy, at)))
                .toList();
        database.batchInsert(records).execute();
    }

    private CompanyFactRecord record(OrgId firm, Claim claim, String recordedBy, Instant at) {
        var row = database.newRecord(COMPANY_FACT);
        row.setOrganisationId(firm.value());
        row.setFactKey(claim.key());
        row.setValidFrom(claim.validity().from());
        row.setValidTo(claim.validity().to());
        row.setValue(FactJson.write(claim.value()));
        row.setSource(claim.origin().source().name());
        row.setSourceReference(claim.origin().reference());
        row.setSourceDate(claim.origin().date());
        row.setEvidenceId(claim.origin().evidence());
        row.setRecordedBy(recordedBy);
        row.setKnownFrom(at.atOffset(ZoneOffset.UTC));
        return row;
    }

    private Claim claim(CompanyFactRecord row) {
        return new Claim(
                row.getFactKey(),
                new Validity(row.getValidFrom(), row.getValidTo()),
                json.read(row.getFactKey(), row.getValue()),
                new FactOrigin(
                        FactSource.valueOf(row.getSource()),
                        row.getSourceReference(),
                        row.getSourceDate(),
                        row.getEvidenceId()));
    }
}
