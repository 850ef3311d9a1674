// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.BilledJobs;
import io.atrium.compute.JobState;
import io.atrium.compute.RegisterPool;
import io.atrium.compute.Yard;
import io.atrium.compute.account.JobAccounts;
import io.atrium.compute.statement.StatementSection;
import io.atrium.compute.statement.Statements;
import io.atrium.kernel.Fen;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.Ledger;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// What was used on the credit line is billed, reminded of, paid; an unpaid bill reduces the line until it is paid.
@AtriumTest
class CreditBillsTest {

    @Autowired
    Yard yard;

    @Autowired
    BilledJobs jobs;

    @Autowired
    Months months;

    @Autowired
    House house;

    @Autowired
    CreditBills bills;

    @Autowired
    Ledger ledger;

    @Autowired
    Statements statements;

    @Autowired
    BusinessClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext database;

    private Resident firm;
    private Resident operator;
    private RegisterPool pool;

    @BeforeEach
    void aFirmUsedItsLine() {
        firm = house.firmOwner();
        operator = house.operator();
        pool = yard.pool(4);
        database.execute("update node set state = 'DRAIN' where pool_id = ?", pool.id()); // what waits goes on waiting
        jobs.of(firm, pool, 8, Duration.ofMinutes(6)); // 0.8 GPU-hours at 11.80: 9.44
    }

    private List<CreditBillView> ofFirm() {
        return bills.list(new Scope.Own(firm.organisation()), CreditBillFilter.ALL, 0, 20);
    }

    private CreditBillView issued() {
        months.close(firm.organisation(), 1);
        return ofFirm().getFirst();
    }

    private long owed() {
        return -ledger.balances(JobAccounts.own(firm.organisation())).posted();
    }

    private static Map<String, Object> paid(BusinessClock clock, String amount, String reference) {
        return Map.of("amount", amount, "paid_on", clock.today().toString(), "bank_reference", reference);
    }

    @Test
    void aMonthIsBilledWithEveryLineOfTheAccountAndAddsUp() {
        jobs.of(firm, pool, 1, Duration.ofHours(1).minusMinutes(51)); // 0.15 GPU-hours: 1.77
        var bill = issued();
        assertThat(bill.amount()).isEqualTo(new Fen(944 + 177));
        assertThat(bill.month()).isEqualTo(YearMonth.from(clock.today()));
        var lines = bills.lines(bill, 0, 100);
        assertThat(lines).hasSize(2).allMatch(line -> line.kind() == CreditLine.Kind.JOB);
        long sum = lines.stream().mapToLong(CreditLine::owedFen).sum();
        assertThat(bill.sums().opening().value() + sum)
                .isEqualTo(bill.sums().closing().value())
                .isEqualTo(owed());

        var page = house.browser(firm).get("/credit-bills/" + bill.id());
        assertThat(page.text()).contains("待付款", "11.21", "9.44", "期初欠款", "期末欠款", "付款附言写账单编号 " + bill.id(), "降为 0%");
        assertThat(house.browser(firm)
                        .in("en")
                        .get("/credit-bills/" + bill.id())
                        .text())
                .contains("To be paid", "Owed at the end", "the credit line goes down to 0%");
        assertThat(house.browser(firm).get("/to-dos").text()).contains("尚欠", "11.21");
        assertThat(house.browser(firm).get("/inbox").text()).contains("月结账单", "已出");
        assertThat(house.browser(firm)
                        .get("/credit-bills/" + bill.id() + "/export?format=csv")
                        .document()
                        .text())
                .contains("9.44", "1.77");
    }

    @Test
    void killedBeforeItIsDoneAndRunAgainItBillsOnceAlsoFromTwoSides() throws Exception {
        transaction.executeWithoutResult(killed -> {
            months.in(1).of(firm.organisation());
            killed.setRollbackOnly();
        });
        assertThat(ofFirm()).isEmpty();
        try (var two = Executors.newFixedThreadPool(2)) {
            var one = two.submit(() -> months.close(firm.organisation(), 1));
            var other = two.submit(() -> months.close(firm.organisation(), 1));
            one.get();
            other.get();
        }
        assertThat(ofFirm()).hasSize(1);
        var inbox = house.browser(firm).get("/inbox").text();
        assertThat(inbox.split("已出：应付", -1)).hasSize(2);
    }

