// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.engine.ledger.Asset;
import io.atrium.identity.SystemActors;
import io.atrium.kernel.BasisPoints;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.Ledger;
import io.atrium.ledger.OpenAccount;
import io.atrium.ledger.Posting;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.voucher.HoldOutcome.Held;
import io.atrium.voucher.IssueOutcome.Issued;
import io.atrium.voucher.SettleOutcome.Settled;
import io.atrium.voucher.events.VoucherIssued;
import io.atrium.voucher.events.VoucherSettled;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@AtriumTest
@RecordApplicationEvents
class VoucherModuleTest {
    @Autowired
    Vouchers vouchers;

    @Autowired
    Ledger ledger;

    @Autowired
    BusinessClock clock;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    House house;

    @Autowired
    ApplicationEvents events;

    private final String scope = UUID.randomUUID().toString();
    private final AccountCode budget = AccountCode.of(Asset.CNY_FEN, "policy", scope, "budget");
    private final AccountCode receivable = AccountCode.of(Asset.CNY_FEN, "provider", scope, "receivable");
    private OrgId firm;

    @BeforeEach
    void appropriate() {
        firm = house.firmOwner().organisation();
        var treasury = AccountCode.of(Asset.CNY_FEN, "treasury", scope, "source");
        ledger.open(OpenAccount.free(treasury, null));
        ledger.open(OpenAccount.noOverdraft(budget, 0, null));
        ledger.open(OpenAccount.free(receivable, null));
        var id = UUID.randomUUID();
        transactions.executeWithoutResult(_ -> ledger.postSurely(
                List.of(Posting.move(id, treasury, budget, 100_000, "POLICY_APPROPRIATION", scope, clock.instant()))));
    }

    @Test
    void issuingMovesMoneyFromTheBudgetOnce() {
        var first = issued("g1", 30_000, 0);
        assertThat(issued("g1", 30_000, 0)).isEqualTo(first);
        assertThat(available(budget)).isEqualTo(70_000);
        assertThat(view(first)).satisfies(voucher -> {
            assertThat(voucher.amount()).isEqualTo(new Fen(30_000));
            assertThat(voucher.available()).isEqualTo(new Fen(30_000));
            assertThat(voucher.state()).isEqualTo(VoucherState.ACTIVE);
        });
        assertThat(events.stream(VoucherIssued.class)).hasSize(1);
    }

