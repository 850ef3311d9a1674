// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.store;

import static io.atrium.jooq.Tables.COMPANY_FACT;

import io.atrium.company.FactCatalogue;
import io.atrium.company.FactDefinition;
import io.atrium.kernel.codes.CodeEntry;
import io.atrium.kernel.codes.CodeTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// The values that coded facts may have (事实码值): what forms offer and deliveries may say.
final class ValueCodes implements CodeTable {

    private final String name;
    private final List<String> facts;
    private final FactCatalogue catalogue;
    private final DSLContext database;
    private final List<CodeEntry> shipped;

    ValueCodes(String name, List<String> facts, FactCatalogue catalogue, DSLContext database) {
        this.name = name;
        this.facts = facts;
        this.catalogue = catalogue;
        this.database = database;
        shipped = catalogue.find(facts.getFirst()).orElseThrow().choices().stream()
                .map(value -> CodeEntry.word(value.value(), value.zh(), value.en()))
                .toList();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Shape shape() {
        return Shape.WORDS;
    }

    @Override
    public String messageKey() {
        return "company.codes." + name;
    }

    @Override
    public List<CodeEntry> shipped() {
        return shipped;
    }

    @Override
    public void use(List<CodeEntry> entries, LocalDate today) {
        var values = entries.stream()
                .map(entry -> new FactDefinition.Value(entry.code(), entry.zh(), entry.en(), entry.hasEnded(today)))
                .toList();
        facts.forEach(fact -> catalogue.useValues(fact, values));
    }

    /// Firms whose file says the code now.
    @Override
    public Map<String, Integer> uses(List<CodeEntry> entries, LocalDate today) {
        var item = DSL.field("item", String.class);
        return database.select(item, DSL.countDistinct(COMPANY_FACT.ORGANISATION_ID))
                .from(COMPANY_FACT)
                .crossJoin(DSL.table(
                        "lateral jsonb_array_elements_text(case jsonb_typeof({0}) when 'array' then {0} else"
                                + " jsonb_build_array({0}) end) as items(item)",
                        COMPANY_FACT.VALUE))
                .where(COMPANY_FACT.FACT_KEY.in(facts), COMPANY_FACT.KNOWN_TO.isNull(), COMPANY_FACT.VALID_TO.isNull())
                .groupBy(item)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }
}