    @Test
    void eachEntryIsOnOneBillAndWhatIsLeftIsWhatTheAccountOwes() {
        var second = yard.submit(firm, Yard.command(pool, 8, "true"));
        var third = yard.submit(firm, Yard.command(pool, 8, "true"));
        var first = issued();
        jobs.end(second, Duration.ofMinutes(3)); // 4.72
        pay(first, "5.00", "ICBC-1");
        months.close(firm.organisation(), 2);
        jobs.end(third, Duration.ofMinutes(1)); // 1.57
        months.close(firm.organisation(), 3);
        months.close(firm.organisation(), 4); // nothing was used: no bill
        var all = ofFirm();
        assertThat(all).hasSize(3);
        long left = all.stream().mapToLong(bill -> bill.left().value()).sum();
        assertThat(left).isEqualTo(owed()).isEqualTo(944 + 472 + 157 - 500);
        var ofSecond = all.stream()
                .filter(bill -> bill.month().equals(first.month().plusMonths(1)))
                .findFirst()
                .orElseThrow();
        assertThat(ofSecond.sums().opening()).isEqualTo(new Fen(944));
        assertThat(ofSecond.sums().paid()).isEqualTo(new Fen(500));
        assertThat(ofSecond.sums().closing()).isEqualTo(new Fen(944 + 472 - 500));
        assertThat(bills.lines(ofSecond, 0, 100))
                .extracting(CreditLine::kind)
                .containsExactly(CreditLine.Kind.JOB, CreditLine.Kind.PAYMENT);
        assertThat(ledger.trialBalance().recountAgrees()).isTrue();
    }