    @Test
    void refusesWhatTheBudgetCannotPayAndChangesNothing() {
        var outcome = vouchers.issue(command("g1", 100_001, 0));
        assertThat(outcome).isInstanceOfSatisfying(IssueOutcome.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(VoucherRefusal.BUDGET_EXHAUSTED);
            assertThat(refused.facts()).containsEntry("left", "1000.00");
        });
        assertThat(vouchers.issue(command("g1", 100_001, 0))).isEqualTo(outcome);
        assertThat(available(budget)).isEqualTo(100_000);
        assertThat(vouchers.count(new Scope.Own(firm), VoucherFilter.ALL)).isZero();
    }

    @Test
    void refusesInOrderOfPrecedence() {
        var past = clock.today().minusDays(1);
        assertThat(refusal(0, 0, past)).isEqualTo(VoucherRefusal.VOUCHER_AMOUNT_NOT_POSITIVE);
        assertThat(refusal(1, 0, past)).isEqualTo(VoucherRefusal.VOUCHER_RATE_ZERO);
        assertThat(refusal(1, 1, past)).isEqualTo(VoucherRefusal.VOUCHER_VALIDITY_IN_PAST);
        issued("g", 1, 0);
        assertThat(refusal(1_000_000, 1, clock.today())).isEqualTo(VoucherRefusal.VOUCHER_ALREADY_ISSUED);
    }

    @Test
    void holdsItsShareAndPaysWhatWasMetered() {
        var voucher = issued("g1", 30_000, 0);
        assertThat(vouchers.quote(firm, new Fen(20_001)))
                .isEqualTo(new Quote(voucher, new Fen(10_000), new Fen(10_001), new Fen(20_000)));
        assertThat(hold("job_1", 20_001)).isEqualTo(new Held(voucher, new Fen(10_000), new Fen(10_001)));
        assertThat(view(voucher).held()).isEqualTo(new Fen(10_000));

        assertThat(settle("job_1", 5_001)).isEqualTo(new Settled(new Fen(2_500), new Fen(2_501)));
        assertThat(ledger.balances(receivable).posted()).isEqualTo(2_500);
        assertThat(view(voucher)).satisfies(after -> {
            assertThat(after.paid()).isEqualTo(new Fen(2_500));
            assertThat(after.held()).isEqualTo(Fen.ZERO);
            assertThat(after.available()).isEqualTo(new Fen(27_500));
        });
        assertThat(vouchers.uses(voucher, 10)).singleElement().satisfies(use -> {
            assertThat(use.job()).isEqualTo(job("job_1"));
            assertThat(use.paid()).isEqualTo(new Fen(2_500));
        });
    }

    @Test
    void sameJobAgainGetsTheSameAnswer() {
        var voucher = issued("g1", 30_000, 0);
        var held = hold("job_1", 20_000);
        assertThat(hold("job_1", 20_000)).isEqualTo(held);
        assertThatThrownBy(() -> hold("job_1", 20_002)).isInstanceOf(RefusedException.class);
        var settled = settle("job_1", 8_000);
        assertThat(settle("job_1", 8_000)).isEqualTo(settled);
        assertThatThrownBy(() -> settle("job_1", 8_002)).isInstanceOf(RefusedException.class);
        assertThat(view(voucher).paid()).isEqualTo(new Fen(4_000));
        assertThat(events.stream(VoucherSettled.class)).hasSize(1);
    }

    @Test
    void usesTheVoucherThatEndsFirstAndThenTheOldest() {
        issued("late", 30_000, 30);
        var early = issued("early", 10_000, 10);
        issued("early2", 10_000, 10);
        assertThat(vouchers.quote(firm, new Fen(100)).voucher()).isEqualTo(early);
        assertThat(hold("job_1", 100)).isEqualTo(new Held(early, new Fen(50), new Fen(50)));
    }

    @Test
    void givesWhatItHasAndThenTheNextVoucherIsAsked() {
        var small = issued("small", 1_000, 10);
        var large = issued("large", 30_000, 20);
        assertThat(hold("job_1", 10_000)).isEqualTo(new Held(small, new Fen(1_000), new Fen(9_000)));
        assertThat(hold("job_2", 10_000)).isEqualTo(new Held(large, new Fen(5_000), new Fen(5_000)));
    }

    @Test
    void withoutVoucherTheFirmPaysAll() {
        assertThat(vouchers.quote(firm, new Fen(100))).isEqualTo(new Quote(null, Fen.ZERO, new Fen(100), Fen.ZERO));
        assertThat(hold("job_1", 100)).isEqualTo(new Held(null, Fen.ZERO, new Fen(100)));
        assertThat(settle("job_1", 70)).isEqualTo(new Settled(Fen.ZERO, new Fen(70)));
        assertThat(hold("job_2", 0)).isInstanceOf(HoldOutcome.Refused.class);
    }

    @Test
    void usedUpWhenNothingIsLeft() {
        var voucher = issued("g1", 1_000, 0);
        hold("job_1", 2_000);
        settle("job_1", 2_000);
        assertThat(view(voucher).state()).isEqualTo(VoucherState.USED_UP);
    }

    @Test
    void redeemableVoucherIsNotUsedForJobs() {
        var command = command("g1", 1_000, 0);
        vouchers.issue(new IssueVoucher(
                command.key(),
                command.by(),
                command.grant(),
                firm,
                command.policy(),
                budget,
                command.amount(),
                command.rate(),
                PaymentMode.PAY_THEN_REDEEM,
                command.validUntil(),
                "compute"));
        assertThat(vouchers.quote(firm, new Fen(100)).voucher()).isNull();
    }

    @Test
    void endsAfterItsLastDayAndReturnsWhatNoJobHolds() {
        var voucher = issued("g1", 30_000, 1);
        hold("job_1", 20_000);
        assertThat(vouchers.expire(voucher)).isFalse();
        clock.advance(Duration.ofDays(2)); // the timer and this call may both try: it happens once
        vouchers.expire(voucher);
        assertThat(view(voucher).state()).isEqualTo(VoucherState.EXPIRED);
        assertThat(available(budget)).isEqualTo(90_000);
        assertThat(vouchers.quote(firm, new Fen(100)).voucher()).isNull();
        settle("job_1", 8_000);
        assertThat(view(voucher).paid()).isEqualTo(new Fen(4_000));
        assertThat(available(budget)).isEqualTo(96_000);
        assertThat(view(voucher).available()).isEqualTo(Fen.ZERO);
    }

    @Test
    void holdThatRanOutPaysNothing() {
        issued("g1", 30_000, 100);
        inTransaction(() -> vouchers.hold(new HoldForJob(
                key("hold-job_1"),
                firm,
                job("job_1"),
                new Fen(100),
                receivable,
                clock.instant().plusSeconds(60))));
        clock.advance(Duration.ofMinutes(2));
        assertThat(settle("job_1", 100)).isEqualTo(new Settled(Fen.ZERO, new Fen(100)));
    }

    @Test
    void voucherOfOthersIsAsAbsent() {
        var voucher = issued("g1", 1_000, 0);
        var other = new Scope.Own(house.firmOwner().organisation());
        assertThat(vouchers.find(other, voucher)).isEmpty();
        assertThat(vouchers.list(other, VoucherFilter.ALL, 0, 10)).isEmpty();
        assertThat(vouchers.list(new Scope.Own(firm), VoucherFilter.ALL, 0, 10)).hasSize(1);
        assertThat(vouchers.list(new Scope.None(), VoucherFilter.ALL, 0, 10)).isEmpty();
    }

    private VoucherId issued(String grant, long amount, int days) {
        return ((Issued) vouchers.issue(command(grant, amount, days))).voucher();
    }

    private IssueVoucher command(String grant, long amount, int days) {
        return new IssueVoucher(
                key(grant),
                SystemActors.of("test"),
                scope + grant,
                firm,
                "test-policy",
                budget,
                new Fen(amount),
                new BasisPoints(5_000),
                PaymentMode.USE_THEN_PAY,
                clock.today().plusDays(days),
                "compute");
    }

    private VoucherRefusal refusal(long amount, int rate, LocalDate validUntil) {
        var outcome = vouchers.issue(new IssueVoucher(
                key(UUID.randomUUID().toString()),
                SystemActors.of("test"),
                scope + "g",
                firm,
                "test-policy",
                budget,
                new Fen(amount),
                new BasisPoints(rate),
                PaymentMode.USE_THEN_PAY,
                validUntil,
                "compute"));
        return ((IssueOutcome.Refused) outcome).code();
    }

    private HoldOutcome hold(String job, long listPrice) {
        return inTransaction(() -> vouchers.hold(
                new HoldForJob(key("hold-" + job), firm, job(job), new Fen(listPrice), receivable, null)));
    }

    private SettleOutcome settle(String job, long metered) {
        return inTransaction(() -> vouchers.settle(new SettleJob(key("settle-" + job), job(job), new Fen(metered))));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(_ -> work.get());
    }

    private VoucherView view(VoucherId id) {
        return vouchers.find(new Scope.All(), id).orElseThrow();
    }

    private long available(AccountCode code) {
        return ledger.balances(code).available();
    }

    private String job(String name) {
        return name + "-" + scope;
    }

    private RequestKey key(String part) {
        return new RequestKey(part + ":" + scope);
    }
}
