// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.demo.community.Community;
import io.atrium.demo.community.RegistryCsv;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Role;
import io.atrium.testing.Api;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@AtriumTest
class CompaniesApiTest {
    private static final Community COMMUNITY = Community.generate(9);

    @Autowired
    House house;

    private Resident operator;

    @BeforeEach
    void someOperator() {
        operator = house.operator();
    }

    @Test
    @Tag("API-5")
    void takesADeliveryAndAnswersTheRepeatWithTheSame() {
        var file = csv(701);
        var first = take("api-import-701", file);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().at("/state").asString()).isEqualTo("imported");
        assertThat(first.body().at("/rows/0/result").asString()).isEqualTo("created");
        assertThat(first.headers().firstValue("Location")).hasValueSatisfying(location -> {
            assertThat(location).startsWith("/api/v1/registry-imports/imp_");
            assertThat(house.api(operator).get(location).body()).isEqualTo(first.body());
        });
        var again = take("api-import-701", file);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(take("api-import-701", csv(702)).status()).isEqualTo(422);
    }

    @Test
    @Tag("API-9")
    void aDeliveryForWhichNobodyWaitsIsAnOperationWhoseResultIsTheReport() {
        var api = house.api(operator);
        var accepted = api.send(api.request("/api/v1/registry-imports?file_name=later.csv")
                .header("Idempotency-Key", "api-import-later")
                .header("Content-Type", "text/csv")
                .header("Prefer", "respond-async")
                .POST(BodyPublishers.ofByteArray(csv(710))));
        assertThat(accepted.status()).isEqualTo(202);
        var location = accepted.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith("/api/v1/operations/op_");
        assertThat(house.api(house.operator()).get(location).status())
                .as("somebody else's is absent")
                .isEqualTo(404);
        var operation = ended(location);
        assertThat(operation.at("/state").asString()).isEqualTo("done");
        assertThat(operation.at("/stages").asInt()).isEqualTo(3);
        var report = api.get(operation.at("/result").asString());
        assertThat(report.body().at("/rows/0/result").asString()).isEqualTo("created");
        var late = api.post(location + "/cancellations", "cancel-late-710", "{}");
        assertThat(late.status()).isEqualTo(202);
        assertThat(late.body().at("/state").asString())
                .as("too late changes nothing")
                .isEqualTo("done");
    }

    @Test
    @Tag("LNG-1")
    void aLargeDeliveryIsReportedOnThePageOfItsOperation() {
        var line = new String(csv(711), StandardCharsets.UTF_8).lines().toList();
        var large = line.getFirst() + "\n" + (line.get(1) + "\n").repeat(1_200);
        var browser = house.browser(operator);
        var page = browser.upload(
                browser.get("/registry-imports"),
                "form[action=/registry-imports]",
                "file",
                "large.csv",
                large.getBytes(StandardCharsets.UTF_8));
        assertThat(page.path()).startsWith("/operations/op_");
        assertThat(page.text()).contains("导入登记数据", "核对文件", "您可以离开本页");
        ended("/api/v1" + page.path());
        var report = browser.get(browser.get(page.path())
                .document()
                .select("a[href^=/registry-imports/]")
                .attr("href"));
        assertThat(report.text()).as("the same firm twice: nothing is written").contains("large.csv", "没有写入任何数据");
    }

    private JsonNode ended(String operation) {
        var api = house.api(operator);
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30); System.nanoTime() < end; ) {
            var found = api.get(operation).body();
            if (!found.at("/state").asString().equals("running")) {
                return found;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("still under way: " + operation);
    }

    @Test
    void reportsWhatIsWrongAndWritesNothing() {
        var wrong = new String(csv(703), StandardCharsets.UTF_8).replace("2026-10-31", "2099-01-01");
        var answer = take("api-import-703", wrong.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/state").asString()).isEqualTo("rejected");
        assertThat(answer.body().at("/problems/0/code").asString()).isEqualTo("DATE_IN_FUTURE");
        assertThat(answer.body().at("/problems/0/column").asString()).isEqualTo("source_date");
        assertThat(take("api-import-703-empty", new byte[0]).status()).isBetween(400, 422);
    }

    @Test
    void givesFactsWithSourceAndAsOfADay() {
        var firm = moveIn(704);
        var api = house.api(house.member(firm, Role.FIRM_OWNER));
        var facts = api.get("/api/v1/companies/" + firm + "/facts");
        assertThat(facts.status()).isEqualTo(200);
        assertThat(facts.text()).contains("\"key\":\"revenue\"", "\"currency\":\"CNY\"", "\"source\":\"registry\"");
        assertThat(facts.body().at("/missing").toString()).contains("corpus_via_exchange");
        var before = api.get("/api/v1/companies/" + firm + "/facts?valid_on=2026-10-30");
        assertThat(before.text()).doesNotContain("\"key\":\"employees\"");
        var unknown = api.get("/api/v1/companies/" + firm + "/facts?known_at=2020-01-01T00:00:00Z");
        assertThat(unknown.body().at("/items").isEmpty()).isTrue();
    }

    @Test
    void recordsFactsForThoseWhoMay() {
        var firm = moveIn(705);
        var path = "/api/v1/companies/" + firm + "/facts";
        var body = Map.of(
                "source",
                "officer",
                "source_date",
                "2026-11-01",
                "facts",
                List.of(Map.of("key", "compute_use", "value", "训练")));
        assertThat(house.api(house.member(firm, Role.FIRM_OWNER))
                        .post(path, body)
                        .status())
                .isEqualTo(403);
        var recorded = house.api(operator).post(path, body);
        assertThat(recorded.status()).isEqualTo(200);
        assertThat(recorded.body().at("/recorded").asInt()).isEqualTo(1);
        var wrong = Map.of(
                "source",
                "officer",
                "source_date",
                "2026-11-01",
                "facts",
                List.of(Map.of("key", "compute_use", "value", "mining")));
        var refused = house.api(operator).post(path, wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/code").asString()).isEqualTo("FACT_UNREADABLE");
    }

    @Test
    void keepsTenantsApart() {
        var firm = moveIn(706);
        var other = moveIn(707);
        var api = house.api(house.member(firm, Role.FIRM_OWNER));
        assertThat(api.get("/api/v1/companies").text()).contains(firm.value()).doesNotContain(other.value());
        assertThat(api.get("/api/v1/companies/" + other).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/companies/" + other + "/facts").status()).isEqualTo(404);
        assertThat(api.get("/api/v1/registry-imports").status()).isEqualTo(403);
        assertThat(house.stranger().get("/api/v1/companies").status()).isEqualTo(401);
        assertThat(house.api(house.provider()).get("/api/v1/companies/" + firm).status())
                .isEqualTo(404);
    }

    @Test
    void turnsPagesByCursor() {
        moveIn(708);
        moveIn(709);
        var api = house.api(operator);
        var first = api.get("/api/v1/companies?limit=1");
        assertThat(first.body().at("/items").size()).isEqualTo(1);
        var next = api.get(
                "/api/v1/companies?limit=1&after=" + first.body().at("/next").asString());
        assertThat(next.body().at("/items/0/id").asString())
                .isGreaterThan(first.body().at("/items/0/id").asString());
    }

    private OrgId moveIn(int newcomer) {
        var answer = take("api-move-in-" + newcomer, csv(newcomer));
        return new OrgId(answer.body().at("/rows/0/company").asString());
    }

    private Api.Answer take(String key, byte[] file) {
        var api = house.api(operator);
        return api.send(api.request("/api/v1/registry-imports?file_name=registry.csv")
                .header("Idempotency-Key", key)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(file)));
    }

    private static byte[] csv(int newcomer) {
        return RegistryCsv.write(List.of(COMMUNITY.newcomer(newcomer)));
    }
}
