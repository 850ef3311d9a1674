// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.store;

import static io.atrium.jooq.Tables.APPLICATION_PAPER;
import static io.atrium.jooq.Tables.APPLICATION_STEP;
import static io.atrium.jooq.Tables.BENEFIT_APPLICATION;
import static io.atrium.jooq.Tables.GRANT_CASE;
import static io.atrium.jooq.Tables.GRANT_STEP;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import io.atrium.policy.PolicyId;
import io.atrium.policy.ProcessCase;
import io.atrium.policy.domain.ApplicationEvent;
import io.atrium.policy.domain.ApplicationState;
import io.atrium.policy.domain.GrantEvent;
import io.atrium.policy.domain.GrantState;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What happened to decided cases, those alike together: as many rows as there are courses, not as there are firms.
@Component
public class ProcessStore {

    private static final List<String> DECIDED = Stream.of(ApplicationState.values())
            .filter(ApplicationState::isDecided)
            .map(ApplicationState::name)
            .toList();

    /// A grant on a list takes one act of the firm: it confirms.
    private static final int STEPS_OF_A_GRANT = 1;

    private final DSLContext database;

    ProcessStore(DSLContext database) {
        this.database = database;
    }

    /// @param policy null for all
    public List<ProcessCase> cases(@Nullable PolicyId policy) {
        return Stream.concat(applications(policy).stream(), grants(policy).stream())
                .toList();
    }

    private List<ProcessCase> applications(@Nullable PolicyId policy) {
        var steps = DSL.field(DSL.selectCount()
                .from(APPLICATION_STEP)
                .where(APPLICATION_STEP.APPLICATION_ID.eq(BENEFIT_APPLICATION.ID))
                .and(APPLICATION_STEP.BY_FIRM)
                .and(APPLICATION_STEP.EVENT.ne(ApplicationEvent.STARTED.name())));
        var fulfilled = DSL.coalesce(
                BENEFIT_APPLICATION.FULFILLED_ON,
                DSL.when(BENEFIT_APPLICATION.VOUCHER_ID.isNotNull(), day(BENEFIT_APPLICATION.DECIDED_AT)));
        var each = database.select(
                        BENEFIT_APPLICATION.POLICY_ID.as("policy"),
                        day(BENEFIT_APPLICATION.SUBMITTED_AT).as("begun"),
                        day(BENEFIT_APPLICATION.DECIDED_AT).as("decided"),
                        fulfilled.as("fulfilled"),
                        steps.as("steps"),
                        papers(true).as("uploaded"),
                        papers(false).as("kept"))
                .from(BENEFIT_APPLICATION)
                .where(BENEFIT_APPLICATION.STATE.in(DECIDED))
                .and(policy == null ? DSL.noCondition() : BENEFIT_APPLICATION.POLICY_ID.eq(policy.value()))
                .asTable("each");
        return database.select(each.fields())
                .select(count())
                .from(each)
                .groupBy(each.fields())
                .fetch(row -> new ProcessCase(
                        new PolicyId(row.get("policy", String.class)),
                        row.get("begun", LocalDate.class),
                        row.get("decided", LocalDate.class),
                        row.get("fulfilled", LocalDate.class),
                        row.get("steps", Integer.class),
                        row.get("uploaded", Integer.class),
                        row.get("kept", Integer.class),
                        row.get(count()),
                        false));
    }

    private static Field<Integer> papers(boolean isNew) {
        var fresh = DSL.condition(APPLICATION_PAPER.IS_NEW);
        return DSL.field(DSL.select(DSL.countDistinct(APPLICATION_PAPER.CERTIFICATE_ID))
                .from(APPLICATION_PAPER)
                .where(APPLICATION_PAPER
                        .APPLICATION_ID
                        .eq(BENEFIT_APPLICATION.ID)
                        .and(isNew ? fresh : DSL.not(fresh))));
    }

    private List<ProcessCase> grants(@Nullable PolicyId policy) {
        var granted = max(GRANT_STEP.AT).filterWhere(GRANT_STEP.EVENT.eq(GrantEvent.VOUCHER_ISSUED.name()));
        var each = database.select(
                        GRANT_CASE.POLICY_ID.as("policy"),
                        day(min(GRANT_STEP.AT)).as("begun"),
                        day(granted).as("decided"))
                .from(GRANT_CASE)
                .join(GRANT_STEP)
                .on(GRANT_STEP.CASE_ID.eq(GRANT_CASE.ID))
                .where(GRANT_CASE.STATE.eq(GrantState.GRANTED.name()))
                .and(policy == null ? DSL.noCondition() : GRANT_CASE.POLICY_ID.eq(policy.value()))
                .groupBy(GRANT_CASE.ID, GRANT_CASE.POLICY_ID)
                .asTable("each");
        return database.select(each.fields())
                .select(count())
                .from(each)
                .groupBy(each.fields())
                .fetch(row -> new ProcessCase(
                        new PolicyId(row.get("policy", String.class)),
                        row.get("begun", LocalDate.class),
                        row.get("decided", LocalDate.class),
                        row.get("decided", LocalDate.class),
                        STEPS_OF_A_GRANT,
                        0,
                        0,
                        row.get(count()),
                        true));
    }

    /// The day in Shanghai on which a moment falls.
    private static Field<LocalDate> day(Field<OffsetDateTime> moment) {
        return DSL.field("({0} at time zone 'Asia/Shanghai')::date", LocalDate.class, moment);
    }
}
