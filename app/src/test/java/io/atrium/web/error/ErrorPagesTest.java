// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
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
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
class ErrorPagesTest {

    @Autowired
    private House house;

    @Test
    @Tag("ERR-1")
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
    @Tag("ERR-6")
    void anErrorPageHasAReferenceAndNoExceptionText() {
        var page = house.visitor().get("/problems/no/where");
        assertThat(page.document().select(".atrium-error-page__reference").text())
                .startsWith("ref_");
        assertThat(page.text()).doesNotContain("Exception", "org.springframework", "io.atrium");
    }

    @Test
    @Tag("ERR-1")
    void anUnknownAddressLeadsHomeAndToAPerson() {
        var page = house.visitor().get("/problems/no/where").document();
        assertThat(page.select(".atrium-error-page a").eachAttr("href")).contains("/", "/help#person");
        assertThat(house.visitor().get("/help").document().select("#person")).hasSize(1);
    }

    @Test
    @Tag("ERR-2")
    @Tag("EMP-1")
    void aForbiddenPageSaysWhichRoleIsNeededAndWhoGrantsIt() {
        var page = house.browser(house.firmOwner()).get("/registry-imports");
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("需要的角色：社区运营、系统管理员。", "您所在的组织不能授予");
        assertThat(page.document().select("form[action=/role-requests]")).isEmpty();
        var steward = house.resident(OrgKind.COMMUNITY, Role.STEWARD);
        assertThat(house.browser(steward).in("en").get("/registry-imports").text())
                .contains("Granted by: Community operator, Administrator", "Ask for the role “Community operator”");
        assertThat(house.browser(house.firmOwner())
                        .get("/companies/org_somebody")
                        .text())
                .as("a private record is absent, not forbidden")
                .doesNotContain("需要的角色");
    }

    @Test
    @Tag("ERR-2")
    void whoNeedsARoleAsksForItAndItsGranterFindsThePersonBehindTheMessage() {
        var owner = house.firmOwner();
        var engineer = house.member(owner.organisation(), Role.FIRM_ENGINEER);
        var browser = house.browser(engineer);
        var refused = browser.get("/members");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("由以下人员授予：企业负责人", "申请“企业负责人”角色");

        var asked = browser.submit(refused, "form[action=/role-requests]", Map.of());
        assertThat(asked.text()).contains("已申请“企业负责人”角色");
        browser.submit(browser.get("/members"), "form[action=/role-requests]", Map.of());

        var inbox = house.browser(owner);
        var message = inbox.get("/inbox");
        assertThat(message.text()).containsOnlyOnce("申请“企业负责人”角色").doesNotContain("/members/org");
        assertThat(inbox.submit(message, "form[action$=/opening]", Map.of()).path())
                .isEqualTo("/organisations/" + owner.organisation() + "/members/"
                        + engineer.actor().person());
        assertThat(house.browser(house.firmOwner()).get("/inbox").text()).doesNotContain("申请“企业负责人”");
    }

    @Test
    @Tag("ERR-2")
    void nobodyAsksForARoleOfAnotherKindOfOrganisation() {
        var browser = house.browser(house.member(house.firmOwner().organisation(), Role.FIRM_ENGINEER));
        var page = browser.get("/members");
        assertThat(browser.submit(page, "form[action=/role-requests]", Map.of("role", "OPERATOR"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Tag("ERR-8")
    void aPartThatFailsIsANoticeWithTheSameWords() throws Exception {
        var answer = send(HttpRequest.newBuilder(at("/problems/no/where")).header("HX-Request", "true"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("<html").contains("没有找到这个页面", "ref_");
        assertThat(house.visitor()
                        .get("/help")
                        .document()
                        .select("meta[name=htmx-config]")
                        .attr("content"))
                .contains("\"target\":\"#atrium-flash\"");
    }

    @Test
    @Tag("API-3")
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
    @Tag("TAB-5")
    void everyListOfTheHouseCanBeHandedOut() {
        var administrator = house.browser(house.resident(OrgKind.COMMUNITY, Role.ADMINISTRATOR));
        var heads = Map.of(
                "/settings", "atrium.",
                "/calendars", "国务院办公厅",
                "/inbox", "类型",
                "/sheets", "核验码",
                "/grant-lists", "政策");
        heads.forEach((list, word) -> {
            var asked = list.equals("/sheets") || list.equals("/grant-lists") || list.equals("/inbox")
                    ? house.browser(house.firmOwner())
                    : administrator;
            var page = asked.get(list);
            assertThat(page.status()).as(list).isEqualTo(200);
            var file = asked.get(list + "/export?format=csv");
            assertThat(file.status()).as(list).isEqualTo(200);
            assertThat(file.text()).contains(word);
        });
        assertThat(administrator.get("/settings").document().select("a[href*=/settings/export]"))
                .hasSize(2);
        assertThat(house.browser(house.firmOwner())
                        .get("/settings/export?format=csv")
                        .status())
                .isEqualTo(403);
        assertThat(house.browser(house.firmOwner())
                        .get("/calendars/export?format=csv")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Tag("HTX-3")
    void htmxSwapsRefusedFormsAndSaysWhatFailed() {
        assertThat(house.visitor()
                        .get("/help")
                        .document()
                        .select("meta[name=htmx-config]")
                        .attr("content"))
                .contains("{\"code\":\"422\",\"swap\":true}")
                .contains("{\"code\":\"[45]..\",\"swap\":true,\"error\":true,\"target\":\"#atrium-flash\"}");
    }

    @Test
    @Tag("HTX-3")
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
    @Tag("HTX-2")
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
