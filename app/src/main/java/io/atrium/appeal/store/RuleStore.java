// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.store;

import static io.atrium.jooq.Tables.APPEAL_ROUTE;
import static io.atrium.jooq.Tables.APPEAL_RULES;

import io.atrium.appeal.RouteRule;
import io.atrium.appeal.domain.RuleBook;
import io.atrium.jooq.tables.records.AppealRouteRecord;
import io.atrium.kernel.OrgId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Versions of the rule book, and who leads what.
@Component
public class RuleStore {

    private final DSLContext database;
    private final JsonMapper json;

    RuleStore(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// A published book: its number, who published it, when and why.
    public record Published(int number, RuleBook book, String reason, String by, Instant at) {}

    public Optional<Published> latest() {
        return database.selectFrom(APPEAL_RULES)
                .orderBy(APPEAL_RULES.NUMBER.desc())
                .limit(1)
                .fetchOptional(row -> new Published(
                        row.getNumber(),
                        json.readValue(row.getDocument().data(), RuleBook.class),
                        row.getReason(),
                        row.getPublishedBy(),
                        row.getPublishedAt().toInstant()));
    }

    /// The book of an appeal; empty for the shipped one.
    public Optional<RuleBook> find(int number) {
        return database.select(APPEAL_RULES.DOCUMENT)
                .from(APPEAL_RULES)
                .where(APPEAL_RULES.NUMBER.eq(number))
                .fetchOptional(row -> json.readValue(row.value1().data(), RuleBook.class));
    }

    /// 0 while nothing is published.
    public int latestNumber() {
        return database.select(DSL.coalesce(DSL.max(APPEAL_RULES.NUMBER), 0))
                .from(APPEAL_RULES)
                .fetchSingle()
                .value1();
    }

    public int publish(RuleBook book, String reason, String by, Instant at) {
        int number = 1 + latestNumber();
        database.insertInto(APPEAL_RULES)
                .set(APPEAL_RULES.NUMBER, number)
                .set(APPEAL_RULES.DOCUMENT, JSONB.valueOf(json.writeValueAsString(book)))
                .set(APPEAL_RULES.REASON, reason)
                .set(APPEAL_RULES.PUBLISHED_BY, by)
                .set(APPEAL_RULES.PUBLISHED_AT, at.atOffset(ZoneOffset.UTC))
                .execute();
        return number;
    }

    public Optional<RouteRule> route(String category) {
        return database.selectFrom(APPEAL_ROUTE)
                .where(APPEAL_ROUTE.CATEGORY.eq(category))
                .fetchOptional(RuleStore::rule);
    }

    public List<RouteRule> routes() {
        return database.selectFrom(APPEAL_ROUTE).orderBy(APPEAL_ROUTE.CATEGORY).fetch(RuleStore::rule);
    }

    private static RouteRule rule(AppealRouteRecord row) {
        return new RouteRule(
                row.getCategory(),
                new OrgId(row.getLeadId()),
                new OrgId(row.getFallbackId()),
                Arrays.stream(row.getHelperIds()).map(OrgId::new).toList());
    }

    public void route(RouteRule rule) {
        var helpers = rule.helpers().stream().map(OrgId::value).toArray(String[]::new);
        database.insertInto(APPEAL_ROUTE)
                .set(APPEAL_ROUTE.CATEGORY, rule.category())
                .set(APPEAL_ROUTE.LEAD_ID, rule.lead().value())
                .set(APPEAL_ROUTE.FALLBACK_ID, rule.fallback().value())
                .set(APPEAL_ROUTE.HELPER_IDS, helpers)
                .onConflict(APPEAL_ROUTE.CATEGORY)
                .doUpdate()
                .set(APPEAL_ROUTE.LEAD_ID, rule.lead().value())
                .set(APPEAL_ROUTE.FALLBACK_ID, rule.fallback().value())
                .set(APPEAL_ROUTE.HELPER_IDS, helpers)
                .execute();
    }
}
