// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// A steward writes the note of a visit where there is no network, closes the page, and finds it handed in once.
@Order(3)
class VisitOfflineTest {

    /// Kept by the device: the page and everything that it loads.
    private static final String IS_KEPT = """
            async () => navigator.serviceWorker.controller !== null
              && (await (await caches.open('atrium-visit-page')).keys()).length > 2""";

    @Test
    void aNoteWrittenWithoutANetworkIsHandedInOnceWhenThereIsOne() {
        var said = "离线走访 " + UUID.randomUUID();
        try (var steward = new Visitor(Reader.PHONE_ZH).signIn("steward1")) {
            var page = steward.open("/visits/new").look("visit/1-note").page();
            Patience.until("the page is kept", () -> (boolean) page.evaluate(IS_KEPT));
            page.context().setOffline(true);
            steward.open("/visits/new");
            fill(page, said);
            page.locator("form[data-visit-note] button[type=submit]").click();
            assertThat(page.locator("[data-visit-queue] li")).containsText("待提交");
            page.reload();
            assertThat(page.locator("[data-visit-queue] li")).containsText("待提交");
            page.context().setOffline(false);
            assertThat(page.locator("[data-visit-queue] li")).containsText("已提交");
            assertThat(page.locator("[data-visit-queue] li")).hasCount(1);
            steward.look("visit/2-sent");
            page.locator("[data-visit-queue] li a").click();
            assertThat(page.locator("main")).containsText(said);
            assertThat(page.locator("#needs + ul > li")).hasCount(1);
            steward.open("/visits?show=done").look("visit/3-done");
            steward.open("/appeals?view=ALL&text=" + said.substring("离线走访 ".length()));
            assertThat(page.locator("main tbody tr")).hasCount(1);
        }
    }

    @Test
    void whatIsBeingWrittenSurvivesAReloadAndARefusalIsTold() {
        try (var steward = new Visitor(Reader.DESKTOP_EN).signIn("steward2")) {
            var page = steward.open("/visits/new").page();
            page.locator("#field-said").fill("half a note");
            page.reload();
            assertThat(page.locator("#field-said")).hasValue("half a note");
            page.locator("form[data-visit-note] button[type=submit]").click();
            assertThat(page.locator("[data-visit-queue] li")).containsText("Choose a firm");
            page.locator("[data-visit-queue] li button").first().click();
            assertThat(page.locator("#field-said")).hasValue("half a note");
        }
    }

    private static void fill(Page page, String said) {
        var firm = page.locator("#field-firm option").nth(1).getAttribute("value");
        page.locator("#field-firm").selectOption(firm);
        page.locator("#field-day").fill("2026-11-01");
        page.locator("#field-met").fill("总经理");
        page.locator("#field-said").fill(said);
        page.locator("#field-need-1-words").fill(said + " 缺一间会议室");
        page.locator("#field-need-1-category").selectOption("OTHER");
    }
}
