// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
@Tag("FRM-2")
class SwitchTest {

    private static final String SWITCH = "form[action=/current-organisation]";

    @Autowired
    House house;

    @Autowired
    Organisations organisations;

    @Autowired
    Tokens tokens;

    @Test
    void actsForTheOtherOrganisationAndSeesNothingOfTheFirst() {
        var here = house.firmOwner();
        var there = seatElsewhere(here);
        var browser = house.browser(here);
        browser.submit(browser.get("/tokens"), "form[action=/tokens]", Map.of("name", "of the first"));
        assertThat(place(browser)).contains(here.actor().organisationName());

        var moved = browser.submit(
                browser.get("/"),
                SWITCH,
                Map.of("organisation", there.organisation().value()));

        assertThat(moved.path()).isEqualTo("/");
        assertThat(place(browser)).contains(there.actor().organisationName());
        var own = browser.submit(browser.get("/tokens"), "form[action=/tokens]", Map.of("name", "of the second"));
        assertThat(own.text()).contains("of the second").doesNotContain("of the first");
        var revocation = "/tokens/" + tokenOf(here) + "/revocation";
        own.document().expectFirst("form[action*=revocation]").attr("action", revocation);
        assertThat(browser.submit(own, "form[action*=revocation]", Map.of()).status())
                .isEqualTo(404);
    }

    private String tokenOf(Resident owner) {
        return tokens.list(owner.actor()).getFirst().id();
    }

    @Test
    void refusesAFormThatWasMadeForTheOrganisationBefore() {
        var here = house.firmOwner();
        var there = seatElsewhere(here);
        var browser = house.browser(here);
        var old = browser.get("/tokens");
        browser.submit(
                browser.get("/"),
                SWITCH,
                Map.of("organisation", there.organisation().value()));

        var refused = browser.submit(old, "form[action=/tokens]", Map.of("name", "for the wrong organisation"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(browser.get("/tokens").text()).doesNotContain("for the wrong organisation");
    }

    @Test
    void answersForAForeignOrganisationAsForAnAbsentOne() {
        var here = house.firmOwner();
        seatElsewhere(here);
        var foreign = house.firmOwner();
        var browser = house.browser(here);
        var home = browser.get("/");

        var forbidden = browser.submit(
                home, SWITCH, Map.of("organisation", foreign.organisation().value()));
        var absent = browser.submit(home, SWITCH, Map.of("organisation", "org_absent"));

        assertThat(forbidden.status()).isEqualTo(404);
        assertThat(absent.status()).isEqualTo(404);
        assertThat(place(browser)).contains(here.actor().organisationName());
    }

    @Test
    void offersNoSwitchToAPersonWithOneSeat() {
        assertThat(house.browser(house.firmOwner()).get("/").document().select(SWITCH))
                .isEmpty();
    }

    private Resident seatElsewhere(Resident person) {
        var there = house.resident(OrgKind.FIRM, Role.FIRM_OWNER);
        organisations.addMember(new AddMember(
                there.organisation(), person.login(), "", Resident.PASSWORD, Set.of(Role.FIRM_ENGINEER), false));
        return there;
    }

    private static String place(Browser browser) {
        return browser.get("/").document().expectFirst(".atrium-header__place").text();
    }
}
