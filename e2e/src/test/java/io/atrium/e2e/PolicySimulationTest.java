// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// An officer moves a slider and sees the budget move at once; the focus stays on the slider. Then the figures are kept
/// as a scenario and written into a draft, which passes its check.
@Order(40)
@Tag("HTX-6")
class PolicySimulationTest {

    private static final String SLIDER = "input[data-figure='field-v-enough_staff']";
    private static final String FIELD = "#field-v-enough_staff";
    private static final String SAID = "#simulated-said";
    private static final String MORE = "slider => { slider.value = Number(slider.value) + 20;"
            + " slider.dispatchEvent(new Event('input', {bubbles: true})); }";

    @Test
    void theBudgetFollowsTheSliderAndTheFiguresBecomeADraft() {
        try (var visitor = new Visitor(Reader.DESKTOP_ZH).signIn("officer.industry")) {
            visitor.open("/policy-workbench");
            if (visitor.shows("form[action='/policy-snapshots']")) {
                visitor.look("simulation-1-first");
                visitor.submit("/policy-snapshots");
            }
            visitor.look("simulation-2-workbench");
            movesTheSlider(visitor.page());
            visitor.look("simulation-3-moved");
            typesAFigure(visitor.page());
            var moved = visitor.page().url();
            visitor.open(moved.substring(moved.indexOf("/policy-workbench")));
            assertThat(visitor.page().inputValue(FIELD)).isEqualTo("12");
            listsWhoLoses(visitor);
            keepsAScenario(visitor);
            writesADraft(visitor);
        }
        aWrongFigureIsToldWhereTheResultStands();
        for (var reader : List.of(Reader.DESKTOP_EN, Reader.PHONE_ZH, Reader.NARROW_EN)) {
            others(reader);
        }
    }

    private static void movesTheSlider(Page page) {
        var before = page.textContent(SAID);
        page.locator(SLIDER).focus();
        page.waitForResponse("**/policy-workbench*", () -> page.locator(SLIDER).evaluate(MORE));
        assertThat(page.locator(SAID)).not().hasText(before);
        assertThat(page.inputValue(FIELD)).isEqualTo("15");
        assertThat(page.locator("#simulated").textContent()).contains("5 人 → 15 人");
        assertThat((boolean) page.evaluate("selector => document.activeElement.matches(selector)", SLIDER))
                .isTrue();
        assertThat(page.url()).contains("v-enough_staff=15");
        assertThat(page.getAttribute(SAID, "role")).isEqualTo("status");
        assertThat(page.locator("#simulated canvas")).hasCount(3);
    }

    private static void typesAFigure(Page page) {
        page.waitForResponse(answer -> answer.status() == 200, () -> page.fill(FIELD, "12"));
        assertThat(page.locator("#simulated")).containsText("12 人");
        assertThat(page.inputValue(SLIDER)).isEqualTo("12");
    }

    /// What cannot be used is told in the region and leaves the field alone.
    private static void aWrongFigureIsToldWhereTheResultStands() {
        try (var visitor = new Visitor(Reader.DESKTOP_EN).signIn("officer.industry")) {
            var page = visitor.open("/policy-workbench").page();
            page.waitForResponse(answer -> answer.status() == 422, () -> page.fill(FIELD, "ten"));
            page.waitForSelector("#simulated .atrium-callout--bad a[href='" + FIELD + "']");
            assertThat(page.inputValue(FIELD)).isEqualTo("ten");
            page.waitForResponse(answer -> answer.status() == 200, () -> page.fill(FIELD, "10"));
            page.waitForSelector("#simulated atrium-chart canvas");
        }
    }

    private static void listsWhoLoses(Visitor visitor) {
        var list = visitor.page().getAttribute("a.atrium-tile[href*='list=losers']", "href");
        var workbench = visitor.path();
        visitor.open(list).look("simulation-4-losers");
        assertThat(visitor.page().locator("tbody tr").count()).isPositive();
        visitor.page().goBack();
        assertThat(visitor.path()).isEqualTo(workbench);
    }

    private static void keepsAScenario(Visitor visitor) {
        visitor.page().waitForNavigation(() -> visitor.page().click("button[formaction='/policy-scenarios/new']"));
        visitor.look("simulation-5-new");
        visitor.page().fill("#field-name", "门槛 12 人");
        visitor.submit("/policy-scenarios");
        visitor.look("simulation-6-scenario");
        visitor.open("/policy-scenarios").look("simulation-7-scenarios");
        visitor.page().waitForNavigation(() -> visitor.page().click("tbody a"));
    }

    private static void writesADraft(Visitor visitor) {
        visitor.page().waitForNavigation(() -> visitor.page().click("main a[href*='/policy-workbench/draft']"));
        visitor.look("simulation-8-into-draft");
        visitor.submit("/policy-workbench/draft");
        assertThat(visitor.path()).endsWith("/check");
        assertThat(visitor.page().textContent("main")).contains("校验通过");
        visitor.look("simulation-9-check");
    }

    private static void others(Reader reader) {
        try (var visitor = new Visitor(reader).signIn("officer.industry")) {
            visitor.open("/policy-workbench?v-cap=150000").look("simulation-workbench");
            var list = visitor.page().getAttribute("a.atrium-tile[href*='list=granted']", "href");
            visitor.open(list).look("simulation-firms");
            for (var path : List.of("/policy-snapshots", "/policy-scenarios", "/policy-scenarios/comparison")) {
                visitor.open(path).look("simulation" + path.replace('/', '-'));
            }
        }
    }
}
