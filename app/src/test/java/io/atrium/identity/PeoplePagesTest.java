// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
@Tag("ADM-1")
class PeoplePagesTest {

    private static final String DISABLE = "form[action$=/disabling]";
    private static final String ENABLE = "form[action$=/enabling]";

    @Autowired
    House house;

    @Test
    void findsPeopleByNameRoleAndStateWithTheirLastSignIn() {
        var firm = house.firmOwner();
        house.browser(firm);
        var browser = house.browser(house.operator());

        var found = browser.get("/admin/people?text=" + firm.login());
        assertThat(found.document().select("main tbody tr")).hasSize(1);
        assertThat(found.text())
                .contains("企业负责人", firm.actor().organisationName())
                .doesNotContain("尚未登录");
        assertThat(browser.get("/admin/people?role=AUDITOR&text=" + firm.login())
                        .text())
                .doesNotContain(firm.actor().organisationName());
        assertThat(browser.in("en")
                        .get("/admin/people?state=enabled&text=" + firm.login())
                        .text())
                .contains("Firm owner", "Enabled");
        assertThat(browser.get("/admin/people/export?format=csv&text=" + firm.login())
                        .text())
                .contains(firm.login());
    }

    @Test
    void disablesAnAccountAtOnceAndEnablesItAgainWithoutDeletingAnything() {
        var firm = house.firmOwner();
        var open = house.browser(firm);
        var browser = house.browser(house.operator());

        var disabled = browser.submit(browser.get(person(firm)), DISABLE, Map.of());
        assertThat(disabled.text()).contains("账号已停用");
        assertThat(open.get("/account").path()).isEqualTo("/sign-in");
        assertThat(house.api(firm).get("/api/v1/tokens").status()).isEqualTo(401);
        assertThat(house.visitor().signIn(firm.login(), Resident.PASSWORD).status())
                .isEqualTo(422);

        browser.submit(browser.get(person(firm)), ENABLE, Map.of());
        assertThat(house.visitor().signIn(firm.login(), Resident.PASSWORD).path())
                .isEqualTo("/");
    }

    @Test
    void nobodyDisablesThemselvesAndNoOperatorAnAdministrator() {
        var operator = house.operator();
        var administrator = house.resident(OrgKind.COMMUNITY, Role.ADMINISTRATOR);
        var browser = house.browser(operator);
        assertThat(browser.submit(browser.get(person(operator)), DISABLE, Map.of())
                        .text())
                .contains("不能对自己的账号");
        assertThat(browser.submit(browser.get(person(administrator)), DISABLE, Map.of())
                        .text())
                .contains("只有系统管理员");
    }

    @Test
    void registersAnOrganisationAndLeadsOnToItsFirstMember() {
        var browser = house.browser(house.operator());
        var form = browser.get("/admin/organisations/new");
        var name = "登记" + UUID.randomUUID();
        var answers = Map.of("kind", "BANK", "name_zh", name, "name_en", "Bank " + name);

        var wrong = browser.submit(form, "main form", Map.of("kind", "BANK", "name_zh", name));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.document().expectFirst("[name=name_zh]").val()).isEqualTo(name);
        var registered = browser.submit(form, "main form", answers);

        assertThat(registered.path()).endsWith("/invitations");
        assertThat(registered.text()).contains(name, "已登记");
    }

    @Test
    void isForThoseWhoLookAfterEverybody() {
        var owner = house.firmOwner();
        var browser = house.browser(owner);
        var other = house.firmOwner();
        for (var path : List.of(
                "/admin/people", "/admin/people/export?format=csv", person(other), "/admin/organisations/new")) {
            assertThat(browser.get(path).status()).isEqualTo(403);
        }
        assertThat(browser.get("/admin/people/per_absent").status()).isEqualTo(403);
        assertThat(house.browser(house.operator())
                        .get("/admin/people/per_absent")
                        .status())
                .isEqualTo(404);
    }

    private static String person(Resident resident) {
        return "/admin/people/" + resident.actor().person();
    }
}
