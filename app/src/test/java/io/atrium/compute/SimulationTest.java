// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static io.atrium.jooq.Tables.JOB;
import static io.atrium.jooq.Tables.LEDGER_ACCOUNT;
import static io.atrium.jooq.Tables.LEDGER_TRANSFER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.compute.account.JobAccounts;
import io.atrium.compute.account.SimulatedAccounts;
import io.atrium.compute.simulation.Replays;
import io.atrium.engine.ledger.Asset;
import io.atrium.identity.Organisations;
import io.atrium.identity.RegisterOrganisation;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.Ledger;
import io.atrium.ledger.OpenAccount;
import io.atrium.ledger.PostOutcome;
import io.atrium.ledger.Posting;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// The replay of a day: in the real queue, marked everywhere, and in no real book.
@AtriumTest
@TestPropertySource(properties = {"atrium.compute.lending.ran-min=0s", "atrium.compute.lending.grace=1s"})
class SimulationTest {

    private static final String START = "form[action='/replay/start']";
    private static final String END = "form[action='/replay/end']";

    @Autowired
    Yard yard;

    @Autowired
    House house;

    @Autowired
    Organisations organisations;

    @Autowired
    Replays replays;

    @Autowired
    Jobs jobs;

    @Autowired
    Bills bills;

    @Autowired
    Pools pools;

    @Autowired
    Ledger ledger;

    @Autowired
    DSLContext database;

    @Autowired
    BusinessClock clock;

    @Autowired
    TransactionTemplate transaction;

    private Resident operator;

    @BeforeEach
    void aHouseWithFirmsAndAPool() {
        operator = house.operator();
        yard.pool(64);
        organisations.register(
                new RegisterOrganisation(OrgKind.FIRM, "虚构企业", "Invented firm", "91310000MA1SIM" + code()));
    }

    private static String code() {
        return UUID.randomUUID().toString().substring(0, 4).toUpperCase(Locale.ROOT);
    }

    @AfterEach
    void endTheDay() {
        replays.end(operator.actor(), Yard.key());
    }

    /// Starts a day and waits until one of its jobs runs.
    private JobId firstJob() {
        var browser = house.browser(operator);
        var started = browser.submit(browser.get("/replay"), START, Map.of());
        assertThat(started.text()).contains("这一天已经开始");
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            replays.arrive();
            yard.step();
            return simulated("RUNNING").isPresent();
        });
        return simulated("RUNNING").orElseThrow();
    }

    private Optional<JobId> simulated(String... states) {
        return database.select(JOB.ID)
                .from(JOB)
                .where(JOB.ENGINE.eq(JobView.SIMULATED), JOB.STATE.in(states))
                .orderBy(JOB.ID.desc())
                .limit(1)
                .fetchOptional(row -> new JobId(row.value1()));
    }

    @Test
    void aSimulatedJobIsMarkedEverywhereAndInNoRealBook() {
        var id = firstJob();
        var running = yard.job(id);
        assertThat(running.ask().name()).startsWith("[模拟 Sim]");
        var staff = house.member(running.provider(), Role.PROVIDER_STAFF);
        assertThat(house.browser(staff).get("/provider").text()).contains("（模拟 ", "其中模拟");
        assertThat(house.browser(operator)
                        .get("/jobs")
                        .document()
                        .select(".atrium-badge")
                        .eachText())
                .contains("模拟");
        jobs.stop(operator.actor(), new StopJob(Yard.key(), id, "seen"));
        var job = yard.until(id, JobState.SETTLED);

        var bill = bills.ofJob(new Scope.All(), id).orElseThrow();
        assertThat(bill.isSimulated()).isTrue();
        assertThat(house.browser(operator).get("/jobs/" + id).text())
                .contains("模拟作业", "单独的模拟账")
                .doesNotContain("真实运行");
        assertThat(house.browser(operator).get("/bills/" + bill.id()).text()).contains("模拟作业", "单独的模拟账");
        var api = house.api(operator);
        assertThat(api.get("/api/v1/jobs/" + id).body().path("simulated").asBoolean())
                .isTrue();
        assertThat(api.get("/api/v1/bills/" + bill.id())
                        .body()
                        .path("simulated")
                        .asBoolean())
                .isTrue();
        assertThat(bills.list(new Scope.Own(job.firm()), null, 0, 10)).isEmpty();
        assertThat(bills.receivables(new Scope.Own(job.provider()), null, 0, 10))
                .noneMatch(BillView::isSimulated);
        assertThat(bills.totals(new Scope.Own(job.firm()), null).listPrice().value())
                .isZero();
        assertThat(ledger.find(new Scope.All(), JobAccounts.own(job.firm()))).isEmpty();
        assertThat(ledger.balances(SimulatedAccounts.own(job.firm())).posted()).isLessThanOrEqualTo(0);
        assertThat(ledger.trialBalance().recountAgrees()).isTrue();
        nothingSimulatedStandsInARealAccount();
    }

    /// Every transfer of a simulated job, on both sides, and every transfer of a real one.
    private void nothingSimulatedStandsInARealAccount() {
        var simulatedAssets = List.of(Asset.SIM_CNY_FEN.name(), Asset.SIM_GPU_MS.name());
        var debit = LEDGER_ACCOUNT.as("debit");
        var credit = LEDGER_ACCOUNT.as("credit");
        var strays = database.selectCount()
                .from(LEDGER_TRANSFER)
                .join(debit)
                .on(debit.ID.eq(LEDGER_TRANSFER.DEBIT_ID))
                .join(credit)
                .on(credit.ID.eq(LEDGER_TRANSFER.CREDIT_ID))
                .where(LEDGER_TRANSFER
                        .PURPOSE
                        .eq(SimulatedAccounts.PURPOSE)
                        .ne(debit.ASSET.in(simulatedAssets).and(credit.ASSET.in(simulatedAssets))))
                .fetchSingle()
                .value1();
        assertThat(strays).isZero();
    }

    @Test
    void theLedgerItselfRefusesAWayBetweenTheBooks() {
        var firm = new OrgId("org_" + UUID.randomUUID());
        var real = AccountCode.of(Asset.CNY_FEN, "treasury", "simulation-" + code(), "source");
        ledger.open(OpenAccount.free(real, null));
        ledger.open(OpenAccount.free(SimulatedAccounts.own(firm), null));
        var outcome = transaction.execute(_ -> ledger.post(List.of(
                Posting.move(UUID.randomUUID(), SimulatedAccounts.own(firm), real, 1, "STRAY", "x", clock.instant()))));
        assertThat(outcome).isInstanceOf(PostOutcome.Refused.class);
    }

    @Test
    void oneDayAtATimeAndItsEndStopsEverything() {
        var id = firstJob();
        var browser = house.browser(operator);
        var page = browser.get("/replay");
        assertThat(page.document().select(START)).isEmpty();
        assertThat(page.text()).contains("已到达的作业", "/ 900");
        assertThat(browser.submit(page, END, Map.of()).text()).contains("回放已结束");
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            yard.step();
            return simulated("QUEUED", "PLACED", "RUNNING").isEmpty();
        });
        assertThat(yard.job(id).state()).isIn(JobState.SETTLED, JobState.CANCELLED, JobState.ENDED);
        assertThat(replays.arrive()).isFalse();
    }

    @Test
    void othersFindNoReplay() {
        assertThat(house.browser(house.firmOwner()).get("/replay").status()).isEqualTo(403);
        assertThat(house.browser(house.provider()).get("/replay").status()).isEqualTo(403);
    }
}
