// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// An officer who has never seen a model changes a policy: from its page to a draft, a cell in dmn-js, what is wrong at
/// that cell, the mended table, the proposed examples, the second officer, the day, the firms.
@Order(2)
class AuthoringJourneyTest {

    private static final String POLICY = "national-science-sme";
    private static final String TABLE = "staff_points";
    private static final String FIRST = "td[data-element-id='staff_points_r1c1']";
    private static final String PROBLEM = "#atrium-model-problems a[data-table='" + TABLE + "']";

    @Test
    @Tag("ADM-3")
    void anOfficerChangesATableAndTheFirmsAreDecidedByTheNewVersion() {
        String draft;
        String version;
        try (var officer = new Visitor(Reader.DESKTOP_ZH).signIn("officer.industry")) {
            draft = begin(officer);
            version = officer.page().locator("#field-version").inputValue();
            editTheTable(officer, draft);
            leaveAsksFirst(officer);
            lookOnSmallScreens(draft);
            addTheProposedExamples(officer, draft);
            officer.open(draft);
            officer.submit(draft + "/submission");
            officer.look("authoring/5-handed-in");
        }
        try (var second = new Visitor(Reader.DESKTOP_EN).signIn("officer.industry2")) {
            second.open(draft + "/differences").look("authoring/6-review");
            assertThat(second.page().locator("main").innerText()).contains("0.90");
            second.submit(draft + "/approval");
            Patience.until("the draft to be published", () -> {
                second.open(draft);
                return second.page().locator("main").innerText().contains("Published");
            });
        }
        try (var firm = new Visitor(Reader.PHONE_ZH).signIn("firm1")) {
            Patience.until("the firm to be decided by the new version", () -> {
                firm.open("/entitlements/" + POLICY);
                return firm.page().locator("main").innerText().contains(version);
            });
            firm.look("authoring/7-firm");
        }
    }

    private static String begin(Visitor officer) {
        officer.open("/policies/" + POLICY).look("authoring/1-policy");
        officer.submit("/policy-drafts");
        assertThat(officer.path()).startsWith("/policy-drafts/pdr_");
        officer.look("authoring/2-draft");
        return officer.path();
    }

    private static void editTheTable(Visitor officer, String draft) {
        officer.open(draft + "/model?view=" + TABLE);
        var page = officer.page();
        ready(page);
        officer.look("authoring/3-model");

        fill(page.locator(FIRST), ">= headcount");
        page.locator("[data-check]").click();
        page.waitForSelector(PROBLEM);
        assertThat(page.locator("#atrium-model-problems").innerText()).contains("规则 1", "headcount", "既不是输入");
        assertThat(page.locator(FIRST + "[data-problem]").getAttribute("aria-description"))
                .contains("headcount");
        page.locator("#field-shown").selectOption("");
        page.locator(PROBLEM).first().click();
        page.waitForSelector(FIRST + ":focus-within");
        officer.look("authoring/3-problem");

        fill(page.locator(FIRST), "[0.30..0.90)");
        page.locator("[data-check]").click();
        page.waitForSelector("#atrium-model-problems:has-text('0.90')");
        page.locator("td.add-rule-add").click();
        var added = page.locator("tbody tr:has(td.input-cell)").nth(6);
        fill(added.locator("td.input-cell"), ">= 0.90");
        fill(added.locator("td.output-cell"), "20");
        save(page);
        assertThat(page.locator("#atrium-model-problems").innerText()).contains("校验通过");
        assertThat(page.locator("#field-shown").inputValue()).isEqualTo(TABLE);
        officer.look("authoring/3-mended");
    }

    private static void ready(Page page) {
        page.waitForSelector("atrium-model[data-ready]");
    }

    private static void fill(Locator cell, String words) {
        cell.click();
        cell.page().keyboard().press("Control+a");
        cell.page().keyboard().type(words);
    }

    private static void save(Page page) {
        page.waitForNavigation(() -> page.locator("atrium-model [type=submit]").click());
        ready(page);
    }

    /// What is not saved is not lost by a wrong click; undo takes it back.
    private static void leaveAsksFirst(Visitor officer) {
        var page = officer.page();
        fill(page.locator(FIRST), "[0.30..0.80)");
        page.locator("#field-shown").focus();
        page.waitForSelector(".atrium-model__state:not(:empty)");
        assertThat((boolean) page.evaluate("() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))"))
                .as("leaving is asked about")
                .isTrue();
        for (var undo = page.locator("[data-undo]"); undo.isEnabled(); ) {
            undo.click();
        }
        page.waitForSelector(FIRST + ":has-text('0.90')");
        save(page);
    }

    private static void lookOnSmallScreens(String draft) {
        for (var reader : List.of(Reader.NARROW_EN, Reader.PHONE_ZH)) {
            try (var officer = new Visitor(reader).signIn("officer.industry")) {
                officer.open(draft + "/model");
                ready(officer.page());
                officer.look("authoring/3-model-small");
                officer.page().locator("#field-shown").selectOption("");
                officer.page().waitForSelector(".djs-container svg");
                officer.look("authoring/3-diagram-small");
                officer.page().locator("#field-shown").selectOption("eligible");
                officer.page().waitForSelector(".dmn-literal-expression-container");
                officer.look("authoring/3-expression-small");
                officer.open(draft + "/tables/" + TABLE).look("authoring/3-form-small");
                officer.open(draft + "/tables/eligible").look("authoring/3-form-expression-small");
            }
        }
    }

    private static void addTheProposedExamples(Visitor officer, String draft) {
        officer.open(draft + "/examples").look("authoring/4-examples");
        assertThat(officer.page().locator("main").innerText()).contains("0.90");
        officer.page()
                .waitForNavigation(
                        () -> officer.page().locator("button[name=all]").click());
        assertThat(officer.page().locator("input[name=chosen]").count()).isZero();
        officer.open(draft + "/check").look("authoring/4-check");
        assertThat(officer.page().locator("main").innerText()).contains("校验通过");
    }
}
