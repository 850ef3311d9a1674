// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.atrium.company.Companies;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.Ledger;
import io.atrium.policy.domain.GrantEvent;
import io.atrium.policy.domain.GrantState;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import io.atrium.voucher.VoucherId;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// From the list to the voucher. Time is moved by the business clock, each time just past the end of a state.
@AtriumTest
class GrantFlowTest {

    private static final PolicyId DEMO = new PolicyId("demo-compute-voucher");

    @Autowired
    GrantLists lists;

    @Autowired
    Grants grants;

    @Autowired
    Entitlements entitlements;

    @Autowired
    PolicyBudgets budgets;

    @Autowired
    Ledger ledger;

    @Autowired
    Companies companies;

    @Autowired
    BusinessClock clock;

    @Autowired
    House house;

    private Resident officer;
    private OrgId firm;
    private Resident owner;

    @BeforeEach
    void aFirmIsEntitled() {
        officer = house.officer();
        firm = new Firms(companies, house.operator().actor()).deliver(Firms.entitled());
        owner = house.member(firm, Role.FIRM_OWNER);
        await().atMost(20, SECONDS)
                .until(() -> !entitlements.history(new Scope.All(), firm, DEMO).isEmpty());
    }

    @Test
    void goesFromTheListToTheVoucher() {
        var grant = publicGrant();
        assertThat(grant.state()).isEqualTo(GrantState.PUBLICITY);

        passDueDate(grant);
        awaitState(grant, GrantState.FIRM_CONFIRM);

        var before = budgets.balances(DEMO).orElseThrow().available();
        var outcome = grants.accept(owner.actor(), key(), new AcceptGrant(grant.id()));

        assertThat(outcome).isInstanceOfSatisfying(GrantOutcome.Granted.class, granted -> {
            assertThat(ledger.balances(new VoucherId(granted.voucher()).account())
                            .available())
                    .isEqualTo(grant.amount().value());
            assertThat(state(grant)).isEqualTo(GrantState.GRANTED);
        });
        assertThat(budgets.balances(DEMO).orElseThrow().available())
                .isEqualTo(before - grant.amount().value());
        assertThat(grants.steps(grant.id()))
                .extracting(GrantStepView::event)
                .containsExactly(
                        GrantEvent.FACTS_MATCHED,
                        GrantEvent.DEPARTMENT_CONFIRMED,
                        GrantEvent.PUBLICITY_STARTED,
                        GrantEvent.PUBLICITY_ENDED,
                        GrantEvent.FIRM_ACCEPTED,
                        GrantEvent.VOUCHER_ISSUED);
    }

    @Test
    void acceptingTwiceWithOneKeyGrantsOnce() {
        var grant = publicGrant();
        passDueDate(grant);
        awaitState(grant, GrantState.FIRM_CONFIRM);
        var key = key();

        var first = grants.accept(owner.actor(), key, new AcceptGrant(grant.id()));

        assertThat(grants.accept(owner.actor(), key, new AcceptGrant(grant.id())))
                .isEqualTo(first);
        assertThat(grants.accept(owner.actor(), key(), new AcceptGrant(grant.id())))
                .isInstanceOfSatisfying(
                        GrantOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(PolicyRefusal.GRANT_STATE_FORBIDS));
    }

    @Test
    void cannotBeAcceptedBeforePublicityIsOver() {
        var grant = publicGrant();

        assertThat(grants.accept(owner.actor(), key(), new AcceptGrant(grant.id())))
                .isInstanceOf(GrantOutcome.Refused.class);
        assertThat(state(grant)).isEqualTo(GrantState.PUBLICITY);
    }

    @Test
    void withoutConfirmationItIsWaived() {
        var grant = publicGrant();
        passDueDate(grant);
        awaitState(grant, GrantState.FIRM_CONFIRM);
        passDueDate(grant);

        awaitState(grant, GrantState.WAIVED_NO_CONFIRM);
    }

