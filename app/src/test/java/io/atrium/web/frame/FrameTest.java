// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
class FrameTest {

    @Autowired
    private House house;

    @Autowired
    private BusinessClock clock;

    @Test
    @Tag("FRM-1")
    void hasOneHeadingAndTheLandmarksAndASkipLink() {
        var page = house.visitor().get("/help").document();
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("header, nav, main, footer").eachText()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(page.select("body > a:first-child").attr("href")).isEqualTo("#main");
        assertThat(page.select("main#main")).hasSize(1);
        assertThat(page.select("[role=status]#atrium-flash")).hasSize(1);
    }

    @Test
    void marksTheCurrentPageInTheNavigation() {
        var page = house.visitor().get("/policies").document();
        assertThat(page.select(".atrium-nav a[aria-current=page]").eachAttr("href"))
                .containsExactly("/policies");
    }

    @Test
    @Tag("FRM-9")
    void aMessageOfSuccessSurvivesTheRedirectIsSpokenInOnePlaceAndShownOnce() {
        var browser = house.browser(house.firmOwner());
        var before = browser.get("/inbox/choices").document();
        assertThat(before.select("main #atrium-flash[role=status]"))
                .as("the region is there before anything is said in it")
                .singleElement()
                .satisfies(region -> assertThat(region.text()).isEmpty());
        var done = browser.submit(browser.get("/inbox/choices"), "form[action=/inbox/choices]", Map.of());
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.document().select("#atrium-flash[role=status] .atrium-callout--good"))
                .hasSize(1);
        assertThat(browser.get("/inbox/choices")
                        .document()
                        .select("#atrium-flash")
                        .text())
                .isEmpty();
    }

    @Test
    @Tag("HTX-6")
    void whatRenewsItselfHasANameAndIsThereBefore() {
        var browser = house.browser(house.firmOwner());
        for (var path : List.of("/jobs", "/status")) {
            assertThat(browser.get(path).document().select("atrium-live[data-src]"))
                    .as(path)
                    .isNotEmpty()
                    .allSatisfy(region -> assertThat(region.select("h2, caption, atrium-live[aria-label]"))
                            .isNotEmpty());
        }
        var form = browser.get("/jobs/new").document();
        assertThat(form.select("[hx-post]"))
                .isNotEmpty()
                .allSatisfy(region -> assertThat(region.hasAttr("aria-labelledby") && region.hasAttr("aria-live"))
                        .isTrue());
    }

    @Test
    @Tag("I18-2")
    void switchingTheLanguageKeepsPageAndQueryAndIsRemembered() {
        var browser = house.visitor();
        var chinese = browser.get("/problems?x=1&y=%E4%B8%AD").document();
        var toEnglish = chinese.select("header a[hreflang=en]").attr("href");
        assertThat(toEnglish).isEqualTo("/problems?x=1&y=%E4%B8%AD&lang=en");
        assertThat(browser.get(toEnglish).document().select("html").attr("lang"))
                .isEqualTo("en");
        assertThat(browser.get("/help").document().select("h1").text()).isEqualTo("Help");
    }

    @Test
    @Tag("I18-2")
    void theBrowserLanguageDecidesUntilSomebodyChooses() {
        assertThat(house.visitor()
                        .in("en-GB,zh;q=0.5")
                        .get("/help")
                        .document()
                        .select("html")
                        .attr("lang"))
                .isEqualTo("en");
        assertThat(house.visitor()
                        .in("fr")
                        .get("/help")
                        .document()
                        .select("html")
                        .attr("lang"))
                .isEqualTo("zh-CN");
    }

    @Test
    @Tag("FRM-12")
    void theThemeDecidesForWhichMediaTheDarkColoursAreLinked() {
        var browser = house.visitor();
        assertThat(darkSheets(browser.get("/help").document()))
                .containsExactly("screen and (prefers-color-scheme: dark)");
        assertThat(darkSheets(browser.get("/help?theme=dark").document())).containsExactly("screen");
        assertThat(darkSheets(browser.get("/help").document())).containsExactly("screen");
        assertThat(darkSheets(browser.get("/help?theme=light").document())).isEmpty();
    }

    @Test
    void stylesAndScriptsAreFewSmallAndKeptForGood() throws Exception {
        var page = house.visitor().get("/help").document();
        assertThat(page.select("style, script:not([src]), [style], [onclick]")).isEmpty();
        int scripts = 0;
        for (var link : page.select("link[rel=stylesheet], script[src]")) {
            var answer = get(link.hasAttr("src") ? link.attr("src") : link.attr("href"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
            scripts += link.hasAttr("src") ? answer.body().length() : 0;
        }
        assertThat(scripts).isLessThan(80_000);
        assertThat(get("/assets/000000000000/atrium.css").statusCode()).isEqualTo(404);
    }

    @Test
    void theSignedInSeeWhoTheyAreAndTheWayOut() {
        var page = house.browser(house.firmOwner()).get("/help").document();
        assertThat(page.select(".atrium-header__viewer").text()).isEqualTo("测试人员");
        assertThat(page.select("form[action=/sign-out] input[type=hidden]")).isNotEmpty();
    }

    @Test
    @Tag("FRM-6")
    void saysThatTheDataOfTheDemoIsInvented() {
        assertThat(ribbon()).startsWith("Demo data: every firm and amount is invented");
    }

    @Test
    @Tag("FRM-6")
    void tellsBothDaysOnceBusinessTimeWasMovedOn() {
        clock.advance(Duration.ofDays(1));
        assertThat(ribbon()).containsPattern("Business date .+ \\(real date .+\\)");
    }

    private String ribbon() {
        return house.visitor()
                .in("en")
                .get("/help")
                .document()
                .select(".atrium-ribbon")
                .text();
    }

    private static List<String> darkSheets(Element page) {
        return page.select("link[href$=dark.css]").eachAttr("media");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(house.root() + path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    @Tag("FRM-2")
    void theHeaderHasTheSamePartsInTheSameOrderOnEveryPage() {
        var browser = house.browser(house.firmOwner());
        for (var path : List.of("/", "/policies", "/jobs", "/help", "/feedback")) {
            var header = browser.get(path).document().expectFirst("header");
            var parts = header.select(
                    ".atrium-header__brand, .atrium-header__place, form[role=search], a[href=/inbox], a[hreflang],"
                            + " a[href=/help], a[href^=/feedback?from], form[action=/sign-out]");
            assertThat(parts.eachAttr("class")).as(path).element(0).isEqualTo("atrium-header__brand");
            assertThat(parts.stream()
                            .map(part -> part.tagName() + part.attr("href").replaceAll("\\?.*", "")))
                    .as(path)
                    .containsExactly("a/", "span", "form", "a/inbox", "a" + path, "a/help", "a/feedback", "form");
        }
    }

    @Test
    @Tag("A11-14")
    @Tag("FRM-8")
    void helpAndFeedbackAreAtTheSamePlaceForEverybody() {
        for (var browser : List.of(house.visitor(), house.browser(house.operator()))) {
            var page = browser.get("/prices").document();
            assertThat(page.select(".atrium-header__tools a[href=/help] ").parents())
                    .isNotEmpty();
            assertThat(page.select("li:has(> a[href=/help]) + li > a").attr("href"))
                    .isEqualTo("/feedback?from=/prices");
        }
        assertThat(house.visitor().get("/feedback").text()).contains("12345");
    }

    @Test
    void theOrganisationIsNamedInTheLanguageOfThePage() {
        var browser = house.browser(house.firmOwner());
        assertThat(browser.get("/help")
                        .document()
                        .select(".atrium-header__place")
                        .text())
                .contains("测试组织");
        assertThat(browser.get("/help?lang=en")
                        .document()
                        .select(".atrium-header__place")
                        .text())
                .contains("Test organisation");
    }

    @Test
    @Tag("FRM-11")
    void theReadingModeFollowsThePersonToAnotherBrowser() {
        var person = house.firmOwner();
        assertThat(house.browser(person).get("/help").document().select("html.atrium-reading"))
                .isEmpty();
        house.browser(person).get("/help?reading=large");
        assertThat(house.browser(person).get("/help").document().select("html.atrium-reading"))
                .hasSize(1);
        assertThat(house.browser(house.firmOwner()).get("/help").document().select("html.atrium-reading"))
                .isEmpty();
    }

    @Test
    @Tag("I18-2")
    void theLanguageOfTheAccountCountsBeforeThatOfTheBrowser() {
        var person = house.firmOwner();
        house.browser(person).get("/help?lang=en");
        var elsewhere = house.browser(person);
        assertThat(elsewhere.get("/help").document().select("html").attr("lang"))
                .isEqualTo("en");
        assertThat(elsewhere
                        .get("/help")
                        .document()
                        .select("link[rel=alternate]")
                        .eachAttr("hreflang"))
                .containsExactly("zh-CN", "en");
    }

    @Test
    @Tag("FRM-3")
    void theNavigationHasAtMostEightGroupsAndNothingOfTheAccount() {
        for (var resident : List.of(house.operator(), house.firmOwner(), house.officer(), house.auditor())) {
            var page = house.browser(resident).get("/policies").document();
            assertThat(page.select(".atrium-nav__group")).hasSizeBetween(2, 8);
            assertThat(page.select(".atrium-nav a[aria-current=page]").eachAttr("href"))
                    .containsExactly("/policies");
            assertThat(page.select("header a[href=/tokens]")).hasSize(1);
            assertThat(page.select(".atrium-nav a[href=/tokens]")).isEmpty();
        }
    }

    @Test
    @Tag("FRM-10")
    @Tag("A11-19")
    void theFooterNamesOperatorFilingNumberVersionPrivacyAndAccessibility() {
        var footer = house.visitor().get("/policies").document().expectFirst("footer");
        assertThat(footer.text()).contains("运营方：", "备案号", "版本");
        assertThat(footer.select("a").eachAttr("href")).contains("/privacy", "/accessibility");
        assertThat(house.visitor().get("/accessibility").text()).contains("WCAG 2.2");
    }

    @Test
    @Tag("FRM-4")
    void theTitleNamesThingModuleAndProductAndThePathStandsAbove() {
        var page = house.browser(house.firmOwner()).get("/jobs/new").document();
        assertThat(page.title().split(" - ")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(page.title()).endsWith("中庭 Atrium");
        assertThat(page.select(".atrium-breadcrumb__list li")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(page.select(".atrium-breadcrumb__list [aria-current=page]").text())
                .isEqualTo(page.select("h1").text());
    }

    @Test
    @Tag("KEY-5")
    void nothingIsTakenOutOfTheOrderOfThePage() {
        for (var path : List.of("/", "/policies", "/gallery", "/feedback", "/join")) {
            var page = house.visitor().get(path).document();
            assertThat(page.select("[tabindex]").eachAttr("tabindex"))
                    .as(path)
                    .allMatch(value -> Integer.parseInt(value) <= 0);
            assertThat(page.select("[autofocus]")).as(path).isEmpty();
        }
    }

    @Test
    void shortcutsAreListedForTheSignedInAndCanBeTurnedOff() {
        var browser = house.browser(house.firmOwner());
        var page = browser.get("/help").document();
        assertThat(page.select("html").attr("data-keys")).isEqualTo("on");
        assertThat(page.select("dialog#atrium-keys [data-go=c]").attr("data-href"))
                .isEqualTo("/jobs");
        assertThat(browser.get("/help?keys=off").document().select("html").attr("data-keys"))
                .isEqualTo("off");
        assertThat(browser.get("/policies").document().select("html").attr("data-keys"))
                .isEqualTo("off");
        assertThat(house.visitor().get("/help").document().select("dialog")).isEmpty();
    }

    @Test
    void theSignedInAreToldBeforeTheirSessionEnds() {
        var browser = house.browser(house.firmOwner());
        var page = browser.get("/help").document();
        assertThat(Integer.parseInt(page.select("html").attr("data-session"))).isPositive();
        assertThat(page.select("dialog#atrium-session button[data-extend]")).hasSize(1);
        assertThat(browser.get("/session-extension").status()).isEqualTo(204);
        assertThat(house.visitor().get("/help").document().select("html").attr("data-session"))
                .isEmpty();
    }
}
