// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.store;

import static io.atrium.jooq.Tables.GRANT_CASE;
import static io.atrium.jooq.Tables.GRANT_LIST;
import static io.atrium.jooq.Tables.ORGANISATION;
import static io.atrium.jooq.Tables.POLICY_DECISION;

import io.atrium.kernel.Fen;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.policy.domain.GrantState;
import io.atrium.web.search.SearchFound;
import io.atrium.web.search.SearchHit;
import io.atrium.web.search.SearchSource;
import io.atrium.web.search.SearchWords;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Grants by firm and policy, by the day on which their state ends; grants, lists and decisions by id.
@Component
class GrantSearch implements SearchSource {

    private final DSLContext database;

    GrantSearch(DSLContext database) {
        this.database = database;
    }

    @Override
    public String titleKey() {
        return "policy.search.grants";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public SearchFound find(Actor actor, SearchWords words, int limit, Text t) {
        if (!actor.may(Permission.READ_ENTITLEMENT)) {
            return SearchFound.NOTHING;
        }
        var all = DSL.count().over().as("total");
        var rows = database.select(
                        GRANT_CASE.ID,
                        GRANT_CASE.AMOUNT_FEN,
                        GRANT_CASE.STATE,
                        ORGANISATION.NAME_ZH,
                        ORGANISATION.NAME_EN,
                        all)
                .from(GRANT_CASE)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(GRANT_CASE.ORG_ID))
                .where(
                        Scope.condition(actor.scope(Permission.READ_ENTITLEMENT), GRANT_CASE.ORG_ID),
                        words.in(ORGANISATION.NAME_ZH, ORGANISATION.NAME_EN, GRANT_CASE.POLICY_ID)
                                .or(words.on(GRANT_CASE.DUE_AT)))
                .orderBy(GRANT_CASE.ID.desc())
                .limit(limit)
                .fetch();
        return rows.isEmpty()
                ? SearchFound.NOTHING
                : SearchFound.of(rows.map(row -> hit(row, t)), rows.getFirst().get(all));
    }

    @Override
    public @Nullable String jump(Actor actor, String id) {
        var scope = actor.scope(Permission.READ_ENTITLEMENT);
        return switch (id.split("_", 2)[0]) {
            case "grt" ->
                database.select(GRANT_CASE.ID)
                        .from(GRANT_CASE)
                        .where(GRANT_CASE.ID.eq(id), Scope.condition(scope, GRANT_CASE.ORG_ID))
                        .fetchOptional(row -> "/grants/" + row.value1())
                        .orElse(null);
            case "grl" ->
                database.select(GRANT_LIST.ID)
                        .from(GRANT_LIST)
                        .where(
                                GRANT_LIST.ID.eq(id),
                                actor.may(Permission.RUN_GRANT_LIST)
                                        ? DSL.noCondition()
                                        : GRANT_LIST.CONFIRMED_AT.isNotNull())
                        .fetchOptional(row -> "/grant-lists/" + row.value1())
                        .orElse(null);
            case "dec" ->
                database.select(POLICY_DECISION.ORG_ID, POLICY_DECISION.POLICY_ID)
                        .from(POLICY_DECISION)
                        .where(POLICY_DECISION.ID.eq(id), Scope.condition(scope, POLICY_DECISION.ORG_ID))
                        .fetchOptional(row -> page(actor, row.value1(), row.value2()))
                        .orElse(null);
            default -> null;
        };
    }

    private static String page(Actor actor, String firm, String policy) {
        return actor.kind() == OrgKind.FIRM
                ? "/entitlements/" + policy
                : "/companies/" + firm + "/entitlements/" + policy;
    }

    private static SearchHit hit(Record row, Text t) {
        var title = t.of(
                "policy.search.grant",
                row.get(t.lang() == Lang.EN ? ORGANISATION.NAME_EN : ORGANISATION.NAME_ZH),
                new Fen(row.get(GRANT_CASE.AMOUNT_FEN)));
        var state = t.of("policy.grant.state", GrantState.valueOf(row.get(GRANT_CASE.STATE)));
        return new SearchHit(title, state, "/grants/" + row.get(GRANT_CASE.ID));
    }
}
