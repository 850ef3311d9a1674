// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.company.Companies;
import io.atrium.company.ImportRegistry;
import io.atrium.compute.account.JobAccounts;
import io.atrium.compute.lease.ChangeLeasePrice;
import io.atrium.compute.lease.LeaseDays;
import io.atrium.compute.lease.LeasePrices;
import io.atrium.compute.statement.StatementSection;
import io.atrium.compute.statement.Statements;
import io.atrium.demo.DemoSeed;
import io.atrium.demo.community.Community;
import io.atrium.demo.community.RegistryCsv;
import io.atrium.engine.ledger.Asset;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.kernel.Fen;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.Ledger;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A firm rents nodes for a term: quote, signature, hand-over, use, end; money by the period, nodes for nobody else.
@AtriumTest
class LeasesTest {

    @Autowired
    Yard yard;

    @Autowired
    BilledJobs jobs;

    @Autowired
    House house;

    @Autowired
    LeasePrices prices;

    @Autowired
    LeaseDays days;

    @Autowired
    Pools pools;

    @Autowired
    Bills bills;

    @Autowired
    Quotas quotas;

    @Autowired
    Ledger ledger;

    @Autowired
    Companies companies;

    @Autowired
    Statements statements;

    @Autowired
    BusinessClock clock;

    @Autowired
    DSLContext database;

    private Resident firm;
    private RegisterPool pool;
    private Resident provider;

    @BeforeEach
    void aPoolIsLeased() {
        firm = house.firmOwner();
        pool = yard.pool(3);
        provider = house.member(pool.provider(), Role.PROVIDER_STAFF);
        prices.change(provider.actor(), new ChangeLeasePrice(Yard.key(), pool.id(), 1, new Fen(1_000)));
        prices.change(provider.actor(), new ChangeLeasePrice(Yard.key(), pool.id(), 20, new Fen(800)));
    }

    private Map<String, String> answers(int gpus, int term, String affiliated) {
        return Map.of(
                "name", "微调集群",
                "pool", pool.id(),
                "gpus", String.valueOf(gpus),
                "starts", clock.today().toString(),
                "days", String.valueOf(term),
                "purpose", "TRAINING",
                "affiliated", affiliated);
    }

    private String requested(int term, String affiliated) {
        var browser = house.browser(firm);
        var check = browser.submit(
                browser.get("/leases/new?pool=" + pool.id()),
                "form[action='/leases/check']",
                answers(8, term, affiliated));
        assertThat(check.status()).as(check.text()).isEqualTo(200);
        assertThat(check.text()).contains("还没有提出任何申请", "签署期限", "提前 3 天通知");
        var sent = browser.submit(check, "form[action='/leases']", Map.of());
        assertThat(sent.text()).contains("待出租方签署", "微调集群");
        return sent.path();
    }

