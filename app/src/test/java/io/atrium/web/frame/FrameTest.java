// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
class FrameTest {

    @Autowired
    private House house;

    @Test
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
        var page = house.visitor().get("/").document();
        assertThat(page.select("nav a[aria-current=page]").eachAttr("href")).containsExactly("/");
    }

    @Test
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
    void saysThatTheDataOfTheDemoIsInvented() {
        assertThat(house.visitor()
                        .in("en")
                        .get("/help")
                        .document()
                        .select(".atrium-ribbon")
                        .text())
                .isEqualTo("Demo data: every firm and amount is invented");
    }

    private static List<String> darkSheets(Element page) {
        return page.select("link[href$=dark.css]").eachAttr("media");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(house.root() + path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
