// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.compute.account.JobAccounts;
import io.atrium.compute.credit.CreditBillFilter;
import io.atrium.compute.credit.CreditBillView;
import io.atrium.compute.credit.CreditBills;
import io.atrium.compute.credit.Months;
import io.atrium.engine.ledger.Asset;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.Ledger;
import io.atrium.policy.PolicyId;
import io.atrium.policy.PolicyKeepers;
import io.atrium.testing.Api.Answer;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import io.atrium.voucher.PaymentMode;
import io.atrium.voucher.VoucherId;
import io.atrium.voucher.VoucherState;
import io.atrium.voucher.Vouchers;
import io.atrium.voucher.redemption.LapsedRedemptions;
import io.atrium.voucher.redemption.RedemptionId;
import io.atrium.voucher.redemption.Redemptions;
import io.atrium.voucher.redemption.SubmitRedemption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A firm pays its bills itself and has half of them paid back: chosen, checked, decided, booked; never twice.
@AtriumTest
class RedemptionsTest {

    @Autowired
    Yard yard;

    @Autowired
    BilledJobs jobs;

    @Autowired
    Months months;

    @Autowired
    CreditBills monthly;

    @Autowired
    House house;

    @Autowired
    Vouchers vouchers;

    @Autowired
    Redemptions redemptions;

    @Autowired
    LapsedRedemptions lapsed;

    @Autowired
    PolicyKeepers keepers;

    @Autowired
    Ledger ledger;

    @Autowired
    BusinessClock clock;

    @Autowired
    DSLContext database;

    private Resident firm;
    private Resident officer;
    private Resident provider;
    private VoucherId voucher;
    private BillView bill;
    private BillView second;

    @BeforeEach
    void twoBillsArePaid() {
        firm = house.firmOwner();
        officer = house.officer();
        var pool = yard.pool(2);
        provider = house.member(pool.provider(), Role.PROVIDER_STAFF);
        voucher = redeemable(1_000);
        bill = jobs.of(firm, pool, 8, Duration.ofMinutes(6)); // 0.8 GPU-hours at 11.80: 9.44
        second = jobs.of(firm, pool, 8, Duration.ofMinutes(3)); // 4.72
        pay(monthlyBill(firm), "14.16");
    }

    /// What the firm used so far is billed, as if the month were over.
    private CreditBillView monthlyBill(Resident of) {
        months.close(of.organisation(), 1);
        return monthly.list(new Scope.Own(of.organisation()), CreditBillFilter.ALL, 0, 1)
                .getFirst();
    }

