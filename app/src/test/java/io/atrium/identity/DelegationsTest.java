// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.AUDIT_ENTRY;
import static io.atrium.jooq.Tables.DELEGATION;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@AtriumTest
@Tag("CO-8")
class DelegationsTest {

    private static final String DELEGATE = "form[action=/delegations]";
    private static final String SWITCH = "form[action=/current-organisation]";

    @Autowired
    House house;

    @Autowired
    Actors actors;

    @Autowired
    Audit audit;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    DSLContext database;

    @Test
    @Tag("FRM-5")
    void theDelegateActsForTheFirmUnderABarThatNamesBoth() {
        var owner = house.firmOwner();
        var steward = house.resident(OrgKind.COMMUNITY, Role.STEWARD);
        assertThat(delegate(owner, steward, "READ_VOUCHER").text()).contains("已委托");
        var browser = house.browser(steward);

        await().atMost(20, SECONDS)
                .until(() -> browser.get("/inbox").text().contains(owner.actor().name() + " 委托您代"));
        var acting = browser.submit(
                browser.get("/"),
                SWITCH,
                Map.of("organisation", owner.organisation().value()));

        var bar = acting.document().expectFirst(".atrium-acting");
        assertThat(bar.text()).contains("受", owner.actor().name(), owner.actor().organisationName(), "委托至");
        assertThat(browser.get("/vouchers").status()).isEqualTo(200);
        assertThat(browser.get("/members").status()).isEqualTo(403);
        assertThat(browser.get("/delegations").status()).isEqualTo(403);
        var home = browser.submit(browser.get("/"), ".atrium-acting form", Map.of());
        assertThat(home.document().select(".atrium-acting")).isEmpty();
    }

    @Test
    void whatTheDelegateDoesIsAuditedUnderBothNames() {
        var owner = house.firmOwner();
        var steward = house.resident(OrgKind.COMMUNITY, Role.STEWARD);
        delegate(owner, steward, "READ_VOUCHER");
        var acting = actors.seats(steward.actor().person())
                .actor(owner.organisation())
                .orElseThrow();
        assertThat(acting.limits()).containsExactly(Permission.READ_VOUCHER);

        transactions.executeWithoutResult(_ -> audit.record(acting, "test.done", "sub_" + owner.login(), Map.of()));

        var entry = database.fetchSingle(AUDIT_ENTRY, AUDIT_ENTRY.SUBJECT.eq("sub_" + owner.login()));
        assertThat(entry.getPersonId()).isEqualTo(steward.actor().person().value());
        assertThat(entry.getOrganisationId()).isEqualTo(owner.organisation().value());
        assertThat(entry.getDetail().data()).contains(owner.actor().person().value(), "acting_for");
    }

    @Test
    void aDelegationEndsWithItsLastDayByHandAndWithTheOwnersRole() {
        var owner = house.firmOwner();
        var steward = house.resident(OrgKind.COMMUNITY, Role.STEWARD);
        delegate(owner, steward, "READ_VOUCHER");
        assertThat(isSeated(steward, owner)).isTrue();
        database.update(DELEGATION)
                .set(DELEGATION.SINCE, OffsetDateTime.parse("2020-01-01T00:00:00Z"))
                .set(DELEGATION.UNTIL, OffsetDateTime.parse("2020-02-01T00:00:00Z"))
                .where(DELEGATION.ORGANISATION_ID.eq(owner.organisation().value()))
                .execute();
        assertThat(isSeated(steward, owner)).isFalse();

        delegate(owner, steward, "READ_VOUCHER");
        assertThat(isSeated(steward, owner)).isTrue();
        var browser = house.browser(owner);
        assertThat(browser.submit(browser.get("/delegations"), "form[action$=/ending]", Map.of())
                        .text())
                .contains("委托已终止");
        assertThat(isSeated(steward, owner)).isFalse();
    }

    @Test
    void whoActsUnderADelegationThatEndsIsSignedOutAndDoesNothingForAnotherOrganisation() {
        var owner = house.firmOwner();
        var steward = house.resident(OrgKind.COMMUNITY, Role.STEWARD);
        delegate(owner, steward, "READ_VOUCHER");
        var browser = house.browser(steward);
        browser.submit(
                browser.get("/"),
                SWITCH,
                Map.of("organisation", owner.organisation().value()));
        var owners = house.browser(owner);
        owners.submit(owners.get("/delegations"), "form[action$=/ending]", Map.of());

        assertThat(browser.get("/vouchers").path()).isEqualTo("/sign-in");
    }

    @Test
    void refusesForeignPermissionsUnknownPeopleAndOneself() {
        var owner = house.firmOwner();
        var other = house.firmOwner();
        assertThat(delegate(owner, other, "READ_AUDIT").status()).isEqualTo(422);
        assertThat(delegate(owner, other, "MANAGE_PEOPLE").status()).isEqualTo(422);
        assertThat(delegate(owner, owner, "READ_VOUCHER").status()).isEqualTo(422);
        var browser = house.browser(owner);
        var empty = browser.submit(browser.get("/delegations"), DELEGATE, Map.of("login", other.login()));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.document().expectFirst("[name=login]").val()).isEqualTo(other.login());
        var late = browser.submit(
                browser.get("/delegations"),
                DELEGATE,
                Map.of("login", other.login(), "permissions", "READ_VOUCHER", "last_day", "2099-01-01"));
        assertThat(late.status()).isEqualTo(422);
    }

    @Test
    void delegationsOfAnotherFirmAreAbsent() {
        var owner = house.firmOwner();
        var foreign = house.firmOwner();
        delegate(foreign, owner, "READ_VOUCHER");
        delegate(owner, foreign, "READ_VOUCHER");
        var id = database.select(DELEGATION.ID)
                .from(DELEGATION)
                .where(DELEGATION.ORGANISATION_ID.eq(foreign.organisation().value()))
                .fetchSingle(DELEGATION.ID);
        var browser = house.browser(owner);
        var page = browser.get("/delegations");
        assertThat(page.document().select("form[action$=/ending]")).hasSize(1);
        page.document().expectFirst("form[action$=/ending]").attr("action", "/delegations/" + id + "/ending");
        assertThat(browser.submit(page, "form[action$=/ending]", Map.of()).status())
                .isEqualTo(404);
        assertThat(isSeated(owner, foreign)).isTrue();
    }

    private boolean isSeated(Resident who, Resident where) {
        return actors.seats(who.actor().person()).actor(where.organisation()).isPresent();
    }

    private Browser.Page delegate(Resident from, Resident to, String permission) {
        var browser = house.browser(from);
        return browser.submit(
                browser.get("/delegations"), DELEGATE, Map.of("login", to.login(), "permissions", permission));
    }
}
