// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.store;

import static io.atrium.jooq.Tables.GRANT_CASE;
import static io.atrium.jooq.Tables.GRANT_LIST;
import static io.atrium.jooq.Tables.GRANT_STEP;
import static io.atrium.jooq.Tables.ORGANISATION;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;

import io.atrium.kernel.Fen;
import io.atrium.policy.GrantFilter;
import io.atrium.policy.GrantListId;
import io.atrium.policy.GrantListTotals;
import io.atrium.policy.GrantListTotals.Line;
import io.atrium.policy.GrantListView;
import io.atrium.policy.GrantRow;
import io.atrium.policy.PolicyId;
import io.atrium.policy.domain.GrantEvent;
import io.atrium.policy.domain.GrantState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lists of grants as pages and programs read them: a part at a time, and their sums.
@Component
public class GrantReads {

    private static final Field<OffsetDateTime> OBJECTED_AT = DSL.field(DSL.select(max(GRANT_STEP.AT))
                    .from(GRANT_STEP)
                    .where(GRANT_STEP.CASE_ID.eq(GRANT_CASE.ID))
                    .and(GRANT_STEP.EVENT.eq(GrantEvent.OBJECTION_RAISED.name())))
            .as("objected_at");

    private final DSLContext database;

    GrantReads(DSLContext database) {
        this.database = database;
    }

    public int count(GrantListId list, GrantFilter filter) {
        return database.fetchCount(database.select(GRANT_CASE.ID)
                .from(GRANT_CASE)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(GRANT_CASE.ORG_ID))
                .where(condition(list, filter)));
    }

    /// @param sort `firm`, `amount`, `state` or `due`, with `-` before it the other way round; else largest amount
    /// first
    public List<GrantRow> page(GrantListId list, GrantFilter filter, String sort, long offset, int limit) {
        return rows(condition(list, filter), List.of(order(sort), GRANT_CASE.ID.asc()), offset, limit);
    }

    /// In the order of their ids, from the first after one.
    public List<GrantRow> after(GrantListId list, GrantFilter filter, @Nullable String id, int limit) {
        var from = id == null ? DSL.noCondition() : GRANT_CASE.ID.gt(id);
        return rows(condition(list, filter).and(from), List.of(GRANT_CASE.ID.asc()), 0, limit);
    }

    private List<GrantRow> rows(Condition condition, List<SortField<?>> order, long offset, int limit) {
        return database.select(GRANT_CASE.fields())
                .select(ORGANISATION.NAME_ZH, ORGANISATION.NAME_EN, OBJECTED_AT)
                .select(GRANT_LIST.BUDGET_YEAR)
                .from(GRANT_CASE)
                .join(GRANT_LIST)
                .on(GRANT_LIST.ID.eq(GRANT_CASE.LIST_ID))
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(GRANT_CASE.ORG_ID))
                .where(condition)
                .orderBy(order)
                .limit(limit)
                .offset(offset)
                .fetch(row -> new GrantRow(GrantStore.grant(row), instant(row.get(OBJECTED_AT))));
    }

    /// Newest first, from the first after one.
    public List<GrantListView> lists(boolean publicOnly, @Nullable String id, int limit) {
        return database.selectFrom(GRANT_LIST)
                .where(publicOnly ? GRANT_LIST.CONFIRMED_AT.isNotNull() : DSL.noCondition())
                .and(id == null ? DSL.noCondition() : GRANT_LIST.ID.lt(id))
                .orderBy(GRANT_LIST.ID.desc())
                .limit(limit)
                .fetch(GrantStore::list);
    }

    /// What each of these lists comes to, with one statement.
    public Map<GrantListId, GrantListTotals> totals(Collection<GrantListId> lists) {
        var lines = new HashMap<GrantListId, List<Line>>();
        var checkBy = new HashMap<GrantListId, Instant>();
        var confirmBy = new HashMap<GrantListId, Instant>();
        database.select(
                        GRANT_CASE.LIST_ID,
                        GRANT_CASE.STATE,
                        DSL.count(),
                        sum(GRANT_CASE.AMOUNT_FEN),
                        max(GRANT_CASE.DUE_AT))
                .from(GRANT_CASE)
                .where(GRANT_CASE.LIST_ID.in(
                        lists.stream().map(GrantListId::value).toList()))
                .groupBy(GRANT_CASE.LIST_ID, GRANT_CASE.STATE)
                .forEach(row -> {
                    var list = new GrantListId(row.value1());
                    var state = GrantState.valueOf(row.value2());
                    lines.computeIfAbsent(list, _ -> new ArrayList<>())
                            .add(new Line(
                                    state, row.value3(), new Fen(row.value4().longValueExact())));
                    if (state == GrantState.DATA_MATCHED && row.value5() != null) {
                        checkBy.put(list, row.value5().toInstant());
                    }
                    if (state == GrantState.FIRM_CONFIRM && row.value5() != null) {
                        confirmBy.put(list, row.value5().toInstant());
                    }
                });
        return lines.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new GrantListTotals(
                                entry.getValue().stream()
                                        .sorted(Comparator.comparing(Line::state))
                                        .toList(),
                                checkBy.get(entry.getKey()),
                                confirmBy.get(entry.getKey()))));
    }

    /// What the grants of a policy come to that stand in these states, whatever list they are on.
    public Fen promised(PolicyId policy, Collection<GrantState> states) {
        var sum = database.select(sum(GRANT_CASE.AMOUNT_FEN))
                .from(GRANT_CASE)
                .where(GRANT_CASE.POLICY_ID.eq(policy.value()))
                .and(GRANT_CASE.STATE.in(states.stream().map(GrantState::name).toList()))
                .fetchOneInto(Long.class);
        return new Fen(sum == null ? 0 : sum);
    }

    private static Condition condition(GrantListId list, GrantFilter filter) {
        var condition = GRANT_CASE.LIST_ID.eq(list.value());
        var text = filter.text();
        var state = filter.state();
        return condition
                .and(text == null ? DSL.noCondition() : ORGANISATION.NAME_ZH.containsIgnoreCase(text))
                .and(state == null ? DSL.noCondition() : GRANT_CASE.STATE.eq(state.name()));
    }

    private static SortField<?> order(String sort) {
        var isDescending = sort.startsWith("-");
        Field<?> field = switch (isDescending ? sort.substring(1) : sort) {
            case "firm" -> ORGANISATION.NAME_ZH;
            case "amount" -> GRANT_CASE.AMOUNT_FEN;
            case "state" -> GRANT_CASE.STATE;
            case "due" -> GRANT_CASE.DUE_AT;
            default -> null;
        };
        if (field == null) {
            return GRANT_CASE.AMOUNT_FEN.desc();
        }
        return isDescending ? field.desc().nullsLast() : field.asc().nullsLast();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
