// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Sign-in at a provider of OpenID Connect, there and back over HTTP. Atrium starts before the provider does.
@AtriumTest
class ProviderSignInTest {

    private static final String LINK = "form[action=/account/link]";

    @Autowired
    House house;

    private static @Nullable ConfigurableApplicationContext provider;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("atrium.sign-in.oidc.name-zh", () -> "随申办");
        properties.add("atrium.sign-in.oidc.name-en", () -> "City sign-in");
        properties.add("atrium.sign-in.oidc.issuer", () -> Provider.ROOT);
        properties.add("atrium.sign-in.oidc.authorization-uri", () -> Provider.ROOT + "/oauth2/authorize");
        properties.add("atrium.sign-in.oidc.token-uri", () -> Provider.ROOT + "/oauth2/token");
        properties.add("atrium.sign-in.oidc.jwk-set-uri", () -> Provider.ROOT + "/oauth2/jwks");
        properties.add("atrium.sign-in.oidc.client-id", () -> "atrium");
        properties.add("atrium.sign-in.oidc.client-secret", () -> "a secret of two");
    }

    @BeforeEach
    void startProvider() {
        if (provider == null) {
            provider = Provider.start(house.root());
        }
    }

    @AfterAll
    static void stopProvider() {
        if (provider != null) {
            provider.close();
        }
    }

    @Test
    void aPersonLinksTheirAccountAndSignsInThere() {
        var owner = house.firmOwner();
        var browser = house.browser(owner);
        var way = browser.submit(browser.get("/account"), LINK, Map.of());
        assertThat(way.text()).contains("前往随申办");

        var linked = passThrough(browser, way, "lin");
        assertThat(linked.path()).isEqualTo("/account");
        assertThat(linked.text()).contains("已与随申办关联");

        var elsewhere = house.visitor();
        assertThat(elsewhere.in("en").get("/sign-in").text()).contains("Sign in with City sign-in");
        var home = passThrough(elsewhere, elsewhere.get("/sign-in"), "lin");
        assertThat(home.path()).isEqualTo("/");
        assertThat(elsewhere.in("zh-CN").get("/").text()).contains(owner.actor().organisationName());
        assertThat(elsewhere.get("/account").document().select("main tbody tr")).hasSize(2);

        refusesASubjectThatIsSomebodyElses();
    }

    private void refusesASubjectThatIsSomebodyElses() {
        var other = house.firmOwner();
        var browser = house.browser(other);
        var taken = passThrough(browser, browser.submit(browser.get("/account"), LINK, Map.of()), "lin");
        assertThat(taken.text()).contains("未能关联", other.actor().name());
        assertThat(taken.document().select(LINK)).isNotEmpty();
    }

    @Test
    void aSubjectThatNobodyLinkedGetsNowhere() {
        var browser = house.visitor();
        var refused = passThrough(browser, browser.get("/sign-in"), "stranger");
        assertThat(refused.path()).isEqualTo("/sign-in");
        assertThat(refused.text()).contains("尚未关联");
        assertThat(browser.get("/account").path()).isEqualTo("/sign-in");
    }

    @Test
    void linkingNeedsTheFormOfTheAccountPage() {
        var owner = house.firmOwner();
        var browser = house.browser(owner);
        var refused = passThrough(browser, browser.get("/sign-in"), "zhou");
        assertThat(refused.text()).contains("尚未关联");
        assertThat(house.browser(owner).get("/account").document().select(LINK)).isNotEmpty();
    }

    @Test
    void anAnswerThatWasNotAskedForIsRefused() {
        var forged = house.visitor().get("/sign-in/from/provider?code=forged&state=forged");
        assertThat(forged.path()).isEqualTo("/sign-in");
        assertThat(forged.text()).contains("外部登录未完成");
    }

    @Test
    void asksWithProofKeyAndNonce() {
        var asked = house.visitor().follow("/sign-in/at/provider");
        assertThat(asked).contains("code_challenge_method=S256", "code_challenge=", "nonce=", "state=");
    }

    private static Browser.Page passThrough(Browser browser, Browser.Page page, String login) {
        var door = browser.get(
                page.document().expectFirst("main a[href*=/sign-in/at/]").attr("href"));
        assertThat(door.document().baseUri()).startsWith(Provider.ROOT);
        return browser.submit(door, "form", Map.of("username", login, "password", Provider.PASSWORD));
    }
}
