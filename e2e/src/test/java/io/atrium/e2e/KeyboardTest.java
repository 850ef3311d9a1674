// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import io.atrium.demo.DemoSeed;
import io.atrium.demo.community.Community;
import io.atrium.demo.community.RegistryCsv;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The main tasks without a mouse: Tab, Enter, Space and letters, with the focus always in sight.
@Order(2)
@Tag("KEY-1")
@Tag("A11-8")
@Tag("A11-11")
class KeyboardTest {

    @Test
    void signsIn() {
        try (var visitor = new Visitor(Reader.DESKTOP_ZH)) {
            signIn(visitor, "firm2");
            assertThat(visitor.path()).isEqualTo("/");
        }
    }

    @Test
    void skipsToTheContent() {
        try (var visitor = new Visitor(Reader.DESKTOP_ZH)) {
            visitor.open("/policies").tabTo("a[href='#main']");
            visitor.page().keyboard().press("Enter");
            visitor.tabTo("main a, main button, main input, main select");
        }
    }

    @Test
    void switchesTheLanguage() {
        try (var visitor = new Visitor(Reader.DESKTOP_ZH)) {
            visitor.open("/policies").tabTo("header a[hreflang=en]").pressAndGo("Enter");
            assertThat(visitor.page().evaluate("document.documentElement.lang")).isEqualTo("en");
            assertThat(visitor.path()).isEqualTo("/policies");
        }
    }

    @Test
    void opensTheReasonsOfAnEntitlement() {
        try (var visitor = new Visitor(Reader.DESKTOP_ZH).signIn("firm1")) {
            visitor.open("/entitlements")
                    .tabTo("main a[href^='/entitlements/demo-compute-voucher']")
                    .pressAndGo("Enter");
            assertThat(visitor.path()).startsWith("/entitlements/");
            assertThat(visitor.shows("[id^=clause-]")).isTrue();
        }
    }

    @Test
    void submitsAJobAndStopsIt() {
        try (var visitor = new Visitor(Reader.DESKTOP_ZH).signIn("firm1")) {
            visitor.open("/jobs/new").tabTo("[name=name]:not([type=hidden])").type("by keyboard");
            visitor.tabTo("[name=gpus]");
            visitor.page().keyboard().press("ControlOrMeta+a");
            visitor.type("8").tabTo("[name=minutes]");
            visitor.page().keyboard().press("ControlOrMeta+a");
            visitor.type("5")
                    .tabTo("form[action='/jobs/new'] button[type=submit]")
                    .pressAndGo("Enter");
            visitor.tabTo("form[action='/jobs'] button[type=submit]").pressAndGo("Space");
            assertThat(visitor.path()).startsWith("/jobs/job_");
            var stop = "main a[href$='/cancellation']";
            if (visitor.shows(stop)) {
                visitor.tabTo(stop).press("Enter");
                visitor.page().waitForSelector("#atrium-page-dialog[open]");
                visitor.tabTo("dialog form[action$='/cancellation'] button[type=submit]")
                        .pressAndGo("Enter");
                assertThat(visitor.path()).startsWith("/jobs/job_");
            }
        }
    }

    @Test
    void handsInADelivery() {
        try (var visitor = new Visitor(Reader.DESKTOP_ZH).signIn("operator")) {
            visitor.open("/registry-imports").tabTo("form[action='/registry-imports'] input[type=file]");
            var newcomer = Community.generate(DemoSeed.SEED).newcomer(901);
            visitor.page()
                    .locator("input[type=file]:focus") // the system's own window of files is outside of the page
                    .setInputFiles(new FilePayload("registry.csv", "text/csv", RegistryCsv.write(List.of(newcomer))));
            visitor.tabTo("form[action='/registry-imports'] button[type=submit]")
                    .pressAndGo("Enter");
            assertThat(visitor.page().locator("main").innerText()).contains(newcomer.name());
        }
    }

    @Test
    void drawsUpAGrantList() {
        try (var visitor = new Visitor(Reader.DESKTOP_ZH).signIn("officer.industry")) {
            visitor.open("/grant-lists").tabTo("form[action='/grant-lists'] select[name=policy]");
            visitor.page().keyboard().press("ArrowDown");
            visitor.tabTo("form[action='/grant-lists'] button[type=submit]").pressAndGo("Enter");
            assertThat(visitor.answered()).isLessThan(500);
        }
    }

    @Test
    void searchesAndOpensWhatIsFound() {
        try (var visitor = new Visitor(Reader.DESKTOP_ZH).signIn("officer.industry")) {
            visitor.open("/search")
                    .tabTo("main input[type=search], main input[name=q]")
                    .type("科技");
            visitor.pressAndGo("Enter");
            visitor.tabTo(".atrium-search__hit a").pressAndGo("Enter");
            assertThat(visitor.answered()).isEqualTo(200);
        }
    }

    @Test
    void opensAMessage() {
        try (var visitor = new Visitor(Reader.DESKTOP_ZH).signIn("firm1")) {
            visitor.open("/inbox").tabTo("main a, main button, main summary");
            assertThat(visitor.answered()).isEqualTo(200);
        }
    }

    @Test
    void asksForACorrection() {
        try (var visitor = new Visitor(Reader.DESKTOP_ZH).signIn("firm1")) {
            visitor.open("/company").tabTo("main a[href^='/corrections/new']").pressAndGo("Enter");
            visitor.tabTo("main form button[type=submit]").pressAndGo("Enter");
            assertThat(visitor.answered()).isEqualTo(422);
            assertThat((String) visitor.page().evaluate("document.activeElement.id"))
                    .as("the summary of what is wrong has the focus")
                    .isEqualTo("errors");
        }
    }

    private static void signIn(Visitor visitor, String login) {
        visitor.open("/sign-in").tabTo("input[name=login]:not([type=hidden])").type(login);
        visitor.tabTo("input[name=password]:not([type=hidden])")
                .type(RunningAtrium.get().demoPassword())
                .pressAndGo("Enter");
    }
}
