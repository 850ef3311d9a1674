// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import io.atrium.demo.DemoSeed;
import io.atrium.demo.community.Community;
import io.atrium.demo.community.InventedFirm;
import io.atrium.demo.community.InventedProvider;
import io.atrium.demo.community.RegistryCsv;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A firm moves in, and its first GPU-hours are paid by a policy that it never applied for: the five steps, each by
/// hand on the pages of the person who does it.
@Order(1)
class FirstDayTest {
    private static final String POLICY = "demo-compute-voucher";
    private static final String OWNER = "e2e-owner";
    private static final String JOB = "first job of the day";
    private static final int PUBLICITY_DAYS_MAX = 15;

    private final Community community = Community.generate(DemoSeed.SEED);
    private final InventedFirm firm = community.newcomer(900);
    private final InventedProvider provider = community.providers().getFirst();
    private final OperatorApi operatorApi = new OperatorApi();

    private record Amounts(BigDecimal list, BigDecimal voucher, BigDecimal own) {}

    @Test
    @Tag("KEY-1")
    void firstGpuHoursArePaidByAPolicyThatNobodyAppliedFor() {
        moveIn();
        isMatched();
        isListed();
        try (var owner = new Visitor(Reader.DESKTOP_ZH).signIn(OWNER)) {
            accept(owner, publicityIsOver(owner));
            use(owner);
            var billed = bill(owner);
            assertThat(billed.own()).isGreaterThanOrEqualTo(BigDecimal.ONE);
            assertThat(billed.voucher()).isGreaterThanOrEqualTo(BigDecimal.ONE);
            assertThat(billed.voucher().add(billed.own())).isEqualByComparingTo(billed.list());
            assertThat(receivable()).isEqualTo(billed);
        }
        booksBalance();
    }

    /// 1. The operator hands in the registry's delivery; a wrong one first, which changes nothing.
    private void moveIn() {
        try (var operator = new Visitor(Reader.DESKTOP_ZH).signIn("operator")) {
            handIn(operator, "name,city\nx,y\n".getBytes(StandardCharsets.UTF_8));
            operator.lookAtRefusal("journey/1-wrong-delivery");

            handIn(operator, RegistryCsv.write(List.of(firm)));
            operator.look("journey/1-delivery");
            var link = operator.page().locator("main a[href^='/companies/']").first();
            assertThat(link.innerText()).contains(firm.name());
            var organisation = link.getAttribute("href").replace("/companies/", "");
            operator.open("/companies/" + organisation).look("journey/1-company");
            operatorApi.addOwner(organisation, OWNER);
        }
    }

    private void handIn(Visitor operator, byte[] delivery) {
        operator.open("/registry-imports");
        var file = new FilePayload("registry.csv", "text/csv", delivery);
        operator.page()
                .locator("form[action='/registry-imports'] input[type=file]")
                .setInputFiles(file);
        operator.page().evaluate("document.querySelector('[data-upload]').removeAttribute('data-upload')");
        operator.submit("/registry-imports");
    }

    /// 2. The firm sees what it is entitled to, and why.
    private void isMatched() {
        try (var owner = new Visitor(Reader.PHONE_ZH).signIn(OWNER)) {
            Patience.until(
                    "the policies to be decided",
                    () -> owner.open("/entitlements").shows("main a[href='/entitlements/" + POLICY + "']"));
            owner.look("journey/2-entitlements");
            owner.open("/entitlements/" + POLICY).look("journey/2-why");
        }
    }

    /// 3. The department draws up the list and makes it public.
    private void isListed() {
        try (var officer = new Visitor(Reader.DESKTOP_EN).signIn("officer.industry")) {
            officer.open("/grant-lists");
            officer.page()
                    .locator("form[action='/grant-lists'] select[name=policy]")
                    .selectOption(POLICY);
            officer.submit("/grant-lists");
            officer.look("journey/3-list");
            var list = officer.path();
            officer.open(list + "?text=" + URLEncoder.encode(firm.name(), StandardCharsets.UTF_8));
            assertThat(officer.page().locator("main tbody a[href^='/grants/']").count())
                    .isEqualTo(1);
            officer.open(list);
            officer.submit(list + "/confirmation");
            assertThat(officer.shows("form[action='" + list + "/confirmation']"))
                    .isFalse();
            officer.look("journey/3-publicity");
        }
    }

