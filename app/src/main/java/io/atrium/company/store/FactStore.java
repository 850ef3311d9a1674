// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.store;

import static io.atrium.jooq.Tables.COMPANY_FACT;

import io.atrium.company.FactCatalogue;
import io.atrium.company.FactOrigin;
import io.atrium.company.FactRecording;
import io.atrium.company.FactSource;
import io.atrium.company.domain.Claim;
import io.atrium.company.domain.KnownFact;
import io.atrium.company.domain.Validity;
import io.atrium.jooq.tables.records.CompanyFactRecord;
import io.atrium.kernel.OrgId;
import java.lang.reflect.Array;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Facts as rows: never changed but for the moment at which they ceased to be believed.
@Component
public class FactStore {

    /// One statement for any number of facts: columns travel as arrays.
    private static final String INSERT = """
        insert into company_fact (organisation_id, fact_key, valid_from, valid_to, value, source, \
        source_reference, source_date, evidence_id, recorded_by, known_from)
        select organisation_id, fact_key, valid_from, valid_to, value::jsonb, source, \
        source_reference, source_date, evidence_id, {9}, {10}
        from unnest({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}) as t (organisation_id, fact_key, valid_from, \
        valid_to, value, source, source_reference, source_date, evidence_id)\
        """;

    private final DSLContext database;
    private final FactJson json;

    FactStore(DSLContext database, FactCatalogue catalogue) {
        this.database = database;
        this.json = new FactJson(catalogue);
    }

    /// What is known now, by firm and key.
    public Map<OrgId, Map<String, List<KnownFact>>> current(Collection<OrgId> firms) {
        return database
                .selectFrom(COMPANY_FACT)
                .where(COMPANY_FACT.ORGANISATION_ID.eq(
                        DSL.any(firms.stream().map(OrgId::value).toArray(String[]::new))))
                .and(COMPANY_FACT.KNOWN_TO.isNull())
                .fetch()
                .stream()
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

    /// What was known of many firms at a moment.
    public Map<OrgId, List<Claim>> knownAt(Collection<OrgId> firms, Instant moment) {
        var at = moment.atOffset(ZoneOffset.UTC);
        return database
                .selectFrom(COMPANY_FACT)
                .where(COMPANY_FACT.ORGANISATION_ID.eq(
                        DSL.any(firms.stream().map(OrgId::value).toArray(String[]::new))))
                .and(COMPANY_FACT.KNOWN_FROM.le(at))
                .and(COMPANY_FACT.KNOWN_TO.isNull().or(COMPANY_FACT.KNOWN_TO.gt(at)))
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> new OrgId(row.getOrganisationId()),
                        Collectors.mapping(this::claim, Collectors.toList())));
    }

    /// When facts of a firm came in, newest first.
    public List<FactRecording> recordings(OrgId firm, int limit) {
        var facts = DSL.count();
        return database.select(COMPANY_FACT.KNOWN_FROM, COMPANY_FACT.SOURCE, facts)
                .from(COMPANY_FACT)
                .where(COMPANY_FACT.ORGANISATION_ID.eq(firm.value()))
                .groupBy(COMPANY_FACT.KNOWN_FROM, COMPANY_FACT.SOURCE)
                .orderBy(COMPANY_FACT.KNOWN_FROM.desc())
                .limit(limit)
                .fetch(row ->
                        new FactRecording(row.value1().toInstant(), FactSource.valueOf(row.value2()), row.value3()));
    }

    public void close(Collection<Long> ids, Instant at) {
        database.update(COMPANY_FACT)
                .set(COMPANY_FACT.KNOWN_TO, at.atOffset(ZoneOffset.UTC))
                .where(COMPANY_FACT.ID.eq(DSL.any(ids.toArray(Long[]::new))))
                .execute();
    }

    public void open(Map<OrgId, List<Claim>> claims, String recordedBy, Instant at) {
        var rows = claims.entrySet().stream()
                .flatMap(firm -> firm.getValue().stream().map(claim -> new Row(firm.getKey(), claim)))
                .toList();
        database.execute(
                INSERT,
                column(rows, String.class, row -> row.firm().value()),
                column(rows, String.class, row -> row.claim().key()),
                column(rows, LocalDate.class, row -> row.claim().validity().from()),
                column(rows, LocalDate.class, row -> row.claim().validity().to()),
                column(
                        rows,
                        String.class,
                        row -> FactJson.write(row.claim().value()).data()),
                column(rows, String.class, row -> row.claim().origin().source().name()),
                column(rows, String.class, row -> row.claim().origin().reference()),
                column(rows, LocalDate.class, row -> row.claim().origin().date()),
                column(rows, String.class, row -> row.claim().origin().evidence()),
                DSL.val(recordedBy),
                DSL.val(at.atOffset(ZoneOffset.UTC)));
    }

    private record Row(OrgId firm, Claim claim) {}

    private static <T> Field<T[]> column(List<Row> rows, Class<T> type, Function<Row, @Nullable T> value) {
        @SuppressWarnings("unchecked")
        var values = (T[]) Array.newInstance(type, rows.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
        }
        return DSL.val(values);
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