    private void signed(String path, String only) {
        var browser = house.browser(provider);
        assertThat(browser.get("/to-dos").text()).contains("企业申请租用 8 卡：微调集群");
        var page =
                browser.submit(browser.get(path), "form[action$=signature]", Map.of("affiliated", "no", "only", only));
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.text()).contains("已签署，待交付");
    }

    private void handedOver(String path) {
        var browser = house.browser(provider);
        var page = browser.submit(
                browser.get(path), "form[action$=hand-over]", Map.of("words", "ssh 到 gateway.example，账号另行告知"));
        assertThat(page.status()).as(page.text()).isEqualTo(200);
    }

    /// As if the lease had begun so many days earlier.
    private void daysAgo(String path, int number) {
        var id = path.substring("/leases/".length());
        database.execute(
                "update lease set starts_on = starts_on - ?, ends_on = ends_on - ? where id = ?", number, number, id);
        database.execute(
                "update lease_period set first_day = first_day - ?, last_day = last_day - ? where lease_id = ?",
                number,
                number,
                id);
    }

    @Test
    void fromTheQuoteToTheLastBillWithVoucherAndFacts() {
        var voucher = yard.voucher(firm.organisation(), 2_000_000).value();
        var path = requested(20, "no"); // 8 GPUs x 24 h x 20 d x 8.00 = 30,720.00
        assertThat(house.browser(firm).get(path).text()).contains("30,720.00", "租期 20 天及以上的档次");
        signed(path, "yes");
        assertThat(ledger.balances(AccountCode.of(Asset.CNY_FEN, "voucher", voucher, "balance"))
                        .held())
                .isEqualTo(1_536_000);
        assertThat(quotas.of(firm.organisation()).gpuTimeHeld().value()).isZero();

        var pools24 = pools.find(pool.id()).orElseThrow().capacity();
        assertThat(pools24.gpusFree()).isEqualTo(GpuAmount.ofGpus(16));
        assertThat(pools24.nodesLeased()).isOne();
        assertThat(pools24.nodesPaused()).isZero();
        var status = house.visitor().get("/status").document().select("tr:contains(" + pool.id() + ")");
        assertThat(status.select("td.atrium-number").eachText()).containsExactly("24", "0", "8", "16", "0");
        handedOver(path);
        var ours = house.browser(firm).get(path);
        assertThat(ours.text()).contains("租用中", "gateway.example", "可以使用", "确认收到节点");
        assertThat(house.browser(house.operator()).get(path).text())
                .contains("租用中")
                .doesNotContain("gateway.example");
        var browser = house.browser(firm);
        browser.submit(ours, "form[action$=receipt]", Map.of());

        daysAgo(path, 20);
        days.run();
        var over = house.browser(firm).get(path);
        assertThat(over.text()).contains("已终止", "租期届满", "已出账");
        var bill = bills.list(new Scope.Own(firm.organisation()), null, 0, 10).getFirst();
        assertThat(bill.listPrice()).isEqualTo(new Fen(3_072_000));
        assertThat(bill.voucherPart()).isEqualTo(new Fen(1_536_000));
        assertThat(bill.gpuTime().value()).isEqualTo(8L * 20 * 24 * 3_600_000);
        assertThat(over.document().select("main a[href='/bills/" + bill.id() + "']"))
                .hasSize(1);
        assertThat(posted(JobAccounts.receivable(pool.provider()))).isEqualTo(3_072_000);
        assertThat(posted(
                        AccountCode.of(Asset.GPU_MS, "provider", pool.provider().value(), "delivered")))
                .isEqualTo(bill.gpuTime().value());
        assertThat(pools.find(pool.id()).orElseThrow().capacity().gpusFree()).isEqualTo(GpuAmount.ofGpus(24));
        assertThat(ledger.trialBalance().recountAgrees()).isTrue();
        var month = YearMonth.from(clock.today());
        assertThat(statements.of(firm.organisation(), month).sections()).allMatch(StatementSection::addsUp);
        var statement = house.browser(firm).get("/statements/" + month);
        assertThat(statement.document().select("main a[href='" + path + "']")).isNotEmpty();
        assertThat(house.browser(firm).get("/bills/" + bill.id()).text()).contains("微调集群", "第 1 期");
        assertThat(house.browser(firm).get("/vouchers/" + voucher).text()).contains("微调集群");
        assertThat(house.browser(firm).get("/inbox").text()).contains("租期届满，已出账");
    }

    @Test
    void aSignedLeaseThatIsNotHandedOverIsRemindedAndThenWithdrawn() {
        var voucher = yard.voucher(firm.organisation(), 2_000_000).value();
        var path = requested(20, "no");
        signed(path, "yes");
        assertThat(house.browser(firm).get(path).text()).contains("最迟交付", "逾期自动撤回");
        daysAgo(path, 1);
        days.run();
        assertThat(house.browser(provider).get("/inbox").text()).contains("至今未交付。请在期限内交付");
        assertThat(house.browser(firm).get("/inbox").text()).contains("服务商至今未交付");
        assertThat(house.browser(firm).get(path).text()).contains("已签署，待交付");
        daysAgo(path, 20);
        days.run();
        days.run();
        assertThat(house.browser(firm).get(path).text()).contains("已终止", "逾期未交付，自动撤回");
        var left = ledger.balances(AccountCode.of(Asset.CNY_FEN, "voucher", voucher, "balance"));
        assertThat(left.held()).isZero();
        assertThat(left.posted()).isEqualTo(2_000_000);
        assertThat(ledger.balances(JobAccounts.own(firm.organisation())).held()).isZero();
        assertThat(pools.find(pool.id()).orElseThrow().capacity().gpusFree()).isEqualTo(GpuAmount.ofGpus(24));
        assertThat(bills.count(new Scope.Own(firm.organisation()), null)).isZero();
        assertThat(house.browser(provider).get("/inbox").text()).contains("逾期未交付，已自动撤回");
    }

    @Test
    void aBillOfALeaseIsDisputedLikeAnyOther() {
        var path = requested(20, "no");
        signed(path, "yes");
        handedOver(path);
        daysAgo(path, 20);
        days.run();
        var bill = bills.list(new Scope.Own(firm.organisation()), null, 0, 10).getFirst();
        var raised = house.api(firm)
                .post("/api/v1/bills/" + bill.id() + "/disputes", Map.of("about", "TIME", "reason", "停机 10 天"));
        var half = bill.gpuTime().value() / 2;
        var answered = house.api(provider)
                .post(
                        "/api/v1/bill-disputes/" + raised.body().at("/id").asString() + "/answer",
                        Map.of(
                                "accepted",
                                true,
                                "reason",
                                "属实",
                                "right",
                                Map.of("gpu_ms", half, "price_per_gpu_hour", "8.00")));
        assertThat(answered.status()).as(answered.text()).isEqualTo(200);
        assertThat(posted(JobAccounts.receivable(pool.provider()))).isEqualTo(1_536_000);
        assertThat(posted(JobAccounts.own(firm.organisation()))).isEqualTo(-1_536_000);
        assertThat(posted(
                        AccountCode.of(Asset.GPU_MS, "provider", pool.provider().value(), "delivered")))
                .isEqualTo(half);
    }

    @Test
    void whatIsSetAsideIsNotOfferedToOthers() {
        var path = requested(20, "no");
        signed(path, "yes");
        assertThat(pools.find(pool.id()).orElseThrow().capacity().gpusFree()).isEqualTo(GpuAmount.ofGpus(16));
        var neighbour = house.firmOwner();
        var job = yard.submit(neighbour, Yard.command(pool, 24, "true"));
        yard.until(job, JobState.QUEUED);
        var small = yard.submit(neighbour, Yard.command(pool, 16, "/bin/sleep", "1"));
        assertThat(small).isNotNull();
        var full = house.api(firm)
                .post(
                        "/api/v1/leases/quotes",
                        Map.of(
                                "name",
                                "x",
                                "pool",
                                pool.id(),
                                "gpus",
                                24,
                                "starts_on",
                                clock.today(),
                                "days",
                                20,
                                "purpose",
                                "OTHER",
                                "affiliated",
                                false));
        assertThat(full.body().path("code").asString()).isEqualTo("LEASE_NO_NODES");
    }

    @Test
    void relatedPartiesUseNoVoucherAndTheFactSaysSo() {
        var voucher = yard.voucher(firm.organisation(), 2_000_000).value();
        var path = requested(1, "yes");
        signed(path, "yes");
        assertThat(ledger.balances(AccountCode.of(Asset.CNY_FEN, "voucher", voucher, "balance"))
                        .held())
                .isZero();
        assertThat(house.browser(firm).get(path).text()).contains("不能使用：双方为关联方");
    }

    @Test
    void theContractBecomesFactsThatPoliciesOnVouchersRead() {
        var delivery =
                RegistryCsv.write(List.of(Community.generate(DemoSeed.SEED).newcomer(871)));
        var imported = companies.importRegistry(
                new ImportRegistry(Yard.key(), house.operator().actor(), "registry.csv", delivery));
        var moved = Objects.requireNonNull(imported.report().rows().getFirst().firm());
        firm = house.member(moved, Role.FIRM_OWNER);
        var path = requested(20, "no");
        signed(path, "yes");
        var facts = companies
                .facts(moved, clock.today(), Instant.now().plusSeconds(60))
                .values();
        assertThat(String.valueOf(facts.get("compute_contract_amount"))).contains("30720");
        assertThat(String.valueOf(facts.get("compute_supplier_affiliated"))).contains("false");
        assertThat(String.valueOf(facts.get("compute_only"))).contains("true");
        assertThat(String.valueOf(facts.get("compute_use"))).contains("training");
        assertThat(String.valueOf(facts.get("compute_contract_signed_on")))
                .contains(clock.today().toString());
        assertThat(String.valueOf(facts.get("compute_on_city_platform"))).contains("true", "ATRIUM");
    }

    @Test
    void anEarlyEndKeepsNoticeAndLeastTermAndPaysByTheDay() {
        var path = requested(30, "no");
        signed(path, "yes");
        handedOver(path);
        daysAgo(path, 22);
        var browser = house.browser(firm);
        var ask = browser.get(path + "/end");
        var last = clock.today().plusDays(3);
        assertThat(ask.text()).contains("少付租金");
        var ended = browser.submit(ask, "form[action$='/end']", Map.of());
        assertThat(ended.text()).contains("最后一天已提前");
        daysAgo(path, 4);
        days.run();
        assertThat(house.browser(firm).get(path).text()).contains("承租方提前终止");
        var bill = bills.list(new Scope.Own(firm.organisation()), null, 0, 10).getFirst();
        assertThat(bill.listPrice()).isEqualTo(new Fen(8L * 24 * 26 * 800));
        assertThat(last).isAfter(clock.today());
    }

    @Test
    void theNextPeriodIsHeldAheadOrTheLeaseEndsWithItsPeriod() {
        var path = requested(60, "no"); // each period 8 x 24 x 30 x 8.00 = 46,080.00
        signed(path, "yes");
        handedOver(path);
        daysAgo(path, 23);
        days.run();
        assertThat(house.browser(firm).get(path).text()).contains("冻结第 2 期租金");
        daysAgo(path, 7);
        days.run();
        assertThat(house.browser(firm).get(path).text()).contains("第 1 期出账", "租用中");

        firm = house.firmOwner();
        quotas.of(firm.organisation());
        ledger.setCreditLimit(JobAccounts.own(firm.organisation()), 5_000_000);
        var poor = requested(60, "no");
        signed(poor, "yes");
        handedOver(poor);
        daysAgo(poor, 25);
        days.run();
        assertThat(house.browser(firm).get("/inbox").text()).contains("下一期租金无法冻结");
        daysAgo(poor, 5);
        days.run();
        assertThat(house.browser(firm).get(poor).text()).contains("下一期租金无法冻结，租约终止");
        assertThat(posted(JobAccounts.own(firm.organisation()))).isEqualTo(-4_608_000);
    }

    @Test
    void daysThatWentByUnseenAreBilledInTheirOrder() {
        var path = requested(50, "no");
        signed(path, "yes");
        handedOver(path);
        daysAgo(path, 60);
        days.run();
        assertThat(house.browser(firm).get(path).text()).contains("租期届满");
        var own = bills.list(new Scope.Own(firm.organisation()), null, 0, 10);
        assertThat(own).hasSize(2);
        assertThat(own.stream().map(BillView::listPrice).reduce(Fen.ZERO, Fen::plus))
                .isEqualTo(new Fen(8L * 24 * 50 * 800));
    }

    @Test
    void theProviderDeclinesTakesBackOrCannotSignWhatIsNotCovered() {
        quotas.of(firm.organisation());
        ledger.setCreditLimit(JobAccounts.own(firm.organisation()), 100);
        var path = requested(20, "no");
        var refused = house.api(provider)
                .post("/api/v1" + path + "/signature", Map.of("affiliated", false, "compute_only", true));
        assertThat(refused.body().path("code").asString()).isEqualTo("LEASE_NOT_COVERED");
        assertThat(pools.find(pool.id()).orElseThrow().capacity().gpusFree()).isEqualTo(GpuAmount.ofGpus(24));
        var silent = house.api(provider).post("/api/v1" + path + "/refusal", Map.of("words", ""));
        assertThat(silent.body().path("code").asString()).isEqualTo("LEASE_WORDS_LENGTH");
        var declined = house.api(provider).post("/api/v1" + path + "/refusal", Map.of("words", "没有容量"));
        assertThat(declined.body().path("state").asString()).isEqualTo("DECLINED");
        var again = house.api(provider).post("/api/v1" + path + "/refusal", Map.of("words", "x"));
        assertThat(again.status()).isEqualTo(409);

        ledger.setCreditLimit(JobAccounts.own(firm.organisation()), 10_000_000);
        var taken = requested(20, "no");
        signed(taken, "no");
        handedOver(taken);
        var page = house.browser(provider);
        var back = page.submit(page.get(taken + "/end"), "form[action$='/end']", Map.of("words", "机房检修"));
        assertThat(back.text()).contains("出租方提前收回", "机房检修");
        assertThat(posted(JobAccounts.own(firm.organisation()))).isEqualTo(-8L * 24 * 800);
    }

    @Test
    void nothingIsChargedForALeaseThatIsCancelledBeforeTheHandOver() {
        var path = requested(20, "no");
        signed(path, "yes");
        var browser = house.browser(firm);
        var cancelled = browser.submit(browser.get(path + "/end"), "form[action$='/end']", Map.of());
        assertThat(cancelled.text()).contains("交付前取消");
        assertThat(quotas.of(firm.organisation()).ownHeld()).isEqualTo(Fen.ZERO);
        assertThat(bills.count(new Scope.Own(firm.organisation()), null)).isZero();
        assertThat(pools.find(pool.id()).orElseThrow().capacity().gpusFree()).isEqualTo(GpuAmount.ofGpus(24));
    }

    @Test
    void theContractBecomesAPdfAndPricesArePublic() {
        var path = requested(20, "no");
        signed(path, "yes");
        var browser = house.browser(firm);
        var sheet = browser.submit(browser.get(path), "form[action$=sheet]", Map.of());
        assertThat(sheet.path()).startsWith("/sheets/sht_");
        assertThat(sheet.text()).contains("算力租用合同");
        assertThat(browser.get("/prices").text()).contains("租约价目表", "20 天起", "8.00");
        assertThat(house.api(firm).get("/api/v1/lease-prices").text()).contains(pool.id());
        assertThat(house.browser(provider).in("en").get(path).text()).contains("Signed, to be handed over", "Lessor");
    }

    @Test
    void theApiTellsPeriodsNodesAndHistory() {
        var path = requested(20, "no");
        signed(path, "yes");
        var details = house.api(firm).get("/api/v1" + path + "/details").body();
        assertThat(details.path("nodes").size()).isEqualTo(1);
        assertThat(details.path("periods").path(0).path("settled").asBoolean()).isFalse();
        assertThat(details.path("history")
                        .valueStream()
                        .map(event -> event.path("kind").asString()))
                .containsExactly("REQUESTED", "SIGNED");
        assertThat(details.path("access").isMissingNode()).isTrue();
        assertThat(house.api(provider).get("/api/v1" + path + "/details").status())
                .isEqualTo(200);
    }

    @Test
    void othersFindNothing() {
        var path = requested(20, "no");
        var stranger = house.firmOwner();
        assertThat(house.browser(stranger).get(path).status()).isEqualTo(404);
        assertThat(house.api(stranger).get("/api/v1" + path).status()).isEqualTo(404);
        assertThat(house.api(stranger).get("/api/v1" + path + "/details").status())
                .isEqualTo(404);
        assertThat(house.api(house.provider())
                        .get("/api/v1" + path + "/details")
                        .status())
                .isEqualTo(404);
        assertThat(house.stranger().get("/api/v1" + path + "/details").status()).isEqualTo(401);
        assertThat(house.api(stranger)
                        .post("/api/v1" + path + "/withdrawal", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(house.browser(house.provider()).get(path).status()).isEqualTo(404);
        var sign = Map.of("affiliated", false, "compute_only", true);
        assertThat(house.api(house.provider())
                        .post("/api/v1" + path + "/signature", sign)
                        .status())
                .isEqualTo(404);
        assertThat(house.api(firm).post("/api/v1" + path + "/signature", sign).status())
                .isEqualTo(403);
        assertThat(house.api(house.operator())
                        .post("/api/v1" + path + "/signature", sign)
                        .status())
                .isEqualTo(404);
        assertThat(house.browser(stranger).get("/leases").text()).doesNotContain("微调集群");
        assertThat(house.browser(firm)
                        .get("/leases/export?format=csv")
                        .document()
                        .text())
                .contains("微调集群", pool.id());
        assertThat(house.browser(stranger)
                        .get("/leases/export?format=csv")
                        .document()
                        .text())
                .doesNotContain("微调集群");
        var foreign = house.api(house.provider())
                .post(
                        "/api/v1/pools/" + pool.id() + "/lease-prices",
                        Map.of("days_min", 1, "price_per_gpu_hour", "1.00"));
        assertThat(foreign.status()).isEqualTo(404);
        var engineer = house.member(firm.organisation(), Role.FIRM_ENGINEER);
        assertThat(house.browser(engineer).get("/leases/new").status()).isEqualTo(403);
    }

    private long posted(AccountCode account) {
        return ledger.balances(account).posted();
    }
}
