// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
class AccountTest {

    private static final String END_ONE = "form[action^=/account/sessions/ses]";
    private static final String END_OTHERS = "form[action=/account/sessions/ending]";
    private static final String PASSWORD = "form[action=/account/password]";
    private static final String NEXT = "another long password";

    @Autowired
    House house;

    @Test
    void listsOnesOwnSessionsAndEndsOneOfThem() {
        var owner = house.firmOwner();
        var here = house.browser(owner);
        var there = house.browser(owner);

        var account = here.get("/account");
        assertThat(account.document().select("main tbody tr")).hasSize(2);
        assertThat(account.text()).contains("本机", "其他设备", "127.0.0.1");
        assertThat(here.submit(account, END_ONE, Map.of()).text()).contains("已结束 1 处登录");

        assertThat(there.get("/account").path()).isEqualTo("/sign-in");
        assertThat(here.get("/account").status()).isEqualTo(200);
    }

    @Test
    void endsAllOthersAtOnce() {
        var owner = house.firmOwner();
        var here = house.browser(owner);
        var second = house.browser(owner);
        var third = house.browser(owner);

        here.submit(here.get("/account"), END_OTHERS, Map.of());

        assertThat(second.get("/account").path()).isEqualTo("/sign-in");
        assertThat(third.get("/account").path()).isEqualTo("/sign-in");
        assertThat(here.get("/account").document().select(END_OTHERS)).isEmpty();
    }

    @Test
    void aSessionOfSomebodyElseIsAbsent() {
        var owner = house.firmOwner();
        var stranger = house.firmOwner();
        var mine = house.browser(owner);
        house.browser(owner);
        var foreign = house.browser(stranger);
        house.browser(stranger);
        var target = foreign.get("/account").document().expectFirst(END_ONE).attr("action");
        var page = mine.get("/account");
        page.document().expectFirst(END_ONE).attr("action", target);

        assertThat(mine.submit(page, END_ONE, Map.of()).status()).isEqualTo(404);
        assertThat(foreign.get("/account").document().select("main tbody tr")).hasSize(2);
    }

    @Test
    void anotherPasswordEndsTheOtherSessions() {
        var owner = house.firmOwner();
        var here = house.browser(owner);
        var there = house.browser(owner);
        var wrong = here.submit(
                here.get("/account"), PASSWORD, Map.of("current_password", "not the password", "password", NEXT));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("密码不正确");

        var changed = here.submit(
                here.get("/account"), PASSWORD, Map.of("current_password", Resident.PASSWORD, "password", NEXT));

        assertThat(changed.text()).contains("密码已修改");
        assertThat(there.get("/account").path()).isEqualTo("/sign-in");
        assertThat(house.visitor().signIn(owner.login(), Resident.PASSWORD).status())
                .isEqualTo(422);
        assertThat(house.visitor().signIn(owner.login(), NEXT).path()).isEqualTo("/");
    }

    @Test
    void signingInGivesTheSessionANewId() {
        var owner = house.firmOwner();
        var browser = house.visitor();
        browser.get("/sign-in");
        var planted = browser.cookie("atrium_session");

        browser.signIn(owner.login(), Resident.PASSWORD);

        assertThat(planted).isNotEmpty();
        assertThat(browser.cookie("atrium_session")).isNotEqualTo(planted);
    }

    @Test
    void takesNoFormWithoutItsToken() {
        var browser = house.browser(house.firmOwner());
        var page = browser.get("/account");
        page.document()
                .select(END_OTHERS + ", " + PASSWORD)
                .forEach(form -> form.select("[name=_csrf]").remove());
        assertThat(browser.submit(page, PASSWORD, Map.of("password", NEXT)).status())
                .isEqualTo(403);
    }

    @Test
    @Tag("A11-17")
    void signInAllowsPastingAndPasswordManagersAndHasNoPuzzle() {
        var form = house.visitor().get("/sign-in").document().expectFirst("form:has([type=password])");
        assertThat(form.select("[name=login]").attr("autocomplete")).isEqualTo("username");
        assertThat(form.select("[name=password]").attr("autocomplete")).isEqualTo("current-password");
        assertThat(form.select("[onpaste], img, canvas, audio")).isEmpty();
        assertThat(form.select("input:not([type=hidden])")).hasSize(2);
    }
}
