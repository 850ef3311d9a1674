// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Letters, arrows and Escape: shortcuts, menus, dialogs and lists, one officer all the way.
@Order(2)
class ShortcutsTest {
    private static final String KEYS = "#atrium-keys";
    private static final String MENU = "header .atrium-choice:has(a[rel=nofollow])";
    private static final int ROUND = 6;

    private static Visitor officer;

    @BeforeAll
    static void comesIn() {
        officer = new Visitor(Reader.DESKTOP_ZH).signIn("officer.industry");
    }

    @AfterAll
    static void goes() {
        officer.close();
    }

    @Test
    @Tag("KEY-2")
    void areListedWorkAndAreSilentInFields() {
        officer.open("/policies").press("?");
        assertThat(officer.shows(KEYS + "[open]")).isTrue();
        assertThat(officer.page().locator(KEYS + " kbd").allInnerTexts()).contains("?", "/", "g", "h", "j", "k", "o");
        officer.press("Escape").press("/");
        assertThat(officer.hasFocus("#frame-search")).isTrue();
        officer.type("?jgh");
        assertThat(officer.shows(KEYS + "[open]")).isFalse();
        assertThat(officer.page().locator("#frame-search").inputValue()).isEqualTo("?jgh");
        officer.open("/policies").press("g").pressAndGo("h");
        assertThat(officer.path()).isEqualTo("/");
    }

    @Test
    @Tag("KEY-2")
    void leadThroughTheRowsOfAListAndOpenOne() {
        officer.open("/companies").press("j").press("j").press("k");
        assertThat(officer.hasFocus("tbody tr:first-child a")).isTrue();
        officer.press("j");
        assertThat(officer.hasFocus("tbody tr:nth-child(2) a")).isTrue();
        var second = officer.page().locator("tbody tr:nth-child(2) a").first().getAttribute("href");
        officer.pressAndGo("o");
        assertThat(officer.path()).isEqualTo(second);
    }

    @Test
    @Tag("KEY-2")
    void areSwitchedOffByWhomeverTheyDisturb() {
        officer.open("/policies?keys=off").press("?").press("/");
        assertThat(officer.shows(KEYS + "[open]")).isFalse();
        assertThat(officer.hasFocus("body")).isTrue();
        officer.open("/policies?keys=on").press("?");
        assertThat(officer.shows(KEYS + "[open]")).isTrue();
        officer.press("Escape");
    }

    @Test
    @Tag("KEY-3")
    @Tag("KEY-4")
    void aDialogHoldsTheFocusAndGivesItBack() {
        officer.open("/policies").tabTo("header a[href='/help']").press("?");
        assertThat(officer.hasFocus(KEYS + " .atrium-dialog__title")).isTrue();
        for (int presses = 0; presses < ROUND; presses++) {
            officer.press("Tab");
            assertThat(officer.hasFocus("body, html, " + KEYS + " *"))
                    .as("nothing behind the dialog has the focus")
                    .isTrue();
        }
        officer.press("Escape");
        assertThat(officer.shows("dialog[open]")).isFalse();
        assertThat(officer.hasFocus("header a[href='/help']")).isTrue();
        assertThat(officer.page().evaluate("[...document.querySelectorAll('[role=dialog]')].length"))
                .isEqualTo(0);
    }

    @Test
    @Tag("KEY-1")
    void aMenuIsWalkedWithArrowsAndLeftWithEscapeOrTab() {
        officer.open("/policies").tabTo(MENU + " > summary").press("ArrowDown");
        assertThat(officer.hasFocus(MENU + "[open] li:first-child a")).isTrue();
        officer.press("End");
        assertThat(officer.page().evaluate("document.activeElement.getAttribute('href')"))
                .isEqualTo(officer.page().locator(MENU + " a").last().getAttribute("href"));
        officer.press("ArrowDown").press("ArrowUp").press("Home").press("Escape");
        assertThat(officer.hasFocus(MENU + ":not([open]) > summary")).isTrue();
        officer.press("Enter").press("End").press("Tab");
        assertThat(officer.shows(MENU + "[open]"))
                .as("a menu that was left does not cover what has the focus")
                .isFalse();
    }

    @Test
    @Tag("KEY-1")
    void aFirmIsFoundFromAnyPage() {
        officer.open("/companies");
        var link = officer.page().locator("tbody th a, tbody td a").first();
        var name = link.innerText();
        var href = link.getAttribute("href");
        officer.open("/policies").press("/").type(name).pressAndGo("Enter");
        officer.tabTo("main a[href='" + href + "']").pressAndGo("Enter");
        assertThat(officer.path()).isEqualTo(href);
    }

    @Test
    @Tag("KEY-1")
    void aListIsFilteredSortedAndTakenAway() {
        officer.open("/policies")
                .tabTo("main form[role=search] input[name=text]")
                .type("算力")
                .pressAndGo("Enter");
        assertThat(officer.shows(".atrium-table__chip")).isTrue();
        officer.tabTo("a.atrium-table__sort").pressAndGo("Enter");
        assertThat(officer.shows("th[aria-sort=ascending], th[aria-sort=descending]"))
                .isTrue();
        assertThat(officer.page().url()).contains("text=");
        officer.tabTo(".atrium-table__files a");
        var file = officer.page().waitForDownload(() -> officer.press("Enter"));
        assertThat(file.suggestedFilename()).endsWith(".csv");
    }
}
