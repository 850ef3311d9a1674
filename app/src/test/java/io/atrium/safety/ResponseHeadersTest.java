// SPDX-License-Identifier: Apache-2.0
package io.atrium.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Walker;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The headers that Mozilla's Observatory asks for, on every kind of answer.
@AtriumTest
@Tag("HTX-5")
class ResponseHeadersTest {

    @Autowired
    private House house;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/no/such/page", "/problems/NO_SUCH", "/gallery", "/jobs"})
    void pagesRunNothingThatIsNotOurs(String path) {
        var policy = header(house.walker().get(path), "Content-Security-Policy");
        assertThat(policy)
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "form-action 'self'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/no/such/page", "/api/v1/prices", "/api/v1/jobs", "/api/v1/no-such", "/actuator/health"})
    void everyAnswerIsClosedToOtherSites(String path) {
        var answer = house.walker().get(path);
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Permissions-Policy")).contains("camera=()", "geolocation=()");
        assertThat(header(answer, "Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void pagesOfTheSignedInAreKeptByNobody() {
        var walker = house.walker(house.firmOwner());
        assertThat(header(walker.get("/jobs"), "Cache-Control")).contains("no-store");
    }

    @Test
    void behindAProxyWithHttpsTheBrowserStaysThere() {
        var plain = house.walker().get("/");
        assertThat(plain.headers().firstValue("Strict-Transport-Security")).isEmpty();
        var secure = house.walker()
                .send(HttpRequest.newBuilder(URI.create(house.root() + "/sign-in?theme=dark"))
                        .header("X-Forwarded-Proto", "https"));
        assertThat(header(secure, "Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(secure.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure", "HttpOnly"));
    }

    @Test
    void htmxEvaluatesNothingAndAsksNobodyElse() {
        var page = Jsoup.parse(house.walker().get("/").body());
        var settings = page.select("meta[name=htmx-config]").attr("content").toLowerCase(Locale.ROOT);
        assertThat(settings).contains("\"alloweval\":false", "\"selfrequestsonly\":true", "\"historycachesize\":0");
        assertThat(page.select("script:not([src]), style, [style]")).isEmpty();
        for (var event : List.of("onclick", "onload", "onerror", "onsubmit", "onchange")) {
            assertThat(page.select("[" + event + "]")).isEmpty();
        }
    }

    private static String header(Walker.Answer answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
