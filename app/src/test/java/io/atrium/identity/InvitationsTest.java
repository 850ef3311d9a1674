// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.INVITATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
@Tag("CO-8")
class InvitationsTest {

    private static final String INVITE = "form[action$=/invitations]";
    private static final String ACCOUNT = "form[action$=/account]";
    private static final String ACCEPT = "form[action$=/acceptance]";

    @Autowired
    House house;

    @Autowired
    DSLContext database;

    @Test
    void somebodyNewChoosesAPasswordAndLandsInTheOrganisation() {
        var owner = house.firmOwner();
        var link = invite(owner, "FIRM_ENGINEER");
        var guest = house.visitor();
        var login = login();
        assertThat(guest.get(link).text()).contains(owner.actor().organisationName(), "企业工程师");

        var landed = guest.submit(
                guest.get(link), ACCOUNT, Map.of("name", "新人", "login", login, "password", "a fine long password"));

        assertThat(landed.path()).isEqualTo("/");
        assertThat(landed.text()).contains("已加入", owner.actor().organisationName());
        assertThat(house.browser(owner).get("/members").text()).contains(login);
        assertThat(house.visitor().signIn(login, "a fine long password").path()).isEqualTo("/");
    }

    @Test
    void aPersonWithAnAccountJoinsAsTheyAre() {
        var owner = house.firmOwner();
        var link = invite(owner, "FIRM_FINANCE");
        var other = house.firmOwner();
        var guest = house.visitor();
        var signIn = guest.get("/sign-in?continue=" + link);

        var back = guest.submit(
                signIn, "form[action*=sign-in]", Map.of("login", other.login(), "password", Resident.PASSWORD));
        assertThat(back.path()).isEqualTo(link);
        var landed = guest.submit(back, ACCEPT, Map.of());

        assertThat(landed.document().expectFirst(".atrium-header__place").text())
                .contains(owner.actor().organisationName());
        assertThat(landed.document().select("form[action=/current-organisation]"))
                .isNotEmpty();
    }

    @Test
    void aLinkWorksOnceAndNotWhenTakenBackOrExpired() {
        var owner = house.firmOwner();
        var used = invite(owner, "FIRM_ENGINEER");
        join(used);
        var expired = invite(owner, "FIRM_ENGINEER");
        database.update(INVITATION)
                .set(INVITATION.EXPIRES_AT, OffsetDateTime.parse("2020-01-01T00:00:00Z"))
                .where(INVITATION.ORGANISATION_ID.eq(owner.organisation().value()), INVITATION.ACCEPTED_AT.isNull())
                .execute();
        var revoked = invite(owner, "FIRM_ENGINEER");
        var browser = house.browser(owner);
        browser.submit(browser.get(invitations(owner)), "form[action$=/revocation]", Map.of());

        for (var link : List.of(used, expired, revoked, "/join/inv_invented")) {
            var answer = house.visitor().get(link);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text()).contains("链接无效");
        }
    }

    @Test
    void keepsOnlyTheHashOfALink() {
        var owner = house.firmOwner();
        var secret = invite(owner, "FIRM_ENGINEER").substring("/join/".length());
        assertThat(database.fetchExists(INVITATION, INVITATION.SECRET_HASH.contains(secret)))
                .isFalse();
        assertThat(house.browser(owner).get(invitations(owner)).text()).doesNotContain(secret);
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() {
        var owner = house.firmOwner();
        var browser = house.browser(owner);
        var roleless = browser.submit(browser.get(invitations(owner)), INVITE, Map.of("name", "张三"));
        assertThat(roleless.status()).isEqualTo(422);
        assertThat(roleless.document().expectFirst("[name=name]").val()).isEqualTo("张三");

        var guest = house.visitor();
        var page = guest.get(invite(owner, "FIRM_ENGINEER"));
        var taken = guest.submit(
                page, ACCOUNT, Map.of("name", "李四", "login", owner.login(), "password", "a fine long password"));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.text()).contains("登录名已被使用");
        assertThat(guest.submit(page, ACCOUNT, Map.of("name", "李四", "login", login(), "password", "short"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void invitationsOfAnotherFirmAreAbsent() {
        var owner = house.firmOwner();
        var foreign = house.firmOwner();
        invite(foreign, "FIRM_ENGINEER");
        invite(owner, "FIRM_ENGINEER");
        var id = database.select(INVITATION.ID)
                .from(INVITATION)
                .where(INVITATION.ORGANISATION_ID.eq(foreign.organisation().value()))
                .fetchSingle(INVITATION.ID);
        var browser = house.browser(owner);
        assertThat(browser.get(invitations(foreign)).status()).isEqualTo(404);

        var page = browser.get(invitations(owner));
        page.document()
                .expectFirst("form[action$=/revocation]")
                .attr("action", invitations(owner) + "/" + id + "/revocation");
        assertThat(browser.submit(page, "form[action$=/revocation]", Map.of()).status())
                .isEqualTo(404);
    }

    private void join(String link) {
        var guest = house.visitor();
        guest.submit(
                guest.get(link), ACCOUNT, Map.of("name", "新人", "login", login(), "password", "a fine long password"));
    }

    /// The path of a fresh link.
    private String invite(Resident owner, String role) {
        Browser browser = house.browser(owner);
        var made = browser.submit(browser.get(invitations(owner)), INVITE, Map.of("name", "新人", "roles", role));
        return URI.create(made.document().expectFirst(".atrium-secret").text()).getPath();
    }

    private static String invitations(Resident owner) {
        return "/organisations/" + owner.organisation() + "/invitations";
    }

    private static String login() {
        return "guest-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
