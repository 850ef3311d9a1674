// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
class SignInTest {

    private static final String FORM = "form:has([type=password])";

    @Autowired
    House house;

    @Test
    void leadsOnToThePageThatWasAskedFor() {
        var owner = house.firmOwner();
        var browser = house.visitor();
        var asked = browser.get("/tokens");
        assertThat(asked.path()).isEqualTo("/sign-in");
        var answers = Map.of("login", owner.login(), "password", Resident.PASSWORD);
        assertThat(browser.submit(asked, FORM, answers).path()).isEqualTo("/tokens");
    }

    @Test
    void remembersWhereToGoOnAfterAWrongPassword() {
        var owner = house.firmOwner();
        var browser = house.visitor();
        var wrong = browser.submit(
                browser.get("/sign-in?continue=/account"),
                FORM,
                Map.of("login", owner.login(), "password", "not the password"));
        assertThat(wrong.status()).isEqualTo(422);
        var answers = Map.of("login", owner.login(), "password", Resident.PASSWORD);
        assertThat(browser.submit(wrong, FORM, answers).path()).isEqualTo("/account");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"})
    void leadsNowhereElse(String evil) {
        var owner = house.firmOwner();
        var browser = house.visitor();
        var page = browser.get("/sign-in?continue=" + URLEncoder.encode(evil, StandardCharsets.UTF_8));
        assertThat(page.document().select("main input[name=continue][value*=evil]"))
                .isEmpty();
        var answers = Map.of("login", owner.login(), "password", Resident.PASSWORD, "continue", evil);
        assertThat(browser.submit(page, FORM, answers).path()).isEqualTo("/");
    }
}
