// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.store;

import static io.atrium.jooq.Tables.COMPANY;
import static io.atrium.jooq.Tables.COMPANY_FACT;

import io.atrium.company.CompanyFilter;
import io.atrium.company.CompanyView;
import io.atrium.company.FactCatalogue;
import io.atrium.jooq.tables.records.CompanyRecord;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QuantifiedSelect;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Firms as they are listed.
@Component
public class CompanyStore {

    private final DSLContext database;
    private final StaleFacts staleFacts;

    CompanyStore(DSLContext database, FactCatalogue catalogue) {
        this.database = database;
        this.staleFacts = new StaleFacts(catalogue);
    }

    /// Whether the company file is new.
    public boolean open(OrgId firm, String unifiedCode, String nameZh, Instant at) {
        return database.insertInto(COMPANY)
                        .set(COMPANY.ORGANISATION_ID, firm.value())
                        .set(COMPANY.UNIFIED_CODE, unifiedCode)
                        .set(COMPANY.NAME_ZH, nameZh)
                        .set(COMPANY.SINCE, at.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /// Locks the files of these firms in a fixed order and returns those that exist.
    public List<OrgId> lock(Collection<OrgId> firms) {
        return database.select(COMPANY.ORGANISATION_ID)
                .from(COMPANY)
                .where(COMPANY.ORGANISATION_ID.eq(anyOf(firms)))
                .orderBy(COMPANY.ORGANISATION_ID)
                .forUpdate()
                .fetch(row -> new OrgId(row.value1()));
    }

    /// Lets the listed words follow the facts that hold without end.
    public void refresh(Collection<OrgId> firms) {
        var name = newest("name");
        var facts = DSL.select(
                        COMPANY_FACT.ORGANISATION_ID,
                        name,
                        newest("name_en"),
                        newest("registered_city"),
                        newest("registered_district"),
                        newest("industry"),
                        newest("in_community"),
                        newest("registered_on"))
                .from(COMPANY_FACT)
                .where(COMPANY_FACT.ORGANISATION_ID.eq(anyOf(firms)))
                .and(COMPANY_FACT.KNOWN_TO.isNull())
                .and(COMPANY_FACT.VALID_TO.isNull())
                .groupBy(COMPANY_FACT.ORGANISATION_ID)
                .asTable("newest");
        database.update(COMPANY)
                .set(COMPANY.NAME_ZH, DSL.coalesce(facts.field(name), COMPANY.NAME_ZH))
                .set(COMPANY.NAME_EN, facts.field(2, String.class))
                .set(COMPANY.CITY, facts.field(3, String.class))
                .set(COMPANY.DISTRICT, facts.field(4, String.class))
                .set(COMPANY.INDUSTRY, facts.field(5, String.class))
                .set(COMPANY.IN_COMMUNITY, DSL.cast(facts.field(6, String.class), Boolean.class))
                .set(COMPANY.REGISTERED_ON, DSL.cast(facts.field(7, String.class), LocalDate.class))
                .from(facts)
                .where(COMPANY.ORGANISATION_ID.eq(facts.field(COMPANY_FACT.ORGANISATION_ID)))
                .execute();
    }

    public Optional<CompanyView> find(Scope scope, OrgId firm) {
        return database.selectFrom(COMPANY)
                .where(COMPANY.ORGANISATION_ID.eq(firm.value()), Scope.condition(scope, COMPANY.ORGANISATION_ID))
                .fetchOptional(CompanyStore::view);
    }

    /// By Chinese name in the order of their pinyin, or by English name in that of the alphabet.
    public List<CompanyView> list(Scope scope, CompanyFilter filter, int offset, int limit) {
        return database.selectFrom(COMPANY)
                .where(matching(scope, filter))
                .orderBy(name(filter.order()), COMPANY.ORGANISATION_ID)
                .limit(limit)
                .offset(offset)
                .fetch(CompanyStore::view);
    }

    private static Field<String> name(CompanyFilter.Order order) {
        return switch (order) {
            case PINYIN -> COMPANY.NAME_ZH.collate("zh-x-icu");
            case ALPHABET -> DSL.coalesce(COMPANY.NAME_EN, COMPANY.NAME_ZH).collate("en-x-icu");
        };
    }

    public int count(Scope scope, CompanyFilter filter) {
        return database.fetchCount(COMPANY, matching(scope, filter));
    }

    /// By id, for the API's cursor.
    public List<CompanyView> listAfter(Scope scope, String afterId, int limit) {
        return database.selectFrom(COMPANY)
                .where(Scope.condition(scope, COMPANY.ORGANISATION_ID), COMPANY.ORGANISATION_ID.gt(afterId))
                .orderBy(COMPANY.ORGANISATION_ID)
                .limit(limit)
                .fetch(CompanyStore::view);
    }

    public List<String> districts(Scope scope) {
        return database.selectDistinct(COMPANY.DISTRICT)
                .from(COMPANY)
                .where(Scope.condition(scope, COMPANY.ORGANISATION_ID), COMPANY.DISTRICT.isNotNull())
                .orderBy(COMPANY.DISTRICT)
                .fetch(COMPANY.DISTRICT);
    }

    public Map<OrgId, String> districts() {
        return database.select(COMPANY.ORGANISATION_ID, COMPANY.DISTRICT)
                .from(COMPANY)
                .where(COMPANY.DISTRICT.isNotNull())
                .fetchMap(row -> new OrgId(row.value1()), row -> row.value2());
    }

    public List<OrgId> inDistrict(String district) {
        return database.select(COMPANY.ORGANISATION_ID)
                .from(COMPANY)
                .where(COMPANY.DISTRICT.eq(district))
                .fetch(row -> new OrgId(row.value1()));
    }

    public List<OrgId> ids() {
        return database.select(COMPANY.ORGANISATION_ID)
                .from(COMPANY)
                .orderBy(COMPANY.ORGANISATION_ID)
                .fetch(row -> new OrgId(row.value1()));
    }

    private Condition matching(Scope scope, CompanyFilter filter) {
        var condition = Scope.condition(scope, COMPANY.ORGANISATION_ID);
        if (filter.text() != null) {
            condition = condition.and(COMPANY.NAME_ZH
                    .containsIgnoreCase(filter.text())
                    .or(COMPANY.NAME_EN.containsIgnoreCase(filter.text()))
                    .or(COMPANY.UNIFIED_CODE.containsIgnoreCase(filter.text())));
        }
        if (filter.district() != null) {
            condition = condition.and(COMPANY.DISTRICT.eq(filter.district()));
        }
        if (filter.industry() != null) {
            condition = condition.and(COMPANY.INDUSTRY.eq(filter.industry()));
        }
        if (filter.age() != null) {
            condition = condition.and(registered(filter.age()));
        }
        if (filter.staleOn() != null) {
            condition = condition.and(staleFacts.somethingOn(filter.staleOn()));
        }
        return filter.inCommunity() == null ? condition : condition.and(COMPANY.IN_COMMUNITY.eq(filter.inCommunity()));
    }

    static Condition registered(CompanyFilter.Age age) {
        return COMPANY.REGISTERED_ON.le(age.until()).and(COMPANY.REGISTERED_ON.gt(age.after()));
    }

    private static Field<String> newest(String key) {
        return DSL.max(DSL.field("{0} #>> '{}'", String.class, COMPANY_FACT.VALUE))
                .filterWhere(COMPANY_FACT.FACT_KEY.eq(key))
                .as(key);
    }

    /// One parameter for any number of firms.
    private static QuantifiedSelect<Record1<String>> anyOf(Collection<OrgId> firms) {
        return DSL.any(firms.stream().map(OrgId::value).toArray(String[]::new));
    }

    static CompanyView view(CompanyRecord row) {
        return new CompanyView(
                new OrgId(row.getOrganisationId()),
                row.getUnifiedCode(),
                row.getNameZh(),
                row.getNameEn(),
                row.getCity(),
                row.getDistrict(),
                row.getIndustry(),
                row.getInCommunity(),
                row.getRegisteredOn(),
                row.getSince().toInstant());
    }
}
