// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.store;

import static io.atrium.jooq.Tables.GRANT_CLAWBACK;

import io.atrium.kernel.PersonId;
import io.atrium.policy.ClawbackView;
import io.atrium.policy.GrantId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Why grants should be taken back; rows are only added.
@Component
public class ClawbackStore {

    private final DSLContext database;

    ClawbackStore(DSLContext database) {
        this.database = database;
    }

    public void insert(GrantId grant, ClawbackView clawback) {
        database.insertInto(GRANT_CLAWBACK)
                .set(GRANT_CLAWBACK.CASE_ID, grant.value())
                .set(GRANT_CLAWBACK.CLAUSE, clawback.clause())
                .set(GRANT_CLAWBACK.REASON, clawback.reason())
                .set(GRANT_CLAWBACK.AT, clawback.at().atOffset(ZoneOffset.UTC))
                .set(GRANT_CLAWBACK.BY_PERSON, clawback.openedBy().value())
                .execute();
    }

    public Optional<ClawbackView> newest(GrantId grant) {
        return database.selectFrom(GRANT_CLAWBACK)
                .where(GRANT_CLAWBACK.CASE_ID.eq(grant.value()))
                .orderBy(GRANT_CLAWBACK.ID.desc())
                .limit(1)
                .fetchOptional(row -> new ClawbackView(
                        row.getClause(), row.getReason(), row.getAt().toInstant(), new PersonId(row.getByPerson())));
    }
}
