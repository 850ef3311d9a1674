// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.identity.security.StaleProof;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

@AtriumTest
class StepUpTest {

    private static final String TOKENS = "form[action=/tokens]";
    private static final String AGAIN = "form[action=/sign-in/again]";

    @Autowired
    House house;

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> sessions;

    @Test
    void asksAnewAndThenSendsTheFormAsItWasTyped() {
        var owner = house.firmOwner();
        var browser = house.browser(owner);
        var form = browser.get("/tokens");
        StaleProof.of(sessions, owner);

        var asked = browser.submit(form, TOKENS, Map.of("name", "留存标记"));
        assertThat(asked.path()).isEqualTo("/sign-in/again");
        assertThat(asked.text()).contains("填写的内容已保留");
        assertThat(tokens(browser)).doesNotContain("留存标记");

        var wrong = browser.submit(asked, AGAIN, Map.of("password", "not the password"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("密码不正确");
        assertThat(tokens(browser)).doesNotContain("留存标记");

        var sent = browser.submit(wrong, AGAIN, Map.of("password", Resident.PASSWORD));
        assertThat(sent.text()).contains("令牌已创建");
        assertThat(tokens(browser)).contains("留存标记");
        assertThat(browser.submit(browser.get("/tokens"), TOKENS, Map.of("name", "第二个"))
                        .path())
                .isEqualTo("/tokens");
    }

    @Test
    void sendsAFormOnceOnly() {
        var owner = house.firmOwner();
        var browser = house.browser(owner);
        var form = browser.get("/tokens");
        StaleProof.of(sessions, owner);
        var asked = browser.submit(form, TOKENS, Map.of("name", "只此一次"));
        browser.submit(asked, AGAIN, Map.of("password", Resident.PASSWORD));

        var again = browser.submit(asked, AGAIN, Map.of("password", Resident.PASSWORD));

        assertThat(again.text()).contains("身份已确认");
        assertThat(browser.get("/tokens").document().select("th:contains(只此一次)"))
                .hasSize(1);
    }

    @Test
    void letsAFreshSignInAndTheApiPass() {
        var owner = house.firmOwner();
        var browser = house.browser(owner);
        assertThat(browser.submit(browser.get("/tokens"), TOKENS, Map.of("name", "新"))
                        .path())
                .isEqualTo("/tokens");
        assertThat(house.api(owner).get("/api/v1/tokens").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"})
    void leadsNowhereElse(String evil) {
        var owner = house.firmOwner();
        var browser = house.browser(owner);
        var asked = browser.get("/sign-in/again?continue=" + URLEncoder.encode(evil, StandardCharsets.UTF_8));
        assertThat(asked.document().select("main a[href*=evil], main input[name=continue][value*=evil]"))
                .isEmpty();
        assertThat(browser.submit(asked, AGAIN, Map.of("continue", evil)).path())
                .isEqualTo("/");
    }

    @Test
    void isForPeopleWhoAreSignedIn() {
        assertThat(house.visitor().get("/sign-in/again").path()).isEqualTo("/sign-in");
    }

    private static String tokens(Browser browser) {
        return browser.get("/tokens").text();
    }
}