    private void pay(CreditBillView month, String yuan) {
        var payment = Map.of(
                "amount", yuan, "paid_on", clock.today().toString(), "bank_reference", "ICBC-" + month.id() + yuan);
        var answer = house.api(house.operator()).post("/api/v1/credit-bills/" + month.id() + "/payments", payment);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private VoucherId redeemable(long fen) {
        var issued = yard.voucher(firm.organisation(), fen, PaymentMode.PAY_THEN_REDEEM);
        var policy = vouchers.find(new Scope.All(), issued).orElseThrow().policy();
        keepers.assign(house.operator().actor(), new PolicyId(policy), officer.organisation());
        return issued;
    }

    private AccountCode account(VoucherId id) {
        return AccountCode.of(Asset.CNY_FEN, "voucher", id.value(), "balance");
    }

    private long own() {
        return ledger.balances(JobAccounts.own(firm.organisation())).posted();
    }

    private RedemptionId submitted(VoucherId of, BillView... chosen) {
        var bills = List.of(chosen).stream().map(each -> each.id().value()).toList();
        return redemptions.submit(firm.actor(), new SubmitRedemption(Yard.key(), of, bills));
    }

    private Answer decided(RedemptionId id, List<String> accepted) {
        return house.api(officer)
                .post(
                        "/api/v1/redemptions/" + id + "/decision",
                        Map.of("accepted", accepted, "clause", "第三条", "reason", "超出范围"));
    }

    @Test
    void fromThePaidBillToTheMoneyInBothLanguages() {
        assertThat(bill.voucherPart().isPositive()).isFalse();
        var browser = house.browser(firm);
        var page = browser.get("/vouchers/" + voucher);
        assertThat(page.text()).contains("先付后兑", "不抵扣", "申请兑付");
        var choose = browser.get("/vouchers/" + voucher + "/redemptions/new");
        assertThat(choose.text()).contains("可兑付 4.72 元", "自付 9.44 元", "假定");
        assertThat(house.browser(firm)
                        .in("en")
                        .get("/vouchers/" + voucher + "/redemptions/new")
                        .text())
                .contains("would be paid back", "Choose bills");
        var none = browser.submit(choose, "form[action$=check]", Map.of());
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.text()).contains("请选择要兑付的账单");
        var check = browser.submit(
                choose, "form[action$=check]", Map.of("bill", bill.id().value()));
        assertThat(check.status()).as(check.text()).isEqualTo(200);
        assertThat(check.text()).contains("还没有提交", "4.72", "10 个工作日", "只能兑付一次");
        var sent = browser.submit(check, "form[action$=redemptions]", Map.of());
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        assertThat(sent.text()).contains("已提交，编号 rdm_", "待审核", "4.72");
        assertThat(ledger.balances(account(voucher)).held()).isEqualTo(472);

        var desk = house.browser(officer);
        assertThat(desk.get("/to-dos").text()).contains("申请算力券兑付");
        var asked = desk.get(sent.path());
        assertThat(asked.text()).contains("审核", "退回补正（仅一次）");
        var wrong = desk.submit(asked, "form[action$=decision]", Map.of());
        assertThat(wrong.text()).contains("请选择决定");
        var before = own();
        var done = desk.submit(
                asked,
                "form[action$=decision]",
                Map.of("end", "ACCEPTED", "accepted", bill.id().value()));
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(done.text()).contains("已接受，兑付款已记账", "已兑付");
        assertThat(own() - before).isEqualTo(472);
        assertThat(ledger.balances(account(voucher)).posted()).isEqualTo(528);
        assertThat(house.browser(firm).in("en").get(sent.path()).text()).contains("paid back", "4.72");
        assertThat(house.browser(firm).in("en").get("/redemptions").text()).contains("Redemptions", "paid back");
        assertThat(house.browser(firm).get("/vouchers/" + voucher).text()).contains("账单兑付");
        assertThat(house.browser(firm).get("/inbox").text()).contains("算力券兑付已通过");
        assertThat(ledger.trialBalance().recountAgrees()).isTrue();
    }

    @Test
    void whatTheFirmStillOwesIsNotPaidBack() {
        var debtor = house.firmOwner();
        var issued = yard.voucher(debtor.organisation(), 1_000, PaymentMode.PAY_THEN_REDEEM);
        var policy = vouchers.find(new Scope.All(), issued).orElseThrow().policy();
        keepers.assign(house.operator().actor(), new PolicyId(policy), officer.organisation());
        var owed = jobs.of(debtor, yard.pool(2), 8, Duration.ofMinutes(6)); // 9.44

        refused(debtor, issued, owed);
        assertThat(house.browser(debtor)
                        .get("/vouchers/" + issued + "/redemptions/new")
                        .text())
                .contains("账单还没有付清");
        var month = monthlyBill(debtor);
        refused(debtor, issued, owed);
        pay(month, "9.43");
        refused(debtor, issued, owed);
        pay(month, "0.01");
        redemptions.submit(
                debtor.actor(),
                new SubmitRedemption(Yard.key(), issued, List.of(owed.id().value())));
        assertThat(ledger.balances(account(issued)).held()).isEqualTo(472);
    }

