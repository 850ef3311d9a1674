// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.execution.ExecutionEngine;
import io.atrium.compute.execution.Readiness;
import io.atrium.compute.statement.StatementSection;
import io.atrium.compute.statement.Statements;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A firm's and a provider's month, on the page, as a file, as a sheet and on the API.
@AtriumTest
@Tag("CMP-12")
class StatementPagesTest {

    @Autowired
    Yard yard;

    @Autowired
    House house;

    @Autowired
    Statements statements;

    @Autowired
    BusinessClock clock;

    @Autowired
    ExecutionEngine engine;

    private Resident firm;
    private RegisterPool pool;
    private JobId job;
    private YearMonth month;

    @BeforeEach
    void aJobIsPaid() {
        Assumptions.assumeTrue(engine.readiness() instanceof Readiness.Ready, "cannot confine jobs here");
        firm = house.firmOwner();
        pool = yard.pool(8);
        month = YearMonth.from(clock.today());
        yard.voucher(firm.organisation(), 1_000_000);
        job = yard.submit(firm, Yard.command(pool, 64, "true"));
        yard.until(job, JobState.SETTLED);
        yard.submit(firm, Yard.command(pool, 8, "true"));
    }

    @Test
    void everySectionAddsUpAgainstTheLedgersOwnClosing() {
        var statement = statements.of(firm.organisation(), month);
        assertThat(statement.sections()).extracting(StatementSection::kind).hasSize(2);
        assertThat(statement.sections()).allMatch(StatementSection::addsUp);
        assertThat(statements.of(pool.provider(), month).sections()).allMatch(StatementSection::addsUp);
        assertThat(statements.months(firm.organisation())).containsExactly(month);
    }

    @Test
    void thePageLeadsEachLineToItsJobAndBecomesAFileAndASheet() {
        var browser = house.browser(firm);
        var list = browser.get("/statements");
        assertThat(list.document().select("main a[href='/statements/" + month + "']"))
                .hasSize(1);
        var page = browser.get("/statements/" + month);
        assertThat(page.text()).contains("期初", "发放或入账", "冻结", "结算", "期末", "10,000.00", "截至");
        assertThat(page.document().select("main a[href='/jobs/" + job + "']").size())
                .isGreaterThanOrEqualTo(4);
        var english = house.browser(firm).in("en").get("/statements/" + month);
        assertThat(english.text()).contains("Opening", "Settlement", "Closing");
        var csv = browser.get("/statements/" + month + "/export?format=csv");
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.document().text()).contains(job.value());
        var sheet = browser.submit(page, "form[action$=sheet]", Map.of());
        assertThat(sheet.path()).startsWith("/sheets/sht_");
        assertThat(sheet.text()).contains("月度对账单");
    }

    @Test
    void theApiGivesTheSameLines() {
        var body = house.api(firm).get("/api/v1/statements/" + month).body();
        var vouchers = body.path("sections").path(0);
        assertThat(vouchers.path("kind").asString()).isEqualTo("VOUCHERS");
        assertThat(vouchers.path("opening").path("balance").path("amount").asString())
                .isEqualTo("0.00");
        assertThat(vouchers.path("lines")
                        .valueStream()
                        .map(line -> line.path("job").asString()))
                .contains(job.value());
        assertThat(house.api(firm)
                        .get("/api/v1/statements")
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void othersSeeNothingOfIt() {
        var stranger = house.firmOwner();
        assertThat(house.browser(stranger).get("/statements/" + month).status()).isEqualTo(404);
        assertThat(house.browser(stranger)
                        .get("/statements/" + month + "/export?format=csv")
                        .status())
                .isEqualTo(404);
        assertThat(house.api(stranger).get("/api/v1/statements/" + month).status())
                .isEqualTo(404);
        var engineer = house.member(firm.organisation(), Role.FIRM_ENGINEER);
        assertThat(house.browser(engineer).get("/statements/" + month).status()).isEqualTo(403);
        assertThat(house.browser(firm).get("/statements/1999-01").status()).isEqualTo(404);
        assertThat(house.browser(firm).get("/statements/soon").status()).isEqualTo(404);
    }

    @Test
    void aProviderReadsItsReceivable() {
        var provider = house.browser(house.member(pool.provider(), Role.PROVIDER_STAFF));
        var page = provider.get("/statements/" + month);
        assertThat(page.text()).contains("应收", "结算");
        assertThat(page.document().select("main a[href='/jobs/" + job + "']")).isNotEmpty();
    }

    @Test
    @Tag("TAB-5")
    void listsOfComputeAreHandedOutAsFiles() {
        var browser = house.browser(firm);
        assertThat(browser.get("/jobs/export?format=csv").document().text()).contains(job.value());
        assertThat(browser.get("/bills/export?format=csv&month=" + month)
                        .document()
                        .text())
                .contains(job.value());
        assertThat(browser.get("/bills/export?format=csv&month=1999-01")
                        .document()
                        .text())
                .doesNotContain(job.value());
        assertThat(browser.get("/vouchers/export?format=csv").document().text()).contains("10000.00");
        assertThat(browser.get("/ledger/export?format=csv").document().text()).contains("cny/firm/");
        var account = "/ledger/accounts/cny/firm/" + firm.organisation() + "/own";
        assertThat(browser.get(account + "/export?format=csv").document().text())
                .contains(job.value());
        assertThat(browser.get(account).document().select("main a[href='/jobs/" + job + "']"))
                .isNotEmpty();
        var stranger = house.browser(house.firmOwner());
        assertThat(stranger.get("/jobs/export?format=csv").document().text()).doesNotContain(job.value());
        assertThat(stranger.get(account + "/export?format=csv").status()).isEqualTo(404);
    }

    @Test
    @Tag("CMP-10")
    void theDeskWarnsOfAVoucherThatEndsSoon() {
        var home = house.browser(firm).get("/");
        assertThat(home.text()).contains("没有用，有效期至", "还剩 30 天");
    }
}
