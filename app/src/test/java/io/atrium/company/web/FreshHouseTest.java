// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.identity.Actors;
import io.atrium.identity.FirstAdministrator;
import io.atrium.identity.Invitations;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Role;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.web.ListQuery;
import io.atrium.web.PageView;
import io.atrium.web.component.Empty;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Messages;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A house on its first day, in a transaction that leaves no trace: an empty table of firms stands before the one that
/// other tests have filled.
@AtriumTest
@Tag("EMP-3")
class FreshHouseTest {

    @Autowired
    private House house;

    @Autowired
    private FirstAdministrator first;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Actors actors;

    @Autowired
    private CompanyDesk desk;

    @Autowired
    private CompanyPages pages;

    @Autowired
    private Messages messages;

    @Autowired
    private DSLContext database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void itsFirstAdministratorComesInByALinkThatEndsTheEarlierOneAndWorksOnce() {
        inFreshHouse(() -> {
            var earlier = first.invite().orElseThrow();
            var invited = first.invite().orElseThrow();
            assertThat(invitations.open(earlier.secret())).isEmpty();
            assertThat(invitations.open(invited.secret()).orElseThrow().invitedBy())
                    .isEqualTo("Atrium");

            assertThat(join(invited).roles()).containsExactly(Role.ADMINISTRATOR);
            assertThat(invitations.open(invited.secret())).isEmpty();
            assertThat(first.invite()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(Lang.class)
    void offersTheImportAndNamesTheDemoOnHomeAndInTheListOfFirms(Lang lang) {
        var t = messages.in(lang);
        var operator = house.operator().actor();
        inFreshHouse(() -> {
            for (var actor : new Actor[] {operator, join(first.invite().orElseThrow())}) {
                var item = desk.items(actor, t).getFirst();
                assertThat(item.href()).isEqualTo("/registry-imports");
                assertThat(item.text()).contains("./atrium demo");

                var empty = empty(pages.list(actor, t, new ListQuery("/companies", new TreeMap<>(), "", 1, 20)));
                assertThat(empty.href()).isEqualTo("/registry-imports");
                assertThat(t.of(empty.key())).contains("./atrium demo");
            }
        });
    }

    private static Empty empty(PageView view) {
        return ((CompanyListPage) Objects.requireNonNull(view.getModel().get(PageView.PAGE)))
                .table()
                .empty();
    }

    private Actor join(Invitations.Outcome.Invited invited) {
        var login = "first-" + UUID.randomUUID().toString().substring(0, 8);
        var account = new Invitations.Account(login, "首位管理员", "a fine long password");
        var joined = (Invitations.Acceptance.Joined) invitations.accept(invited.secret(), account);
        return actors.find(joined.person(), joined.organisation()).orElseThrow();
    }

    private void inFreshHouse(Runnable visit) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            database.execute("create temporary table company (like public.company including all) on commit drop");
            database.execute("delete from membership where role = 'ADMINISTRATOR'");
            visit.run();
        });
    }
}