    private void refused(Resident debtor, VoucherId of, BillView owed) {
        var answer = house.api(debtor)
                .post(
                        "/api/v1/vouchers/" + of + "/redemptions",
                        Map.of("bills", List.of(owed.id().value())));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("code").asString()).isEqualTo("REDEMPTION_BILL_OWED");
    }

    @Test
    void quotesSayThatNothingIsDeducted() {
        var browser = house.browser(firm);
        var wish = Map.of(
                "name", "试跑",
                "workload", "command",
                "arguments", "true",
                "gpus", "8",
                "minutes", "10",
                "pool", bill.pool(),
                "step", "estimate");
        var estimated = browser.submit(browser.get("/jobs/new"), "#job-ask", wish);
        assertThat(estimated.text()).contains("先付后兑：本次不抵扣", "券内还有 10.00 元");
        assertThat(house.api(firm)
                        .get("/api/v1/vouchers/" + voucher + "/redeemable-bills")
                        .text())
                .contains(bill.id().value(), "4.72");
    }

    @Test
    void aBillIsRedeemedOnceWhateverTheVoucher() {
        var first = submitted(voucher, bill);
        assertThat(decided(first, List.of(bill.id().value())).status()).isEqualTo(200);
        var other = redeemable(1_000);
        assertThatThrownBy(() -> submitted(other, bill))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("REDEMPTION_BILL_TAKEN");
        assertThat(ledger.balances(account(other)).held()).isZero();
        assertThat(house.browser(firm)
                        .get("/vouchers/" + other + "/redemptions/new")
                        .text())
                .contains("账单已在另一笔兑付中");
        assertThat(decided(first, List.of(bill.id().value())).text()).contains("REDEMPTION_NOT_NOW");
    }

    @Test
    void twoVouchersAtTheSameMomentPayOneBillOnce() throws Exception {
        var other = redeemable(1_000);
        try (var pool = Executors.newFixedThreadPool(2)) {
            List<Callable<Boolean>> both = List.of(() -> isSubmitted(voucher), () -> isSubmitted(other));
            var ok = 0;
            for (var result : pool.invokeAll(both)) {
                ok += result.get() ? 1 : 0;
            }
            assertThat(ok).isEqualTo(1);
        }
        var held = ledger.balances(account(voucher)).held()
                + ledger.balances(account(other)).held();
        assertThat(held).isEqualTo(472);
    }

    private boolean isSubmitted(VoucherId of) {
        try {
            submitted(of, bill);
            return true;
        } catch (RefusedException _) {
            return false;
        }
    }

    @Test
    void theVoucherMayEndBetweenSubmissionAndDecision() {
        var id = submitted(voucher, bill, second);
        database.execute(
                "update voucher set valid_until = ? where id = ?", clock.today().minusDays(1), voucher.value());
        assertThat(vouchers.expire(voucher)).isTrue();
        assertThat(ledger.balances(account(voucher)).posted()).isEqualTo(708);
        var before = own();
        var answer = decided(id, List.of(bill.id().value()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(own() - before).isEqualTo(472);
        assertThat(ledger.balances(account(voucher)).posted()).isZero();
        assertThat(vouchers.find(new Scope.All(), voucher).orElseThrow().state())
                .isEqualTo(VoucherState.EXPIRED);
        assertThat(house.browser(firm).get("/redemptions/" + id).text()).contains("第三条", "超出范围", "未接受");
    }

    @Test
    void moreThanTheVoucherHasLeftIsNotPaid() {
        var small = redeemable(600);
        var id = submitted(small, bill, second);
        assertThat(ledger.balances(account(small)).held()).isEqualTo(600);
        var both = List.of(bill.id().value(), second.id().value());
        assertThat(decided(id, both).status()).isEqualTo(200);
        assertThat(vouchers.find(new Scope.All(), small).orElseThrow().state()).isEqualTo(VoucherState.USED_UP);
    }

    @Test
    void itIsReturnedOnceAndMendedOrLapses() {
        var id = submitted(voucher, bill, second);
        var back = Map.of("reason", "第二张与本项目无关");
        assertThat(house.api(officer)
                        .post("/api/v1/redemptions/" + id + "/return", back)
                        .status())
                .isEqualTo(200);
        assertThat(house.browser(firm).get("/to-dos").text()).contains("被退回补正");
        var browser = house.browser(firm);
        var choose = browser.get("/redemptions/" + id + "/mending/new");
        var check = browser.submit(
                choose, "form[action$=check]", Map.of("bill", bill.id().value()));
        assertThat(check.status()).as(check.text()).isEqualTo(200);
        var sent = browser.submit(check, "form[action$=mending]", Map.of());
        assertThat(sent.text()).contains("待审核", "补正");
        assertThat(house.api(officer)
                        .post("/api/v1/redemptions/" + id + "/return", back)
                        .text())
                .contains("REDEMPTION_RETURNED_BEFORE");

        var other = submitted(redeemable(1_000), second);
        house.api(officer).post("/api/v1/redemptions/" + other + "/return", back);
        database.execute("update redemption set mend_by = now() - interval '400 days' where id = ?", other.value());
        lapsed.endAll();
        assertThat(house.browser(firm).get("/redemptions/" + other).text()).contains("逾期未补正");
        assertThat(submitted(voucher, second)).isNotNull();
    }

    @Test
    void rejectionNeedsClauseAndReasonAndFreesEverything() {
        var id = submitted(voucher, bill);
        var bare = house.api(officer).post("/api/v1/redemptions/" + id + "/decision", Map.of("accepted", List.of()));
        assertThat(bare.text()).contains("REDEMPTION_WORDS_MISSING");
        assertThat(decided(id, List.of()).text()).contains("REJECTED");
        assertThat(ledger.balances(account(voucher)).held()).isZero();
        assertThat(ledger.balances(account(voucher)).posted()).isEqualTo(1_000);
        var again = submitted(voucher, bill);
        assertThat(house.api(firm)
                        .post("/api/v1/redemptions/" + again + "/withdrawal", Map.of())
                        .text())
                .contains("WITHDRAWN");
        assertThat(ledger.balances(account(voucher)).held()).isZero();
    }

    @Test
    void othersNeitherSeeNorDecideIt() {
        var id = submitted(voucher, bill);
        var stranger = house.firmOwner();
        assertThat(house.browser(stranger).get("/redemptions/" + id).status()).isEqualTo(404);
        assertThat(house.browser(stranger).get("/redemptions").text()).doesNotContain("4.72");
        assertThat(house.api(stranger).get("/api/v1/redemptions/" + id).status())
                .isEqualTo(404);
        assertThat(house.api(stranger)
                        .get("/api/v1/vouchers/" + voucher + "/redeemable-bills")
                        .status())
                .isEqualTo(404);
        assertThat(house.api(stranger)
                        .post("/api/v1/redemptions/" + id + "/withdrawal", Map.of())
                        .status())
                .isEqualTo(404);
        var department = house.officer();
        assertThat(house.api(department)
                        .post("/api/v1/redemptions/" + id + "/decision", Map.of("accepted", List.of()))
                        .status())
                .isEqualTo(404);
        var theirs = yard.voucher(stranger.organisation(), 1_000, PaymentMode.PAY_THEN_REDEEM);
        assertThat(house.api(stranger)
                        .post(
                                "/api/v1/vouchers/" + theirs + "/redemptions",
                                Map.of("bills", List.of(bill.id().value())))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aBillThatBecomesLowerGivesItsShareBackToTheVoucher() {
        var id = submitted(voucher, bill);
        decided(id, List.of(bill.id().value()));
        var before = own();
        var raised = house.api(firm)
                .post("/api/v1/bills/" + bill.id() + "/disputes", Map.of("about", "TIME", "reason", "停机"));
        var answered = house.api(provider)
                .post(
                        "/api/v1/bill-disputes/" + raised.body().at("/id").asString() + "/answer",
                        Map.of(
                                "accepted",
                                true,
                                "reason",
                                "属实",
                                "right",
                                Map.of("gpu_ms", bill.gpuTime().value() / 2, "price_per_gpu_hour", "11.80")));
        assertThat(answered.status()).as(answered.text()).isEqualTo(200);
        assertThat(own() - before).isEqualTo(472 - 236);
        assertThat(ledger.balances(account(voucher)).posted()).isEqualTo(528 + 236);
        assertThat(vouchers.find(new Scope.All(), voucher).orElseThrow().paid().value())
                .isEqualTo(236);
        assertThat(house.browser(firm).get("/redemptions/" + id).text()).contains("收回多兑付的 2.36 元", "2.36");
        assertThat(ledger.trialBalance().recountAgrees()).isTrue();
    }

    @Test
    void theSameRequestTwiceSubmitsOnce() {
        var command =
                new SubmitRedemption(Yard.key(), voucher, List.of(bill.id().value()));
        var first = redemptions.submit(firm.actor(), command);
        assertThat(redemptions.submit(firm.actor(), command)).isEqualTo(first);
        assertThat(ledger.balances(account(voucher)).held()).isEqualTo(472);
    }
}
