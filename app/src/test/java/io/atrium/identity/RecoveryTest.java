// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.AUDIT_ENTRY;
import static io.atrium.jooq.Tables.RECOVERY;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
class RecoveryTest {

    private static final String ISSUE = "form[action$=/recovery]";
    private static final String RECOVER = "form[action^=/recovery/]";
    private static final String NEXT = "another long password";

    @Autowired
    House house;

    @Autowired
    Organisations organisations;

    @Autowired
    DSLContext database;

    @Test
    void anOwnerHandsAMemberALinkThatWorksOnceAndEndsAllSessions() {
        var owner = house.firmOwner();
        var member = house.member(owner.organisation(), Role.FIRM_ENGINEER);
        var open = house.browser(member);
        var link = link(issue(owner, member));

        var guest = house.visitor();
        var page = guest.get(link);
        assertThat(guest.submit(page, RECOVER, Map.of("password", "short")).status())
                .isEqualTo(422);
        var done = guest.submit(page, RECOVER, Map.of("password", NEXT));

        assertThat(done.path()).isEqualTo("/sign-in");
        assertThat(done.text()).contains("新密码已设置");
        assertThat(open.get("/account").path()).isEqualTo("/sign-in");
        assertThat(house.visitor().signIn(member.login(), NEXT).path()).isEqualTo("/");
        assertThat(guest.get(link).status()).isEqualTo(404);
        var person = member.actor().person().value();
        assertThat(database.selectFrom(AUDIT_ENTRY)
                        .where(AUDIT_ENTRY.SUBJECT.eq(person))
                        .fetch(AUDIT_ENTRY.ACTION))
                .contains("identity.recovery-issued", "identity.password-recovered");
        assertThat(database.fetchExists(RECOVERY, RECOVERY.SECRET_HASH.contains(link.substring(10))))
                .isFalse();
    }

    @Test
    void aLinkEndsAfterADayAndWithTheNextOne() {
        var owner = house.firmOwner();
        var member = house.member(owner.organisation(), Role.FIRM_ENGINEER);
        var first = link(issue(owner, member));
        var second = link(issue(owner, member));
        assertThat(house.visitor().get(first).status()).isEqualTo(404);
        assertThat(house.visitor().get(second).status()).isEqualTo(200);
        database.update(RECOVERY)
                .set(RECOVERY.EXPIRES_AT, OffsetDateTime.parse("2020-01-01T00:00:00Z"))
                .where(RECOVERY.PERSON_ID.eq(member.actor().person().value()))
                .execute();
        assertThat(house.visitor().get(second).text()).contains("链接无效");
    }

    @Test
    void anOwnerCannotEnterAnotherOrganisationThroughAMember() {
        var owner = house.firmOwner();
        var elsewhere = house.firmOwner();
        organisations.addMember(
                new AddMember(owner.organisation(), elsewhere.login(), "", NEXT, Set.of(Role.FIRM_ENGINEER), false));

        var refused = issue(owner, elsewhere);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("还在其他组织任职");
        var operator = house.operator();
        assertThat(issue(house.browser(operator), owner, elsewhere).status()).isEqualTo(200);
    }

    @Test
    void nobodyRecoversTheirOwnAndNoOperatorAnAdministratorsAccount() {
        var owner = house.firmOwner();
        assertThat(issue(owner, owner).status()).isEqualTo(422);
        var operator = house.operator();
        var administrator = house.resident(OrgKind.COMMUNITY, Role.ADMINISTRATOR);
        assertThat(issue(house.browser(operator), administrator, administrator).text())
                .contains("只有系统管理员");
    }

    @Test
    void theSignInPageSaysWhomToAskAndNeverWhetherALoginExists() {
        var owner = house.firmOwner();
        assertThat(house.visitor().get("/sign-in").text()).contains("忘记密码", "社区运营中心");
        var known = house.visitor().signIn(owner.login(), "not the password");
        var unknown = house.visitor().signIn("nobody-" + owner.login(), "not the password");
        assertThat(known.status()).isEqualTo(unknown.status());
        assertThat(known.document().expectFirst("main").text())
                .isEqualTo(unknown.document().expectFirst("main").text());
    }

    private Browser.Page issue(Resident owner, Resident member) {
        return issue(house.browser(owner), owner, member);
    }

    private static Browser.Page issue(Browser browser, Resident there, Resident member) {
        var page = browser.get("/organisations/" + there.organisation() + "/members/"
                + member.actor().person());
        return browser.submit(page, ISSUE, Map.of());
    }

    private static String link(Browser.Page issued) {
        return URI.create(issued.document().expectFirst(".atrium-secret").text())
                .getPath();
    }
}