    /// Working days pass until the firm may accept; returns the path of its grant.
    private String publicityIsOver(Visitor owner) {
        for (int day = 0; day < PUBLICITY_DAYS_MAX; day++) {
            operatorApi.advanceAWorkingDay();
            owner.open("/entitlements");
            var grant = owner.page().locator("main a[href^='/grants/']").first().getAttribute("href");
            owner.open(grant);
            if (owner.shows("form[action='" + grant + "/acceptance']")) {
                return grant;
            }
        }
        throw new AssertionError("publicity does not end within " + PUBLICITY_DAYS_MAX + " working days");
    }

    private void accept(Visitor owner, String grant) {
        owner.look("journey/3-accept");
        owner.tabTo("form[action='" + grant + "/acceptance'] button[type=submit]")
                .pressAndGo("Enter");
        owner.look("journey/3-granted");
        owner.open("/vouchers").look("journey/3-voucher");
        assertThat(owner.page().locator("main a[href^='/vouchers/vch_']").count())
                .isEqualTo(1);
    }

    /// 4. The firm sees the price before the click, then its job at work.
    private void use(Visitor owner) {
        owner.open("/jobs/new");
        var ask = owner.page().locator("form[action='/jobs/new']");
        ask.locator("[name=name]").fill(JOB);
        ask.locator("[name=gpus]").fill("512");
        ask.locator("[name=minutes]").fill("5");
        ask.locator("[name=where]")
                .selectOption("pool:" + provider.pools().getFirst().code());
        owner.submit("/jobs/new");
        owner.look("journey/4-estimate");
        owner.submit("/jobs");
        assertThat(owner.path()).startsWith("/jobs/job_");
        var job = owner.path();
        Patience.until("the job to start", () -> owner.open(job).shows("[role=log]"));
        Patience.until(
                "the log to stream",
                () -> owner.page().locator("[role=log]").innerText().contains("stage=clean"));
        owner.look("journey/4-running");
        Patience.until("the bill", () -> owner.shows("main a[href^='/bills/']"));
        owner.look("journey/4-ended");
    }

    /// 5. Paid later: the same amounts on the firm's bill and on the provider's receivables.
    private Amounts bill(Visitor owner) {
        owner.open(owner.page().locator("main a[href^='/bills/']").first().getAttribute("href"));
        owner.look("journey/5-bill");
        return amounts(owner.open("/bills").look("journey/5-bills"));
    }

    private Amounts receivable() {
        try (var staff = new Visitor(Reader.DESKTOP_EN).signIn("provider" + provider.number())) {
            return amounts(staff.open("/receivables").look("journey/5-receivables"));
        }
    }

    private static Amounts amounts(Visitor visitor) {
        var cells = visitor.page()
                .locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(JOB))
                .locator("td.atrium-number")
                .allInnerTexts();
        var figures = cells.stream()
                .map(cell -> new BigDecimal(cell.replaceAll("[^0-9.]", "")))
                .toList();
        return new Amounts(figures.get(1), figures.get(2), figures.get(3));
    }

    private static void booksBalance() {
        try (var auditor = new Visitor(Reader.DESKTOP_EN).signIn("auditor")) {
            auditor.open("/ledger").look("journey/5-ledger");
            var trial = auditor.page().locator("main table").first().locator("tbody tr");
            assertThat(trial.count()).isEqualTo(2);
            assertThat(trial.locator("td:nth-last-child(-n+2)").allInnerTexts())
                    .noneMatch(difference -> difference.matches(".*[1-9].*"));
        }
    }
}
