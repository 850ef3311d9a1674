// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.store;

import static io.atrium.jooq.Tables.VOUCHER;

import io.atrium.jooq.tables.records.VoucherRecord;
import io.atrium.kernel.BasisPoints;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import io.atrium.ledger.AccountCode;
import io.atrium.voucher.PaymentMode;
import io.atrium.voucher.VoucherId;
import io.atrium.voucher.VoucherState;
import io.atrium.voucher.domain.Voucher;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Vouchers in the database. Their ids sort by age.
@Component
public class VoucherRows {
    private final DSLContext database;

    VoucherRows(DSLContext database) {
        this.database = database;
    }

    public void insert(Voucher voucher) {
        database.insertInto(VOUCHER)
                .set(VOUCHER.ID, voucher.id().value())
                .set(VOUCHER.FIRM_ID, voucher.firm().value())
                .set(VOUCHER.POLICY_ID, voucher.policy())
                .set(VOUCHER.GRANT_ID, voucher.grant())
                .set(VOUCHER.SCOPE, voucher.scope())
                .set(VOUCHER.MODE, voucher.mode().name())
                .set(VOUCHER.RATE_BP, voucher.rate().value())
                .set(VOUCHER.AMOUNT_FEN, voucher.amount().value())
                .set(VOUCHER.BUDGET_CODE, voucher.budget().value())
                .set(VOUCHER.VALID_UNTIL, voucher.validUntil())
                .set(VOUCHER.ISSUED_AT, voucher.issuedAt().atOffset(ZoneOffset.UTC))
                .set(VOUCHER.STATE, voucher.state().name())
                .execute();
    }

    public void saveState(Voucher voucher) {
        database.update(VOUCHER)
                .set(VOUCHER.STATE, voucher.state().name())
                .where(VOUCHER.ID.eq(voucher.id().value()))
                .execute();
    }

    public Optional<Voucher> ofGrant(String grant) {
        return database.selectFrom(VOUCHER).where(VOUCHER.GRANT_ID.eq(grant)).fetchOptional(VoucherRows::voucher);
    }

    public Optional<Voucher> find(Scope scope, VoucherId id) {
        return database.selectFrom(VOUCHER)
                .where(VOUCHER.ID.eq(id.value()), mayBeSeen(scope))
                .fetchOptional(VoucherRows::voucher);
    }

    public List<Voucher> findAll(Scope scope, Collection<VoucherId> ids) {
        return database.selectFrom(VOUCHER)
                .where(VOUCHER.ID.in(ids.stream().map(VoucherId::value).toList()), mayBeSeen(scope))
                .fetch(VoucherRows::voucher);
    }

    public List<Voucher> list(Scope scope, Condition filter, long offset, int limit) {
        return database.selectFrom(VOUCHER)
                .where(mayBeSeen(scope), filter)
                .orderBy(VOUCHER.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(VoucherRows::voucher);
    }

    public List<Voucher> listAfter(Scope scope, Condition filter, @Nullable VoucherId after, int limit) {
        return database.selectFrom(VOUCHER)
                .where(mayBeSeen(scope), filter)
                .and(after == null ? DSL.noCondition() : VOUCHER.ID.lt(after.value()))
                .orderBy(VOUCHER.ID.desc())
                .limit(limit)
                .fetch(VoucherRows::voucher);
    }

    public int count(Scope scope, Condition filter) {
        return database.fetchCount(VOUCHER, mayBeSeen(scope).and(filter));
    }

    public List<Voucher> activeOf(OrgId firm) {
        return database.selectFrom(VOUCHER).where(isActiveOf(firm)).fetch(VoucherRows::voucher);
    }

    /// The same, and nobody else changes them until the transaction ends. All are locked, in one order: which one will
    /// be used is only known when their balances stand still.
    public List<Voucher> lockActiveOf(OrgId firm) {
        return database.selectFrom(VOUCHER)
                .where(isActiveOf(firm))
                .orderBy(VOUCHER.ID)
                .forUpdate()
                .fetch(VoucherRows::voucher);
    }

    public Voucher lock(VoucherId id) {
        return database.selectFrom(VOUCHER)
                .where(VOUCHER.ID.eq(id.value()))
                .forUpdate()
                .fetchSingle(VoucherRows::voucher);
    }

    /// Active vouchers whose last day lies before a day.
    public List<VoucherId> endedBefore(LocalDate day, int limit) {
        return database.select(VOUCHER.ID)
                .from(VOUCHER)
                .where(VOUCHER.STATE.eq(VoucherState.ACTIVE.name()), VOUCHER.VALID_UNTIL.lt(day))
                .orderBy(VOUCHER.VALID_UNTIL, VOUCHER.ID)
                .limit(limit)
                .fetch(row -> new VoucherId(row.value1()));
    }

    /// Active vouchers whose last day is one of these, both included.
    public List<VoucherId> endingBetween(LocalDate first, LocalDate last, int limit) {
        return database.select(VOUCHER.ID)
                .from(VOUCHER)
                .where(VOUCHER.STATE.eq(VoucherState.ACTIVE.name()), VOUCHER.VALID_UNTIL.between(first, last))
                .orderBy(VOUCHER.VALID_UNTIL, VOUCHER.ID)
                .limit(limit)
                .fetch(row -> new VoucherId(row.value1()));
    }

    private static Condition isActiveOf(OrgId firm) {
        return VOUCHER.FIRM_ID.eq(firm.value()).and(VOUCHER.STATE.eq(VoucherState.ACTIVE.name()));
    }

    private static Condition mayBeSeen(Scope scope) {
        return Scope.condition(scope, VOUCHER.FIRM_ID);
    }

    private static Voucher voucher(VoucherRecord row) {
        return new Voucher(
                new VoucherId(row.getId()),
                new OrgId(row.getFirmId()),
                row.getPolicyId(),
                row.getGrantId(),
                row.getScope(),
                PaymentMode.valueOf(row.getMode()),
                new BasisPoints(row.getRateBp()),
                new Fen(row.getAmountFen()),
                new AccountCode(row.getBudgetCode()),
                row.getValidUntil(),
                row.getIssuedAt().toInstant(),
                VoucherState.valueOf(row.getState()));
    }
}