    private void pay(CreditBillView bill, String amount, String reference) {
        var answer = house.api(operator)
                .post("/api/v1/credit-bills/" + bill.id() + "/payments", paid(clock, amount, reference));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    @Test
    void aPaymentIsBookedOnceFreesTheLineAndIsTold() {
        var bill = issued();
        var path = "/api/v1/credit-bills/" + bill.id() + "/payments";
        var api = house.api(operator);
        var first = api.post(path, "pay-" + bill.id(), paid(clock, "9.00", "ICBC-7"));
        var again = api.post(path, "pay-" + bill.id(), paid(clock, "9.00", "ICBC-7"));
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(owed()).isEqualTo(44);
        var doubled = api.post(path, paid(clock, "0.44", "ICBC-7"));
        assertThat(doubled.body().path("code").asString()).isEqualTo("CREDIT_PAYMENT_RECORDED");
        var tooMuch = api.post(path, paid(clock, "0.45", "ICBC-8"));
        assertThat(tooMuch.body().path("code").asString()).isEqualTo("CREDIT_PAYMENT_AMOUNT");

        var browser = house.browser(operator);
        var page = browser.get("/credit-bills/" + bill.id());
        var late = Map.of("amount", "0.44", "paid_on", clock.today().plusDays(1).toString(), "reference", "ICBC-9");
        var refused = browser.submit(page, "form[action$=payments]", late);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("付款日不能晚于今天");
        assertThat(refused.document().select("[name=reference]").val()).isEqualTo("ICBC-9");
        var done = browser.submit(
                refused,
                "form[action$=payments]",
                Map.of("paid_on", clock.today().toString()));
        assertThat(done.text()).contains("收款已登记", "已付清", "ICBC-9", "已入账");
        assertThat(owed()).isZero();
        assertThat(house.browser(firm).get("/inbox").text()).contains("已付清：收到", "尚欠");
        var month = YearMonth.from(clock.today());
        assertThat(statements.of(firm.organisation(), month).sections()).allMatch(StatementSection::addsUp);
        assertThat(house.browser(firm).get("/statements/" + month).text()).contains("付款");
        assertThat(house.browser(house.auditor())
                        .get("/credit-bills/" + bill.id())
                        .text())
                .contains("ICBC-7")
                .doesNotContain("登记后企业的额度立即恢复");
    }

    @Test
    void aMistakeIsTakenBackOnceWithItsReason() {
        var bill = issued();
        pay(bill, "9.44", "ICBC-3");
        var browser = house.browser(operator);
        var ask = browser.get(browser.get("/credit-bills/" + bill.id())
                .document()
                .select("a[href$=reversal]")
                .attr("href"));
        var silent = browser.submit(ask, "form[action$=reversal]", Map.of());
        assertThat(silent.status()).isEqualTo(422);
        var done = browser.submit(silent, "form[action$=reversal]", Map.of("reason", "登错企业"));
        assertThat(done.text()).contains("已撤销", "登错企业", "待付款");
        assertThat(owed()).isEqualTo(944);
        pay(bill, "9.44", "ICBC-3");
        assertThat(owed()).isZero();
        var second = bills.payments(bill.id()).getFirst().id();
        var again = house.api(operator)
                .post(
                        "/api/v1/credit-bills/" + bill.id() + "/payments/" + second + "/reversal",
                        Map.of("reason", "again"));
        assertThat(again.body().path("code").asString()).isEqualTo("CREDIT_PAYMENT_TAKEN_BACK");
    }

    @Test
    void remindersComeOnceForEachStageAndSayWhatHappensNext() {
        var bill = issued();
        var stages = List.of(2, 9, 30);
        for (int days : stages) {
            months.dueDaysAgo(bill.id(), days);
            months.today(firm.organisation());
            months.today(firm.organisation());
        }
        assertThat(bills.reminders(bill.id()))
                .extracting(CreditReminderView::stage)
                .containsExactly(CreditStage.FIRST, CreditStage.SECOND, CreditStage.LINE_REDUCED);
        var inbox = house.browser(firm).get("/inbox").text();
        assertThat(inbox).contains("第一次催缴", "第二次催缴", "先用后付额度已压降");
        assertThat(inbox.split("第二次催缴：", -1)).hasSize(2);
        assertThat(house.browser(firm).get("/credit-bills/" + bill.id()).text()).contains("催缴记录", "第二次催缴", "额度压降通知");
    }

    @Test
    void anUnpaidBillKeepsNewJobsOutLetsRunningOnesGoOnAndIsForgottenWhenPaid() {
        var waiting = yard.submit(firm, Yard.command(pool, 8, "true"));
        var voucher = yard.voucher(firm.organisation(), 1_000_000);
        var bill = issued();
        months.dueDaysAgo(bill.id(), 30);
        months.today(firm.organisation());

        var asked =
                Map.of("name", "n", "command", List.of("true"), "gpus", 8, "time_limit", "PT10M", "pool", pool.id());
        var estimate = house.api(firm).post("/api/v1/job-estimates", asked);
        assertThat(estimate.text()).contains("CREDIT_LINE_REDUCED", bill.id().value());
        var submitted = house.api(firm).post("/api/v1/jobs", asked);
        assertThat(submitted.status()).isEqualTo(422);
        assertThat(submitted.text()).contains("CREDIT_LINE_REDUCED");
        assertThat(house.browser(firm).get("/jobs/new").text()).contains("已压降为 0%", "查看并付清账单");
        assertThat(house.browser(firm).get("/jobs").text()).contains("已压降为 0%");
        assertThat(house.browser(firm).get("/vouchers/" + voucher).text()).contains("已压降为 0%");
        var engineer = house.member(firm.organisation(), Role.FIRM_ENGINEER);
        assertThat(house.browser(engineer).get("/jobs/new").text()).contains("请联系本企业的财务或负责人");
        assertThat(house.browser(operator)
                        .get("/credit-bills?standing=defaulted&q=" + bill.id())
                        .text())
                .contains("逾期，额度已压降");
        assertThat(house.browser(house.officer())
                        .get("/credit-bills?standing=overdue&q=" + bill.id())
                        .text())
                .contains("逾期，额度已压降");
        assertThat(house.browser(operator).get("/to-dos").text()).contains("张月结账单逾期");

        assertThat(yard.job(waiting).state()).isEqualTo(JobState.QUEUED);
        jobs.end(waiting, Duration.ofMinutes(6)); // its hold stands: it is charged as any other
        pay(bill, "9.44", "ICBC-5");
        assertThat(house.api(firm).post("/api/v1/jobs", asked).status()).isEqualTo(201);
        assertThat(house.browser(firm).get("/inbox").text()).contains("先用后付额度已恢复");
        assertThat(house.browser(firm).get("/jobs/new").text()).doesNotContain("已压降");
    }

    @Test
    void nobodyElseSeesABillOrPaysIt() {
        var bill = issued();
        var path = "/credit-bills/" + bill.id();
        var stranger = house.firmOwner();
        assertThat(house.browser(stranger).get(path).status()).isEqualTo(404);
        assertThat(house.browser(stranger).get(path + "/export?format=csv").status())
                .isEqualTo(404);
        assertThat(house.browser(stranger).get("/credit-bills").text()).doesNotContain("9.44");
        for (var part : List.of("", "/lines", "/payments", "/reminders")) {
            assertThat(house.api(stranger).get("/api/v1" + path + part).status())
                    .as(part)
                    .isEqualTo(404);
        }
        assertThat(house.api(stranger).get("/api/v1/credit-bills").text())
                .doesNotContain(bill.id().value());
        var provider = house.member(pool.provider(), Role.PROVIDER_STAFF);
        assertThat(house.browser(provider).get(path).status()).isEqualTo(403);
        for (var other : List.of(firm, house.officer(), house.auditor())) {
            assertThat(house.api(other)
                            .post("/api/v1" + path + "/payments", paid(clock, "9.44", "MINE"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(house.browser(firm).get(path).document().select("form[action$=payments]"))
                .isEmpty();
        assertThat(house.api(firm)
                        .get("/api/v1" + path + "/lines")
                        .body()
                        .at("/items/0/owed/amount")
                        .asString())
                .isEqualTo("9.44");
    }
}
