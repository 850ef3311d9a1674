// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.company.Companies;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.Api;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
class PolicyApiTest {

    private static final PolicyId DEMO = new PolicyId("demo-compute-voucher");

    @Autowired
    House house;

    @Autowired
    Companies companies;

    @Autowired
    Entitlements entitlements;

    @Autowired
    Grants grants;

    @Autowired
    BusinessClock clock;

    private OrgId firm;
    private Api owner;
    private Api officer;

    @BeforeEach
    void aFirmIsEntitled() {
        firm = new Firms(companies, house.operator().actor()).deliver(Firms.entitled());
        owner = house.api(house.member(firm, Role.FIRM_OWNER));
        officer = house.api(house.officer());
        await().atMost(20, SECONDS)
                .until(() -> !entitlements.history(new Scope.All(), firm, DEMO).isEmpty());
    }

    @Test
    void listsPoliciesWithTheirDocuments() {
        var policy = owner.get("/api/v1/policies/shanghai-compute-voucher").body();

        assertThat(policy.at("/document/number").asString()).isEqualTo("沪经信智〔2025〕489号");
        assertThat(policy.at("/status").asString()).isEqualTo("IN_FORCE");
        assertThat(policy.at("/clauses/0/id").asString()).isEqualTo("1");
    }

    @Test
    void explainsDownToFactSourceClauseAndAmount() {
        var answer = owner.get("/api/v1/entitlements/" + DEMO + "/explain");

        assertThat(answer.status()).isEqualTo(200);
        var tree = answer.body().at("/explanation/conditions/children");
        assertThat(tree).isNotEmpty().allSatisfy(leaf -> {
            assertThat(leaf.at("/clause").asString()).isNotBlank();
            assertThat(leaf.at("/facts/0/source").asString()).isEqualTo("REGISTRY");
        });
        assertThat(answer.body().at("/explanation/amount/amount_fen").asLong()).isEqualTo(18_000_000L);
        assertThat(answer.body().at("/explanation/amount/steps")).hasSize(5);
    }

    @Test
    void showsAmountsAsMoney() {
        var item = owner.get("/api/v1/entitlements/" + DEMO).body();

        assertThat(item.at("/amount/amount").asString()).isEqualTo("180000.00");
        assertThat(item.at("/amount/currency").asString()).isEqualTo("CNY");
        assertThat(item.at("/group").asString()).isEqualTo("AUTOMATIC");
    }

    @Test
    void anotherFirmsEntitlementsAreNotThere() {
        var stranger = house.api(house.firmOwner());

        assertThat(stranger.get("/api/v1/entitlements?firm=" + firm).status()).isEqualTo(404);
        assertThat(house.stranger().get("/api/v1/entitlements").status()).isEqualTo(401);
    }

    @Test
    void goesFromTheListToTheVoucher() {
        var list = officer.post("/api/v1/grant-lists", Map.of("policy", DEMO.value()));
        assertThat(list.status()).isEqualTo(201);
        var confirmed =
                officer.post("/api/v1/grant-lists/" + list.body().at("/id").asString() + "/confirmation", Map.of());
        assertThat(confirmed.status()).isEqualTo(201);
        var ends = Instant.parse(confirmed.body().at("/publicity_ends_at").asString());
        var grant = owner.get("/api/v1/grants").body().at("/items/0/id").asString();
        assertThat(owner.post("/api/v1/grants/" + grant + "/acceptance", Map.of())
                        .status())
                .isEqualTo(409);

        clock.advance(Duration.between(clock.instant(), ends).plusMinutes(1));
        await().atMost(10, SECONDS)
                .until(() -> owner.get("/api/v1/grants/" + grant)
                        .body()
                        .at("/state")
                        .asString()
                        .equals("FIRM_CONFIRM"));
        var first = owner.post("/api/v1/grants/" + grant + "/acceptance", "accept-" + grant, Map.of());
        var again = owner.post("/api/v1/grants/" + grant + "/acceptance", "accept-" + grant, Map.of());

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().at("/voucher").asString()).startsWith("vch_");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(owner.get("/api/v1/grants/" + grant).body().at("/steps")).hasSize(6);
    }

    @Test
    void refusesAListOfAPolicyThatNeedsAnApplication() {
        var answer = officer.post("/api/v1/grant-lists", Map.of("policy", "shanghai-compute-voucher"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/code").asString()).isEqualTo("POLICY_NOT_AUTOMATIC");
    }

    @Test
    void aFirmCannotDrawUpLists() {
        assertThat(owner.post("/api/v1/grant-lists", Map.of("policy", DEMO.value()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void showsThePoolToThoseWhoMaySeeIt() {
        assertThat(officer.get("/api/v1/policies/" + DEMO + "/budget")
                        .body()
                        .at("/available/currency")
                        .asString())
                .isEqualTo("CNY");
        assertThat(owner.get("/api/v1/policies/" + DEMO + "/budget").status()).isEqualTo(403);
    }
}