    @Test
    void anObjectionHoldsTheGrantUntilTheDepartmentRules() {
        var grant = publicGrant();
        var objection = new ObjectToGrant(grant.list(), firm.value(), "研发投入与年报不符");
        grants.object(house.operator().actor(), key(), objection);
        assertThat(state(grant)).isEqualTo(GrantState.OBJECTION_HELD);
        passDueDate(grant);
        assertThat(state(grant)).isEqualTo(GrantState.OBJECTION_HELD);

        grants.rule(officer.actor(), key(), new RuleOnObjection(grant.id(), false, "年报核对无误"));

        assertThat(state(grant)).isEqualTo(GrantState.FIRM_CONFIRM);
    }

    @Test
    void anObjectionThatIsUpheldEndsTheGrant() {
        var grant = publicGrant();
        grants.object(house.operator().actor(), key(), new ObjectToGrant(grant.list(), firm.value(), "已获其他补贴"));

        grants.rule(officer.actor(), key(), new RuleOnObjection(grant.id(), true, "属实"));

        assertThat(state(grant)).isEqualTo(GrantState.OBJECTION_UPHELD);
    }

    @Test
    void theFirmMayDoWithout() {
        var grant = publicGrant();
        passDueDate(grant);
        awaitState(grant, GrantState.FIRM_CONFIRM);

        grants.decline(owner.actor(), key(), new DeclineGrant(grant.id()));

        assertThat(state(grant)).isEqualTo(GrantState.DECLINED);
    }

    @Test
    void nobodyAcceptsForAnotherFirm() {
        var grant = publicGrant();
        passDueDate(grant);
        awaitState(grant, GrantState.FIRM_CONFIRM);

        assertThatThrownBy(() -> grants.accept(house.firmOwner().actor(), key(), new AcceptGrant(grant.id())))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(CommonRefusal.NOT_FOUND));
    }

    @Test
    void onlyDepartmentsDrawUpLists() {
        assertThatThrownBy(() -> lists.propose(owner.actor(), key(), new ProposeGrantList(DEMO)))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void aListIsNotPublicBeforeItIsConfirmed() {
        var list = propose();

        assertThat(lists.find(owner.actor(), list)).isEmpty();
        assertThat(lists.find(officer.actor(), list)).isPresent();
    }

    @Test
    void aFirmIsServedOnceAYear() {
        publicGrant();

        assertThat(lists.propose(officer.actor(), key(), new ProposeGrantList(DEMO)))
                .isInstanceOfSatisfying(
                        GrantListOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(PolicyRefusal.NOBODY_ENTITLED));
    }

    @Test
    void onlyAutomaticPoliciesAreGrantedByList() {
        var command = new ProposeGrantList(new PolicyId("shanghai-compute-voucher"));

        assertThat(lists.propose(officer.actor(), key(), command))
                .isInstanceOfSatisfying(
                        GrantListOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(PolicyRefusal.POLICY_NOT_AUTOMATIC));
    }

    private GrantView publicGrant() {
        var list = propose();
        lists.confirm(officer.actor(), key(), new ConfirmGrantList(list));
        return grants.list(new Scope.Own(firm), firm).getFirst();
    }

    private GrantListId propose() {
        var outcome = lists.propose(officer.actor(), key(), new ProposeGrantList(DEMO));
        return ((GrantListOutcome.Proposed) outcome).list();
    }

    private void passDueDate(GrantView grant) {
        var due = grants.find(new Scope.All(), grant.id()).orElseThrow().dueAt();
        clock.advance(
                Duration.between(clock.instant(), Objects.requireNonNull(due)).plusMinutes(1));
        grants.moveDue(); // or the timer does it in the same moment
    }

    private void awaitState(GrantView grant, GrantState expected) {
        await().atMost(10, SECONDS).until(() -> state(grant) == expected);
    }

    private GrantState state(GrantView grant) {
        return grants.find(new Scope.All(), grant.id()).orElseThrow().state();
    }

    private static RequestKey key() {
        return new RequestKey("test-" + UUID.randomUUID());
    }
}
