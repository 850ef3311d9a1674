// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.API_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.testing.Api;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
class TokensApiTest {

    @Autowired
    House house;

    @Autowired
    DSLContext database;

    @Test
    void tellsTheSecretOnceAndKeepsOnlyItsHash() {
        var owner = house.firmOwner();
        var made = make(owner, Map.of("expires_in_days", 7));
        var secret = made.body().path("token").asString();

        assertThat(made.status()).isEqualTo(201);
        assertThat(secret).startsWith("atr_").hasSizeGreaterThan(40);
        assertThat(database.fetchExists(API_TOKEN, API_TOKEN.SECRET_HASH.eq(secret)))
                .isFalse();
        assertThat(house.api(owner).get("/api/v1/tokens").text()).doesNotContain(secret);
    }

    @Test
    void narrowsATokenToItsPermissions() {
        var operator = house.operator();
        var secret = make(operator, Map.of("permissions", Set.of("READ_COMPANY")))
                .body()
                .path("token")
                .asString();
        var narrowed = house.api(new Resident(operator.organisation(), operator.actor(), operator.login(), secret));

        var refused = narrowed.post("/api/v1/business-clock/advances", Map.of("working_days", 1));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().path("code").asString()).isEqualTo("NOT_ALLOWED");
    }

    @Test
    void refusesAnExpiredARevokedAndAnInventedToken() {
        var owner = house.firmOwner();
        database.update(API_TOKEN)
                .set(API_TOKEN.EXPIRES_AT, OffsetDateTime.parse("2020-01-01T00:00:00Z"))
                .where(API_TOKEN.PERSON_ID.eq(owner.actor().person().value()))
                .execute();
        assertThat(house.api(owner).get("/api/v1/tokens").status()).isEqualTo(401);

        var other = house.firmOwner();
        var id = house.api(other).get("/api/v1/tokens").body().at("/items/0/id").asString();
        assertThat(house.api(other)
                        .post("/api/v1/tokens/" + id + "/revocation", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(house.api(other).get("/api/v1/tokens").status()).isEqualTo(401);

        var invented = new Resident(other.organisation(), other.actor(), other.login(), "atr_invented");
        assertThat(house.api(invented).get("/api/v1/tokens").status()).isEqualTo(401);
        assertThat(house.stranger().get("/api/v1/tokens").status()).isEqualTo(401);
    }

    @Test
    @Tag("ADM-6")
    void theOwnerSeesAndRevokesTheTokensOfAllMembersAndOfNobodyElse() {
        var owner = house.firmOwner();
        var engineer = house.member(owner.organisation(), Role.FIRM_ENGINEER);
        make(engineer, Map.of("name", "集群提交作业", "permissions", Set.of("SUBMIT_JOB"), "expires_in_days", 7));
        var elsewhere = house.firmOwner();
        make(elsewhere, Map.of("name", "别家的令牌"));

        var browser = house.browser(owner);
        var page = browser.get("/member-tokens");
        assertThat(page.text())
                .contains("集群提交作业", engineer.actor().name(), "创建时间", "最近使用", "尚未使用")
                .doesNotContain("别家的令牌", engineer.token(), "atr_");
        assertThat(house.browser(owner).in("en").get("/member-tokens").text())
                .contains("API tokens of the members", "Made by", "Last used");
        assertThat(house.browser(engineer).get("/member-tokens").status()).isEqualTo(403);

        var id = house.api(engineer)
                .get("/api/v1/tokens")
                .body()
                .at("/items/0/id")
                .asString();
        var form = "form[action=/member-tokens/" + id + "/revocation]";
        var others = house.browser(elsewhere);
        var own = others.get("/member-tokens");
        assertThat(others.post(own, "form[action$=/revocation]", "/member-tokens/" + id + "/revocation", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(browser.submit(page, form, Map.of()).text()).contains("令牌已吊销");
        assertThat(database.fetchExists(API_TOKEN, API_TOKEN.ID.eq(id), API_TOKEN.REVOKED_AT.isNotNull()))
                .isTrue();
    }

    @Test
    void doesNotRevokeSomebodyElsesToken() {
        var owner = house.firmOwner();
        var id = house.api(owner).get("/api/v1/tokens").body().at("/items/0/id").asString();
        var stranger = house.firmOwner();

        assertThat(house.api(stranger)
                        .post("/api/v1/tokens/" + id + "/revocation", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(house.api(owner).get("/api/v1/tokens").status()).isEqualTo(200);
    }

    @Test
    void limitsFailedSignInsPerLoginAndAnswersAnUnknownLoginAlike() {
        var owner = house.resident(OrgKind.FIRM, Role.FIRM_OWNER);
        var wrong = signIn(owner.login(), "not the password");
        var unknown = signIn("nobody-" + owner.login(), "not the password");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.body().path("code")).isEqualTo(unknown.body().path("code"));

        for (int failure = 1; failure < SignIns.FAILURES_PER_LOGIN_MAX; failure++) {
            signIn(owner.login(), "not the password");
        }
        var limited = signIn(owner.login(), Resident.PASSWORD);
        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.body().path("code").asString()).isEqualTo("SIGN_IN_RATE_LIMITED");
    }

    private Api.Answer make(Resident resident, Map<String, ?> extra) {
        var body = new HashMap<String, Object>(
                Map.of("login", resident.login(), "password", Resident.PASSWORD, "name", "test"));
        body.putAll(extra);
        return house.stranger().post("/api/v1/tokens", body);
    }

    private Api.Answer signIn(String login, String password) {
        return house.stranger().post("/api/v1/tokens", Map.of("login", login, "password", password, "name", "test"));
    }
}
