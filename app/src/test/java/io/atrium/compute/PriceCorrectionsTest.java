// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.account.JobAccounts;
import io.atrium.compute.correction.CorrectPricedBills;
import io.atrium.compute.statement.StatementSection;
import io.atrium.compute.statement.Statements;
import io.atrium.engine.ledger.Asset;
import io.atrium.kernel.Fen;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.Ledger;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A price that was asked by mistake: its effect is shown, a second person agrees, and every bill is computed anew.
@AtriumTest
class PriceCorrectionsTest {

    @Autowired
    Yard yard;

    @Autowired
    BilledJobs jobs;

    @Autowired
    House house;

    @Autowired
    Bills bills;

    @Autowired
    Pools pools;

    @Autowired
    Ledger ledger;

    @Autowired
    Statements statements;

    @Autowired
    CorrectPricedBills work;

    @Autowired
    BusinessClock clock;

    private Resident firm;
    private RegisterPool pool;
    private Resident first;
    private Resident second;

    @BeforeEach
    void aPoolAsksAWrongPrice() {
        firm = house.firmOwner();
        pool = yard.pool(2);
        first = house.member(pool.provider(), Role.PROVIDER_STAFF);
        second = house.member(pool.provider(), Role.PROVIDER_STAFF);
    }

    private Map<String, String> answers(String right) {
        var today = clock.today().toString();
        return Map.of(
                "pool", pool.id(), "wrong", "11.80", "right", right, "first", today, "last", today, "reason", "录入错误");
    }

    private String proposed(String right) {
        var browser = house.browser(first);
        var check = browser.submit(
                browser.get("/price-corrections/new"), "form[action='/price-corrections/check']", answers(right));
        assertThat(check.status()).as(check.text()).isEqualTo(200);
        assertThat(check.text()).contains("还没有提出任何更正", "一笔冲正、一笔重记");
        var sent = browser.submit(check, "form[action='/price-corrections']", Map.of());
        assertThat(sent.text()).contains("待另一人同意", "录入错误");
        return sent.path();
    }

    private void agreed(String path) {
        var browser = house.browser(second);
        var page = browser.get(path);
        var decided = browser.submit(page, "form[action$=decision]", Map.of("end", "APPROVED"));
        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
        work.run();
    }

    @Test
    void everyBillIsReversedAndPostedAnewOnceASecondPersonAgrees() {
        var voucher = yard.voucher(firm.organisation(), 1_000_000).value();
        var one = jobs.of(firm, pool, 8, Duration.ofMinutes(6));
        var two = jobs.of(firm, pool, 4, Duration.ofMinutes(3));
        var elsewhere = jobs.of(firm, yard.pool(1), 4, Duration.ofMinutes(3));
        var running = yard.submit(firm, Yard.command(pool, 8, "true"));
        var path = proposed("5.90");

        var own = house.browser(first).get(path);
        assertThat(own.document().select("form[action$=decision]")).isEmpty();
        var alone = house.api(first).post("/api/v1" + path + "/decision", Map.of("approved", true));
        assertThat(alone.body().path("code").asString()).isEqualTo("CORRECTION_SAME_PERSON");
        assertThat(bills.find(new Scope.All(), one.id()).orElseThrow()).isEqualTo(one);

        agreed(path);
        work.run();
        assertThat(bill(one).listPrice()).isEqualTo(new Fen(472));
        assertThat(bill(one).voucherPart()).isEqualTo(new Fen(236));
        assertThat(bill(two).listPrice()).isEqualTo(new Fen(118));
        assertThat(bill(two).corrections()).isEqualTo(1);
        assertThat(bill(elsewhere)).isEqualTo(elsewhere);
        assertThat(pools.find(pool.id()).orElseThrow().pricePerGpuHour()).isEqualTo(new Fen(590));
        assertThat(house.browser(first).get(path).text()).contains("正在更正", "还剩 1 张");

        jobs.end(running, Duration.ofMinutes(3));
        work.run();
        assertThat(house.browser(first).get(path).text()).contains("已全部更正");
        assertThat(bills.ofJob(new Scope.All(), running).orElseThrow().listPrice())
                .isEqualTo(new Fen(236));
        assertThat(posted(JobAccounts.receivable(pool.provider()))).isEqualTo(472 + 118 + 236);
        assertThat(posted(AccountCode.of(Asset.CNY_FEN, "voucher", voucher, "balance")))
                .isEqualTo(1_000_000 - (472 + 118 + 236 + elsewhere.listPrice().value()) / 2);
        assertThat(ledger.trialBalance().recountAgrees()).isTrue();
        var month = YearMonth.from(clock.today());
        assertThat(statements.of(firm.organisation(), month).sections()).allMatch(StatementSection::addsUp);
        assertThat(house.browser(firm).get("/inbox").text()).contains("因价格更正已重新计费");
        assertThat(house.browser(firm).get("/bills/" + one.id()).text()).contains("价格更正：录入错误", "−9.44", "+4.72");
    }

