// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.account.JobAccounts;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A firm disputes a bill, the provider answers, both see the same; an accepted dispute corrects bill and books.
@AtriumTest
class BillDisputesTest {

    @Autowired
    Yard yard;

    @Autowired
    BilledJobs jobs;

    @Autowired
    House house;

    @Autowired
    Bills bills;

    @Autowired
    Ledger ledger;

    @Autowired
    Statements statements;

    @Autowired
    BusinessClock clock;

    private Resident firm;
    private RegisterPool pool;
    private Resident provider;
    private String voucher;
    private BillView bill;

    @BeforeEach
    void aBillStands() {
        firm = house.firmOwner();
        pool = yard.pool(2);
        provider = house.member(pool.provider(), Role.PROVIDER_STAFF);
        voucher = yard.voucher(firm.organisation(), 1_000_000).value();
        bill = jobs.of(firm, pool, 8, Duration.ofMinutes(6)); // 0.8 GPU-hours at 11.80: 9.44
    }

    private String raised() {
        var browser = house.browser(firm);
        var form = browser.get("/bills/" + bill.id() + "/disputes/new");
        assertThat(form.text()).contains("9.44", "5 个工作日", "计量卡时不对");
        var sent = browser.submit(form, "form[action$=disputes]", Map.of("about", "TIME", "reason", "平台故障重跑"));
        assertThat(sent.text()).contains("待答复", "平台故障重跑", "答复期限");
        return sent.path();
    }

    @Test
    void anAcceptedDisputeGivesVoucherAndFirmTheirPartsBackAndTheBillStillAddsUp() {
        assertThat(bill.listPrice()).isEqualTo(new Fen(944));
        var path = raised();
        var answering = house.browser(provider);
        assertThat(answering.get("/to-dos").text()).contains("就账单提出异议：计量卡时不对");
        var page = answering.get(path);
        var higher = answering.submit(
                page, "form[action$=answer]", Map.of("end", "ACCEPTED", "gpu_hours", "0.9", "reason", "x"));
        assertThat(higher.status()).isEqualTo(422);
        assertThat(higher.text()).contains("更正后没有变低");
        var accepted = answering.submit(
                higher, "form[action$=answer]", Map.of("end", "ACCEPTED", "gpu_hours", "0.4", "reason", "核实故障"));
        assertThat(accepted.text()).contains("成立，已更正", "核实故障", "4.72");

        var now = bills.find(new Scope.All(), bill.id()).orElseThrow();
        assertThat(now.listPrice()).isEqualTo(new Fen(472));
        assertThat(now.voucherPart()).isEqualTo(new Fen(236));
        assertThat(now.ownPart()).isEqualTo(new Fen(236));
        assertThat(now.isCorrected()).isTrue();
        assertThat(posted(JobAccounts.receivable(pool.provider()))).isEqualTo(472);
        assertThat(posted(JobAccounts.own(firm.organisation()))).isEqualTo(-236);
        assertThat(posted(AccountCode.of(Asset.CNY_FEN, "voucher", voucher, "balance")))
                .isEqualTo(1_000_000 - 236);
        assertThat(posted(
                        AccountCode.of(Asset.GPU_MS, "provider", pool.provider().value(), "delivered")))
                .isEqualTo(now.gpuTime().value());
        assertThat(ledger.trialBalance().recountAgrees()).isTrue();
        var month = YearMonth.from(clock.today());
        assertThat(statements.of(firm.organisation(), month).sections()).allMatch(StatementSection::addsUp);
        assertThat(statements.of(pool.provider(), month).sections()).allMatch(StatementSection::addsUp);

        var ours = house.browser(firm).get("/bills/" + bill.id());
        assertThat(ours.text()).contains("更正经过", "出账时", "冲正", "−9.44", "重记", "+4.72", "现行", "异议成立：核实故障");
        assertThat(house.browser(firm).get("/statements/" + month).text()).contains("冲正与重记");
        assertThat(house.browser(firm)
                        .get("/bills/export?format=csv")
                        .document()
                        .text())
                .contains("9.44", "4.72");
        assertThat(house.browser(firm).get("/inbox").text()).contains("账单因异议成立已更正", "4.72");
        assertThat(house.browser(provider).get("/receivables").text()).contains("4.72", "已更正");
    }

