// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
class MembersApiTest {

    @Autowired
    House house;

    @Test
    void addsAMemberOnceForOneKey() {
        var owner = house.firmOwner();
        var path = "/api/v1/organisations/" + owner.organisation() + "/members";
        var body = member("FIRM_FINANCE");
        var key = "member-" + UUID.randomUUID();

        var added = house.api(owner).post(path, key, body);
        var again = house.api(owner).post(path, key, body);

        assertThat(added.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(added.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(house.api(owner).get(path).body().path("items").size()).isEqualTo(2);
    }

    @Test
    void refusesAnotherBodyUnderAUsedKey() {
        var owner = house.firmOwner();
        var path = "/api/v1/organisations/" + owner.organisation() + "/members";
        var key = "member-" + UUID.randomUUID();
        house.api(owner).post(path, key, member("FIRM_FINANCE"));

        var refused = house.api(owner).post(path, key, member("FIRM_ENGINEER"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("code").asString()).isEqualTo("REQUEST_KEY_REUSED");
    }

    @Test
    void keepsOwnersOutOfOtherFirmsAsIfTheseWereNotThere() {
        var owner = house.firmOwner();
        var other = house.firmOwner();
        var forbidden = house.api(owner).get("/api/v1/organisations/" + other.organisation() + "/members");
        var absent = house.api(owner).get("/api/v1/organisations/org_absent/members");

        assertThat(forbidden.status()).isEqualTo(404);
        assertThat(forbidden.body().path("code")).isEqualTo(absent.body().path("code"));
        assertThat(house.api(owner)
                        .post("/api/v1/organisations/" + other.organisation() + "/members", member("FIRM_OWNER"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void refusesARoleThatDoesNotFitTheOrganisation() {
        var owner = house.firmOwner();
        var refused =
                house.api(owner).post("/api/v1/organisations/" + owner.organisation() + "/members", member("AUDITOR"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("code").asString()).isEqualTo("ROLE_NOT_FOR_ORGANISATION");
    }

    @Test
    void asksForARequestKey() {
        var owner = house.firmOwner();
        var path = "/api/v1/organisations/" + owner.organisation() + "/members";
        var keyless = house.api(owner)
                .send(house.api(owner)
                        .request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(keyless.status()).isEqualTo(400);
        assertThat(keyless.body().path("code").asString()).isEqualTo("REQUEST_KEY_MISSING");
    }

    private static Map<String, ?> member(String role) {
        return Map.of(
                "login",
                "new-" + UUID.randomUUID().toString().substring(0, 8),
                "name",
                "新成员",
                "password",
                "a long enough password",
                "roles",
                List.of(role));
    }
}