    @Test
    void aHigherPriceTakesNoMoreOfAVoucherThanWasHeldAndWaitsForACreditLineThatCannotBearIt() {
        var voucher = yard.voucher(firm.organisation(), 600).value();
        var bill = jobs.of(firm, pool, 8, Duration.ofMinutes(10)); // 15.73, of which the voucher 6.00
        assertThat(bill.voucherPart()).isEqualTo(new Fen(600));
        agreed(proposed("23.60"));
        assertThat(bill(bill).listPrice()).isEqualTo(new Fen(3_147));
        assertThat(bill(bill).voucherPart()).isEqualTo(new Fen(600));
        assertThat(posted(AccountCode.of(Asset.CNY_FEN, "voucher", voucher, "balance")))
                .isZero();

        var poor = house.firmOwner();
        var dear = yard.pool(1);
        var theirs = jobs.of(poor, dear, 8, Duration.ofMinutes(10));
        ledger.setCreditLimit(
                JobAccounts.own(poor.organisation()), theirs.ownPart().value());
        pool = dear;
        first = house.member(pool.provider(), Role.PROVIDER_STAFF);
        second = house.operator();
        var path = proposed("23.60");
        agreed(path);
        assertThat(bill(theirs)).isEqualTo(theirs);
        assertThat(house.browser(first).get(path).text()).contains("暂时记不了账");
        ledger.setCreditLimit(JobAccounts.own(poor.organisation()), 1_000_000);
        work.run();
        assertThat(bill(theirs).listPrice()).isEqualTo(new Fen(3_147));
        assertThat(house.browser(first).get(path).text()).contains("已全部更正");
    }

    @Test
    void aUsedUpVoucherThatGetsMoneyBackPaysAgain() {
        var voucher = yard.voucher(firm.organisation(), 600);
        jobs.of(firm, pool, 8, Duration.ofMinutes(10));
        assertThat(house.browser(firm).get("/vouchers/" + voucher).text()).contains("已用完");
        agreed(proposed("1.18"));
        assertThat(house.browser(firm).get("/vouchers/" + voucher).text()).doesNotContain("已用完");
        var quote = house.api(firm).get("/api/v1/vouchers/" + voucher).body();
        assertThat(quote.at("/state").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void whoeverAgreesAgreesToWhatTheySaw() {
        jobs.of(firm, pool, 8, Duration.ofMinutes(6));
        var path = proposed("5.90");
        var browser = house.browser(second);
        var page = browser.get(path);
        jobs.of(firm, pool, 8, Duration.ofMinutes(6));
        var overtaken = browser.submit(page, "form[action$=decision]", Map.of("end", "APPROVED"));
        assertThat(overtaken.status()).isBetween(400, 499);
        assertThat(house.api(second)
                        .get("/api/v1" + path)
                        .body()
                        .at("/correction/state")
                        .asString())
                .isEqualTo("PROPOSED");
        var declined = browser.submit(
                browser.get(path), "form[action$=decision]", Map.of("end", "REJECTED", "reason", "价格无误"));
        assertThat(declined.text()).contains("未同意", "价格无误");
    }

    @Test
    void refusesNonsenseAndShowsOthersNothing() {
        var api = house.api(first);
        var today = clock.today();
        Map<String, Object> nothing = Map.of(
                "pool",
                pool.id(),
                "wrong_price",
                "11.80",
                "right_price",
                "5.90",
                "first_day",
                today,
                "last_day",
                today,
                "reason",
                "x");
        assertThat(api.post("/api/v1/price-corrections/effects", nothing)
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("CORRECTION_NOTHING_AFFECTED");
        jobs.of(firm, pool, 8, Duration.ofMinutes(6));
        var path = proposed("5.90");
        assertThat(api.post("/api/v1/price-corrections", nothing)
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("CORRECTION_OPEN");
        assertThat(house.browser(house.provider()).get(path).status()).isEqualTo(404);
        assertThat(house.api(house.provider()).get("/api/v1" + path).status()).isEqualTo(404);
        assertThat(house.api(house.provider())
                        .post("/api/v1" + path + "/decision", Map.of("approved", true))
                        .status())
                .isEqualTo(404);
        assertThat(house.browser(firm).get(path).status()).isEqualTo(403);
        assertThat(house.browser(first)
                        .get("/price-corrections/export?format=csv")
                        .document()
                        .text())
                .contains(pool.id());
        assertThat(house.browser(house.provider())
                        .get("/price-corrections/export?format=csv")
                        .document()
                        .text())
                .doesNotContain(pool.id());
        assertThat(house.api(house.provider())
                        .post("/api/v1/price-corrections/effects", nothing)
                        .status())
                .isEqualTo(404);
    }

    private BillView bill(BillView before) {
        return bills.find(new Scope.All(), before.id()).orElseThrow();
    }

    private long posted(AccountCode account) {
        return ledger.balances(account).posted();
    }
}
