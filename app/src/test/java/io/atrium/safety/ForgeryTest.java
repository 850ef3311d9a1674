// SPDX-License-Identifier: Apache-2.0
package io.atrium.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.reference.Route;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import io.atrium.testing.Walker;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Nobody else's page can act for a person, keep their session or send them elsewhere; addresses lead to no file.
@AtriumTest
class ForgeryTest {

    private static final List<String> PARAMETERS_OF_ADDRESSES =
            List.of("continue", "next", "back", "return", "return-to", "to", "url", "from", "redirect", "path", "href");

    @Autowired
    private House house;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void everyFormOfAPageNeedsItsToken() {
        var walker = house.walker(house.firmOwner());
        var forms = Route.all(mappings).stream()
                .filter(route -> !route.isApi() && !route.isRead())
                .toList();
        assertThat(forms).hasSizeGreaterThan(10);
        for (var form : forms) {
            assertThat(without(walker, form.method(), form.filled(_ -> "x")))
                    .as(form.toString())
                    .isEqualTo(403);
        }
        assertThat(without(walker, "POST", "/sign-out")).isEqualTo(403);
        assertThat(without(house.walker(), "POST", "/sign-in")).isEqualTo(403);
    }

    @Test
    void theSessionChangesAtSignInAndItsCookieIsClosed() {
        var resident = house.firmOwner();
        var stranger = house.walker();
        var before = stranger.get("/sign-in");
        var after = stranger.send("POST", "/sign-in", "login", resident.login(), "password", Resident.PASSWORD);
        var cookie = session(after);
        assertThat(session(before)).isNotEqualTo(cookie);
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Domain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"})
    void noParameterLeadsToAnotherSite(String evil) {
        var query = PARAMETERS_OF_ADDRESSES.stream()
                .map(name -> name + "=" + URLEncoder.encode(evil, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
        var resident = house.firmOwner();
        for (var walker : List.of(house.walker(), house.walker(resident))) {
            for (var page : pages()) {
                var answer = walker.get(page + query);
                assertThat(answer.location()).as(page).doesNotStartWith(evil).doesNotStartWith("//");
                assertThat(Jsoup.parse(answer.body())
                                .select("[href^=" + quoted(evil) + "], [action^=" + quoted(evil) + "]"))
                        .as(page)
                        .isEmpty();
            }
        }
        var signedIn = house.walker()
                .send(
                        "POST",
                        "/sign-in" + query,
                        "login",
                        resident.login(),
                        "password",
                        Resident.PASSWORD,
                        "continue",
                        evil);
        assertThat(URI.create(signedIn.location()).getAuthority())
                .isIn(null, URI.create(house.root()).getAuthority());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../application.yaml",
                "/assets/000000000000/..%2fapplication.yaml",
                "/assets/000000000000/..%252fapplication.yaml",
                "/assets/%2e%2e/%2e%2e/application.yaml",
                "/icons/..%2fapplication.yaml",
                "/icons/%2e%2e/application.yaml",
                "/files/..%2f..%2fetc%2fpasswd",
                "/files/fil_%2e%2e%2f%2e%2e",
                "/api/v1/policies/..%2f..%2fapplication.yaml",
                "/;/audit",
                "//audit",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/prometheus"
            })
    void addressesLeadToNoFileAndAroundNoDoor(String path) {
        for (var walker : List.of(house.walker(), house.walker(house.firmOwner()))) {
            var answer = walker.get(path);
            assertThat(answer.status()).as(path).isNotEqualTo(200).isLessThan(500);
            assertThat(answer.body()).doesNotContain("spring:", "root:x:", "jvm_memory");
        }
    }

    private List<String> pages() {
        return Route.all(mappings).stream()
                .filter(route -> !route.isApi() && route.isRead())
                .filter(route -> route.variables().isEmpty())
                .map(Route::path)
                .toList();
    }

    private int without(Walker walker, String method, String path) {
        return walker.send(HttpRequest.newBuilder(URI.create(house.root() + path))
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .method(method, BodyPublishers.ofString("a=b")))
                .status();
    }

    private static String session(Walker.Answer answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("atrium_session="))
                .findFirst()
                .orElse("");
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\") + "'";
    }
}