    @Test
    void theBillBecomesAPdfWithItsCorrections() {
        raised();
        house.api(provider)
                .post(
                        "/api/v1/bill-disputes/" + id() + "/answer",
                        Map.of(
                                "accepted",
                                true,
                                "reason",
                                "ok",
                                "right",
                                Map.of("gpu_ms", 0, "price_per_gpu_hour", "11.80")));
        var browser = house.browser(firm);
        var sheet = browser.submit(browser.get("/bills/" + bill.id()), "form[action$=sheet]", Map.of());
        assertThat(sheet.path()).startsWith("/sheets/sht_");
        assertThat(sheet.text()).contains("算力账单");
        var versions =
                house.api(firm).get("/api/v1/bills/" + bill.id() + "/versions").body();
        assertThat(versions.at("/items/1/list_price/amount").asString()).isEqualTo("0.00");
        assertThat(versions.at("/items/1/cause").asString()).isEqualTo("DISPUTE");
    }

    @Test
    void aRejectedOrWithdrawnDisputeChangesNothing() {
        var path = raised();
        var answering = house.browser(provider);
        var silent = answering.submit(answering.get(path), "form[action$=answer]", Map.of("end", "REJECTED"));
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.text()).contains("请写明理由");
        answering.submit(silent, "form[action$=answer]", Map.of("end", "REJECTED", "reason", "计量无误"));
        assertThat(house.browser(firm).get(path).text()).contains("不成立", "计量无误");
        var again = raised();
        var browser = house.browser(firm);
        var withdrawn = browser.submit(browser.get(again), "form[action$=withdrawal]", Map.of());
        assertThat(withdrawn.text()).contains("已撤回");
        assertThat(bills.find(new Scope.All(), bill.id()).orElseThrow()).isEqualTo(bill);
        var late = house.api(provider)
                .post("/api/v1" + again + "/answer", Map.of("accepted", false, "reason", "too late"));
        assertThat(late.status()).isEqualTo(409);
    }

    @Test
    void oneOpenDisputeForEachBillAndNothingForOthers() {
        var path = raised();
        var again = house.api(firm)
                .post("/api/v1/bills/" + bill.id() + "/disputes", Map.of("about", "PRICE", "reason", "too dear"));
        assertThat(again.body().path("code").asString()).isEqualTo("DISPUTE_OPEN");
        var stranger = house.firmOwner();
        assertThat(house.browser(stranger).get(path).status()).isEqualTo(404);
        assertThat(house.api(stranger).get("/api/v1" + path).status()).isEqualTo(404);
        assertThat(house.browser(stranger).get("/bills/" + bill.id()).status()).isEqualTo(404);
        assertThat(house.browser(house.provider()).get(path).status()).isEqualTo(404);
        assertThat(house.browser(house.provider()).get("/bills/" + bill.id()).status())
                .isEqualTo(404);
        var ours = house.api(firm).post("/api/v1" + path + "/answer", Map.of("accepted", false, "reason", "mine"));
        assertThat(ours.status()).isEqualTo(403);
        var theirs = house.api(stranger)
                .post("/api/v1/bills/" + bill.id() + "/disputes", Map.of("about", "PRICE", "reason", "x"));
        assertThat(theirs.status()).isEqualTo(404);
        var engineer = house.member(firm.organisation(), Role.FIRM_ENGINEER);
        assertThat(house.browser(engineer).get(path).status()).isEqualTo(403);
    }

    @Test
    void theListShowsBothSidesTheSameInBothLanguages() {
        raised();
        assertThat(house.browser(firm).get("/bill-disputes").text()).contains("计量卡时不对", "待答复");
        assertThat(house.browser(provider).in("en").get("/bill-disputes").text())
                .contains("Metered GPU time", "To be answered");
        assertThat(house.api(provider)
                        .get("/api/v1/bill-disputes")
                        .body()
                        .at("/items/0/bill")
                        .asString())
                .isEqualTo(bill.id().value());
    }

    @Test
    @Tag("TAB-5")
    void theFileHoldsTheSameRowsAndNobodyElses() {
        raised();
        assertThat(house.browser(firm)
                        .get("/bill-disputes/export?format=csv")
                        .document()
                        .text())
                .contains(bill.id().value());
        assertThat(house.browser(house.firmOwner())
                        .get("/bill-disputes/export?format=csv")
                        .document()
                        .text())
                .doesNotContain(bill.id().value());
    }

    private String id() {
        return house.api(firm)
                .get("/api/v1/bill-disputes")
                .body()
                .at("/items/0/id")
                .asString();
    }

    private long posted(AccountCode account) {
        return ledger.balances(account).posted();
    }
}
