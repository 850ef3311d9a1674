// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.store;

import static io.atrium.jooq.Tables.COMPANY_FACT;

import io.atrium.company.FactCatalogue;
import io.atrium.company.FactDefinition;
import io.atrium.kernel.codes.CodeEntry;
import io.atrium.kernel.codes.CodeTable;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// After how many months each fact is stale (事实时效).
final class StalenessCodes implements CodeTable {

    private final FactCatalogue catalogue;
    private final DSLContext database;
    private final List<CodeEntry> shipped;

    StalenessCodes(FactCatalogue catalogue, DSLContext database) {
        this.catalogue = catalogue;
        this.database = database;
        shipped = catalogue.definitions().stream()
                .filter(fact -> fact.staleAfter() != null)
                .map(StalenessCodes::entry)
                .toList();
    }

    private static CodeEntry entry(FactDefinition fact) {
        int months = (int) Objects.requireNonNull(fact.staleAfter()).toTotalMonths();
        return new CodeEntry(fact.key(), fact.label().zh(), fact.label().en(), months, null);
    }

    @Override
    public String name() {
        return "fact-staleness";
    }

    @Override
    public Shape shape() {
        return Shape.FIGURES;
    }

    @Override
    public String messageKey() {
        return "company.codes.fact-staleness";
    }

    @Override
    public List<CodeEntry> shipped() {
        return shipped;
    }

    @Override
    public void use(List<CodeEntry> entries, LocalDate today) {
        entries.forEach(entry -> catalogue.useStaleAfter(entry.code(), age(entry)));
    }

    /// Firms of which the fact would be stale.
    @Override
    public Map<String, Integer> uses(List<CodeEntry> entries, LocalDate today) {
        var day = newestDay();
        var newest = database.select(COMPANY_FACT.FACT_KEY, COMPANY_FACT.ORGANISATION_ID, day)
                .from(COMPANY_FACT)
                .where(COMPANY_FACT.KNOWN_TO.isNull())
                .groupBy(COMPANY_FACT.FACT_KEY, COMPANY_FACT.ORGANISATION_ID);
        var limits = new HashMap<String, LocalDate>();
        entries.forEach(entry -> limits.put(entry.code(), today.minus(age(entry))));
        var stale = new HashMap<String, Integer>();
        newest.fetch().forEach(row -> {
            var limit = limits.get(row.value1());
            if (limit != null && row.value3() != null && row.value3().isBefore(limit)) {
                stale.merge(row.value1(), 1, Integer::sum);
            }
        });
        return stale;
    }

    /// A yearly figure ages from the end of its newest year, others from their source's day.
    private Field<LocalDate> newestDay() {
        var yearly = catalogue.definitions().stream()
                .filter(FactDefinition::isYearly)
                .map(FactDefinition::key)
                .toList();
        return DSL.max(DSL.when(COMPANY_FACT.FACT_KEY.in(yearly), COMPANY_FACT.VALID_TO)
                .when(COMPANY_FACT.VALID_TO.isNull(), COMPANY_FACT.SOURCE_DATE));
    }

    private static Period age(CodeEntry entry) {
        return Period.ofMonths(Objects.requireNonNull(entry.number()));
    }
}
