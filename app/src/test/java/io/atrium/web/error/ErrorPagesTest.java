// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
class ErrorPagesTest {

    @Autowired
    private House house;

    @Test
    void anUnknownAddressIsExplainedInBothLanguages() {
        var browser = house.visitor();
        var page = browser.get("/problems/no/where");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.document().select("h1").text()).isEqualTo("没有找到这个页面");
        assertThat(page.document().title()).isEqualTo("没有找到这个页面 - 中庭 Atrium");
        assertThat(browser.in("en")
                        .get("/problems/no/where")
                        .document()
                        .select("h1")
                        .text())
                .isEqualTo("Page not found");
    }

    @Test
    void anErrorPageHasAReferenceAndNoExceptionText() {
        var page = house.visitor().get("/problems/no/where");
        assertThat(page.document().select(".atrium-error-page__reference").text())
                .startsWith("ref_");
        assertThat(page.text()).doesNotContain("Exception", "org.springframework", "io.atrium");
    }

    @Test
    void theApiAnswersWithAProblemDocument() {
        var answer = house.api(house.firmOwner()).get("/api/v1/nowhere");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body().get("code").asString()).isEqualTo("NOT_FOUND");
        assertThat(answer.body().get("type").asString()).isEqualTo("/problems/NOT_FOUND");
        assertThat(answer.body().get("instance").asString()).isEqualTo("/api/v1/nowhere");
        assertThat(answer.body().get("trace_id").asString())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void theApiRefusesAStrangerWithAProblemDocument() {
        var answer = house.stranger().get("/api/v1/jobs");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().get("code").asString()).isEqualTo("NOT_SIGNED_IN");
    }

    @Test
    void aFormWithoutItsTokenHasExpired() throws Exception {
        var answer = send(HttpRequest.newBuilder(at("/sign-in")).POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo("页面已过期");
    }

    @Test
    void aPartOfAPageSendsTheWholePageToSignIn() throws Exception {
        var answer = send(HttpRequest.newBuilder(at("/vouchers")).header("HX-Request", "true"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).hasValue("/sign-in");
    }

    @Test
    void everyCodeHasAPage() {
        var visitor = house.visitor();
        var all = visitor.get("/problems");
        assertThat(all.status()).isEqualTo(200);
        assertThat(all.document().select("dt a[href^=/problems/]"))
                .hasSizeGreaterThan(10)
                .allSatisfy(link -> {
                    var page = visitor.get(link.attr("href"));
                    assertThat(page.status()).isEqualTo(200);
                    assertThat(page.document().select("h1").text()).isNotBlank();
                });
        assertThat(visitor.get("/problems/NO_SUCH_CODE").status()).isEqualTo(404);
    }

    @Test
    void pagesAreSentWithStrictHeaders() throws Exception {
        var headers = send(HttpRequest.newBuilder(at("/help"))).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.allValues("Vary").toString().toLowerCase(Locale.ROOT))
                .contains("hx-request");
    }

    private URI at(String path) {
        return URI.create(house.root() + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
