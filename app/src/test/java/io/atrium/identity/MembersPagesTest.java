// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
@Tag("CO-8")
class MembersPagesTest {

    private static final String ROLES = "form[action$=/roles]";
    private static final String END = "form[action$=/ending]";

    @Autowired
    House house;

    @Test
    void showsWhoIsInTheFirmWithRolesInWordsInBothLanguages() {
        var owner = house.firmOwner();
        house.member(owner.organisation(), Role.FIRM_ENGINEER);
        var browser = house.browser(owner);

        assertThat(browser.get("/members").text()).contains("企业负责人", "企业工程师", owner.login(), "在册", "尚未登录");
        assertThat(browser.in("en").get("/members").text())
                .contains("Firm owner", "Firm engineer", "Member", "Not yet");
        assertThat(browser.get(member(owner, owner)).text()).contains("Submits and stops jobs, sees jobs");
    }

    @Test
    void changesRolesAndEndsAMembershipWithoutDeletingThePerson() {
        var owner = house.firmOwner();
        var other = house.member(owner.organisation(), Role.FIRM_ENGINEER);
        var browser = house.browser(owner);

        var changed = browser.submit(browser.get(member(owner, other)), ROLES, Map.of("roles", "FIRM_FINANCE"));
        assertThat(changed.text()).contains("角色已调整");
        var members = house.api(owner).get("/api/v1/organisations/" + owner.organisation() + "/members");
        assertThat(members.text()).contains("FIRM_FINANCE");

        var ended = browser.submit(browser.get(member(owner, other)), END, Map.of());
        assertThat(ended.text()).contains("成员资格已终止", other.login(), "已终止");
        assertThat(house.api(other).get("/api/v1/tokens").status()).isEqualTo(401);
        assertThat(house.visitor().signIn(other.login(), Resident.PASSWORD).path())
                .isEqualTo("/sign-in");
    }

    @Test
    @Tag("ERR-3")
    void whoComesSecondSeesBothVersionsAndSendsTheirsOnTopOrLeavesIt() {
        var owner = house.firmOwner();
        var other = house.member(owner.organisation(), Role.FIRM_ENGINEER);
        var second = house.member(owner.organisation(), Role.FIRM_OWNER);
        var late = house.browser(owner).get(member(owner, other));
        var fast = house.browser(second);
        fast.submit(fast.get(member(owner, other)), ROLES, Map.of("roles", "FIRM_FINANCE"));

        var browser = house.browser(owner);
        var stale = browser.get(member(owner, other));
        stale.document()
                .expectFirst(ROLES + " input[name=seen]")
                .val(late.document().expectFirst("input[name=seen]").val());
        var both = browser.submit(stale, ROLES, Map.of("roles", "FIRM_OWNER"));

        assertThat(both.status()).isEqualTo(409);
        assertThat(both.document().title()).startsWith("有误");
        assertThat(both.document().select(".atrium-conflict td").eachText()).containsExactly("企业财务", "企业负责人");
        assertThat(both.text()).contains(second.actor().name(), "先一步做了修改", "采用现在保存的版本");
        assertThat(both.document().select("input[value=FIRM_OWNER]").hasAttr("checked"))
                .as("what was typed is kept")
                .isTrue();
        assertThat(browser.get(member(owner, other))
                        .document()
                        .select("input[value=FIRM_FINANCE]")
                        .hasAttr("checked"))
                .as("nothing was written")
                .isTrue();
        var sent = browser.submit(both, ROLES, Map.of("roles", "FIRM_OWNER"));
        assertThat(sent.text()).contains("角色已调整");
    }

    @Test
    void nobodyRemovesTheLastOwner() {
        var owner = house.firmOwner();
        var browser = house.browser(owner);

        var downgraded = browser.submit(browser.get(member(owner, owner)), ROLES, Map.of("roles", "FIRM_FINANCE"));
        var ended = browser.submit(browser.get(member(owner, owner)), END, Map.of());

        assertThat(List.of(downgraded.status(), ended.status())).containsOnly(422);
        assertThat(ended.text()).contains("不能没有负责人");
        assertThat(browser.get("/members").status()).isEqualTo(200);
    }

    @Test
    void anOperatorLooksAfterAnyFirmButMakesNoAdministrator() {
        var firm = house.firmOwner();
        var operator = house.operator();
        var browser = house.browser(operator);
        assertThat(browser.get(members(firm)).text()).contains(firm.login());

        var refused = browser.submit(browser.get(member(operator, operator)), ROLES, Map.of("roles", "ADMINISTRATOR"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("只有系统管理员");
    }

    @Test
    void theMembersOfAnotherFirmAreAsAbsentAsThoseOfNone() {
        var owner = house.firmOwner();
        var foreign = house.firmOwner();
        var browser = house.browser(owner);
        var absent = members(owner).replace(owner.organisation().value(), "org_absent");

        for (var path : List.of("", "/export?format=csv", "/" + foreign.actor().person())) {
            assertThat(browser.get(members(foreign) + path).status()).isEqualTo(404);
            assertThat(browser.get(absent + path).status()).isEqualTo(404);
        }
        assertThat(browser.get(member(owner, foreign)).status()).isEqualTo(404);
        assertThat(forged(browser, owner, member(foreign, foreign) + "/ending")).isEqualTo(404);
        assertThat(forged(browser, owner, member(owner, foreign) + "/ending")).isEqualTo(404);
        assertThat(house.browser(foreign).get("/members").text()).contains("在册");
    }

    @Test
    void whoMayNotManagePeopleIsRefused() {
        var engineer = house.resident(OrgKind.FIRM, Role.FIRM_ENGINEER);
        assertThat(house.browser(engineer).get("/members").status()).isEqualTo(403);
    }

    @Test
    void aRoleThatEndedBeginsAnew() {
        var owner = house.firmOwner();
        var other = house.member(owner.organisation(), Role.FIRM_ENGINEER, Role.FIRM_FINANCE);
        var browser = house.browser(owner);
        browser.submit(browser.get(member(owner, other)), ROLES, Map.of("roles", "FIRM_FINANCE"));

        browser.submit(browser.get(member(owner, other)), ROLES, Map.of("roles", "FIRM_ENGINEER"));

        assertThat(house.api(other).get("/api/v1/tokens").status()).isEqualTo(200);
    }

    private static int forged(Browser browser, Resident own, String target) {
        var page = browser.get(member(own, own));
        page.document().expectFirst(END).attr("action", target);
        return browser.submit(page, "form[action=" + target + "]", Map.of()).status();
    }

    private static String members(Resident resident) {
        return "/organisations/" + resident.organisation() + "/members";
    }

    private static String member(Resident there, Resident who) {
        return members(there) + "/" + who.actor().person();
    }
}
