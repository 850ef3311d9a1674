// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.store;

import static io.atrium.jooq.Tables.COMPANY;
import static io.atrium.jooq.Tables.COMPANY_FACT;

import io.atrium.company.FactCatalogue;
import io.atrium.company.FactDefinition;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// The catalogue's rules of staleness as a condition on firms.
final class StaleFacts {

    private final FactCatalogue catalogue;

    StaleFacts(FactCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    private Map<Period, List<FactDefinition>> rules() {
        return catalogue.definitions().stream()
                .filter(fact -> fact.staleAfter() != null && !fact.isDerived())
                .collect(Collectors.groupingBy(fact -> Objects.requireNonNull(fact.staleAfter())));
    }

    /// Whether some fact of the firm is out of date on a day; a yearly figure ages from the end of its newest year.
    Condition somethingOn(LocalDate day) {
        return DSL.or(rules().entrySet().stream()
                .map(rule -> isOlder(rule.getValue(), day.minus(rule.getKey())))
                .toList());
    }

    private static Condition isOlder(List<FactDefinition> facts, LocalDate than) {
        return points(keys(facts, false), than).or(years(keys(facts, true), than));
    }

    private static List<String> keys(List<FactDefinition> facts, boolean yearly) {
        return facts.stream()
                .filter(fact -> fact.isYearly() == yearly)
                .map(FactDefinition::key)
                .toList();
    }

    private static Condition points(List<String> keys, LocalDate than) {
        return DSL.exists(DSL.selectOne()
                .from(COMPANY_FACT)
                .where(
                        COMPANY_FACT.ORGANISATION_ID.eq(COMPANY.ORGANISATION_ID),
                        COMPANY_FACT.FACT_KEY.in(keys),
                        COMPANY_FACT.KNOWN_TO.isNull(),
                        COMPANY_FACT.VALID_TO.isNull(),
                        COMPANY_FACT.SOURCE_DATE.lt(than)));
    }

    private static Condition years(List<String> keys, LocalDate than) {
        return DSL.exists(DSL.selectOne()
                .from(COMPANY_FACT)
                .where(
                        COMPANY_FACT.ORGANISATION_ID.eq(COMPANY.ORGANISATION_ID),
                        COMPANY_FACT.FACT_KEY.in(keys),
                        COMPANY_FACT.KNOWN_TO.isNull())
                .groupBy(COMPANY_FACT.FACT_KEY)
                .having(DSL.max(COMPANY_FACT.VALID_TO).lt(than)));
    }
}
