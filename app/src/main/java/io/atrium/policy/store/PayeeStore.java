// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.store;

import static io.atrium.jooq.Tables.PAYEE_ACCOUNT_REPORT;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.policy.PayeeReport;
import io.atrium.policy.domain.PayeeCondition;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// What is recorded of firms' accounts; rows are only added.
@Component
public class PayeeStore {

    private final DSLContext database;

    PayeeStore(DSLContext database) {
        this.database = database;
    }

    public void insert(OrgId firm, PayeeReport report, Actor by) {
        database.insertInto(PAYEE_ACCOUNT_REPORT)
                .set(PAYEE_ACCOUNT_REPORT.ORG_ID, firm.value())
                .set(PAYEE_ACCOUNT_REPORT.CONDITION, report.condition().name())
                .set(PAYEE_ACCOUNT_REPORT.REASON, report.reason())
                .set(PAYEE_ACCOUNT_REPORT.AT, report.at().atOffset(ZoneOffset.UTC))
                .set(PAYEE_ACCOUNT_REPORT.BY_PERSON, by.person().value())
                .set(PAYEE_ACCOUNT_REPORT.BY_NAME, by.name())
                .execute();
    }

    public Optional<PayeeReport> newest(OrgId firm) {
        return database.selectFrom(PAYEE_ACCOUNT_REPORT)
                .where(PAYEE_ACCOUNT_REPORT.ORG_ID.eq(firm.value()))
                .orderBy(PAYEE_ACCOUNT_REPORT.ID.desc())
                .limit(1)
                .fetchOptional(row -> new PayeeReport(
                        PayeeCondition.valueOf(row.getCondition()),
                        row.getReason(),
                        row.getAt().toInstant(),
                        row.getByName()));
    }
}
