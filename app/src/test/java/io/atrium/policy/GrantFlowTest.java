// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.atrium.company.Companies;
import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.Ledger;
import io.atrium.policy.domain.GrantEvent;
import io.atrium.policy.domain.GrantState;
import io.atrium.policy.domain.PayeeCondition;
import io.atrium.policy.store.DecisionStore;
import io.atrium.policy.store.GrantReads;
import io.atrium.policy.store.GrantStore;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import io.atrium.voucher.VoucherId;
import io.atrium.voucher.VoucherState;
import io.atrium.voucher.Vouchers;
import io.atrium.web.Requests;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// From the list to the voucher. Time is moved by the business clock, each time just past the end of a state.
@AtriumTest
class GrantFlowTest {
    private static final String REMINDS = "li:has(a[href=/grants/%s], a[href=/grant-lists/%s?state=FIRM_CONFIRM])";

    private static final PolicyId DEMO = new PolicyId("demo-compute-voucher");

    @Autowired
    GrantLists lists;

    @Autowired
    Grants grants;

    @Autowired
    PayeeAccounts accounts;

    @Autowired
    Clawbacks clawbacks;

    @Autowired
    Vouchers vouchers;

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

    @Autowired
    ApplicationContext beans;

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
        var asked = house.api(owner).get("/api/v1/inbox?kind=grant").body().at("/items/0");
        assertThat(asked.at("/text").asString()).contains("公示结束，请确认接受");
        assertThat(asked.at("/href").asString()).isEqualTo("/grants/" + grant.id());
        assertThat(asked.toString()).containsIgnoringCase("due");

        var before = budgets.balances(DEMO).orElseThrow().available();
        var outcome = grants.accept(owner.actor(), key(), new AcceptGrant(grant.id()));

        assertThat(outcome).isInstanceOfSatisfying(GrantOutcome.Granted.class, granted -> {
            assertThat(ledger.balances(new VoucherId(granted.voucher()).account())
                            .available())
                    .isEqualTo(grant.amount().value());
            assertThat(state(grant)).isEqualTo(GrantState.GRANTED);
            assertThat(house.browser(owner).get("/inbox?kind=grant").text())
                    .contains("已处理")
                    .doesNotContain("去办理");
            await().atMost(20, SECONDS)
                    .until(() -> house.api(owner)
                            .get("/api/v1/inbox?kind=voucher")
                            .text()
                            .contains("/vouchers/" + granted.voucher()));
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
    @Tag("HOME-4")
    void theOfficersHomeLeadsFromTheListToTheFirmsThatHaveNotConfirmed() {
        var list = propose();
        var browser = house.browser(officer);
        assertThat(browser.get("/to-dos").document().select("a[href=/grant-lists/" + list + "]"))
                .isNotEmpty();
        var home = browser.get("/").document();
        assertThat(home.select(".atrium-tile__label").eachText())
                .containsSubsequence("已逾期", "今日到期", "等待他人", "拟发放名单", "办理中的申报");
        lists.confirm(officer.actor(), key(), new ConfirmGrantList(list));
        var grant = grants.list(new Scope.Own(firm), firm).getFirst();
        passDueDate(grant);
        awaitState(grant, GrantState.FIRM_CONFIRM);
        assertThat(browser.get("/to-dos?show=waiting").document().select("a").eachAttr("href"))
                .contains("/grant-lists/" + list + "?state=FIRM_CONFIRM");
        var steward = house.browser(house.resident(OrgKind.COMMUNITY, Role.STEWARD));
        var remind = steward.get("/to-dos").document().select(REMINDS.formatted(grant.id(), list));
        assertThat(remind).as("one by one, or all of a long list at once").hasSize(1);
        assertThat(remind.select("time[datetime]")).isNotEmpty();
        assertThat(steward.get("/grants/" + grant.id()).status()).isEqualTo(200);
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

    @Test
    void anAbnormalAccountHoldsThePaymentUntilItIsNormal() {
        var grant = waitingForFirm();
        report(grant, PayeeCondition.CLOSED, "开户行退票");

        grants.accept(owner.actor(), key(), new AcceptGrant(grant.id()));
        assertThat(state(grant)).isEqualTo(GrantState.ACCOUNT_ABNORMAL);
        assertThat(grants.find(new Scope.All(), grant.id()).orElseThrow().dueAt())
                .isNotNull();

        report(grant, PayeeCondition.NORMAL, "开户行已恢复");
        assertThat(state(grant)).isEqualTo(GrantState.GRANTED);
    }

    @Test
    void anAccountThatStaysAbnormalReturnsTheGrant() {
        var grant = waitingForFirm();
        report(grant, PayeeCondition.SUSPENDED, "账户冻结");
        grants.accept(owner.actor(), key(), new AcceptGrant(grant.id()));
        passDueDate(grant);

        await().atMost(10, SECONDS)
                .until(() -> EnumSet.of(GrantState.RETURNED, GrantState.BUDGET_YEAR_CLOSED)
                        .contains(state(grant)));
        assertThat(grants.find(new Scope.All(), grant.id()).orElseThrow().voucher())
                .isNull();
    }

    @Test
    void aGrantIsTakenBackByASecondOfficerAfterTheFirmWasHeard() {
        var grant = waitingForFirm();
        grants.accept(owner.actor(), key(), new AcceptGrant(grant.id()));
        var voucher = new VoucherId(Objects.requireNonNull(
                grants.find(new Scope.All(), grant.id()).orElseThrow().voucher()));
        var before = budgets.balances(DEMO).orElseThrow().available();

        clawbacks.open(officer.actor(), key(), new OpenClawback(grant.id(), "办法第九条", "研发投入申报不实"));
        assertThat(clawbacks.decide(officer.actor(), key(), new DecideClawback(grant.id(), true, "属实")))
                .isInstanceOf(GrantOutcome.Refused.class);
        clawbacks.answer(owner.actor(), key(), new AnswerClawback(grant.id(), "我方认可"));
        assertThat(clawbacks.decide(officer.actor(), key(), new DecideClawback(grant.id(), true, "属实")))
                .isInstanceOfSatisfying(
                        GrantOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(PolicyRefusal.SECOND_OFFICER_NEEDED));
        clawbacks.decide(house.officer().actor(), key(), new DecideClawback(grant.id(), true, "属实"));

        assertThat(state(grant)).isEqualTo(GrantState.CLAWBACK);
        assertThat(ledger.balances(voucher.account()).available()).isZero();
        assertThat(budgets.balances(DEMO).orElseThrow().available())
                .isEqualTo(before + grant.amount().value());
        assertThat(vouchers.find(new Scope.All(), voucher).orElseThrow().state())
                .isEqualTo(VoucherState.RECALLED);
    }

    @Test
    void aFirmThatSaysNothingIsDecidedAboutAndMayKeepTheGrant() {
        var grant = waitingForFirm();
        grants.accept(owner.actor(), key(), new AcceptGrant(grant.id()));
        clawbacks.open(officer.actor(), key(), new OpenClawback(grant.id(), "办法第九条", "待核"));
        passDueDate(grant);
        awaitState(grant, GrantState.CLAWBACK_REVIEW);

        clawbacks.decide(house.officer().actor(), key(), new DecideClawback(grant.id(), false, "核实无误"));

        assertThat(state(grant)).isEqualTo(GrantState.GRANTED);
        assertThat(grants.find(new Scope.All(), grant.id()).orElseThrow().voucher())
                .isNotNull();
    }

    @Test
    void whoQualifiedFirstComesFirstAndNobodyOvertakes() {
        var many = List.of(sized("dec_3", 10), sized("dec_1", 60), sized("dec_2", 50));

        var cut = GrantPool.cut(100, many);

        assertThat(cut.served()).extracting(GrantView::decision).containsExactly(new DecisionId("dec_1"));
        assertThat(cut.leftOut())
                .extracting(GrantView::decision)
                .containsExactly(new DecisionId("dec_2"), new DecisionId("dec_3"));
    }

    @Test
    void aLargeGrantNeedsTwoOfficers() {
        var limits = new PolicySettings.SecondOfficer(BigDecimal.valueOf(10), BigDecimal.valueOf(5));

        assertThat(limits.isNeededFor(GrantPool.cut(5000, List.of(sized("dec_1", 500), sized("dec_2", 500)))))
                .isFalse();
        assertThat(limits.isNeededFor(GrantPool.cut(5000, List.of(sized("dec_1", 501)))))
                .isTrue();
        assertThat(limits.isNeededFor(
                        GrantPool.cut(5000, List.of(sized("dec_1", 500), sized("dec_2", 500), sized("dec_3", 1)))))
                .isTrue();
    }

    @Test
    void aListAboveTheLimitIsPublicOnlyAfterASecondOfficer() {
        var strict = strictLists();
        var list = propose();
        var colleague = house.officer();

        assertThat(confirm(strict, officer, list)).isInstanceOf(GrantListOutcome.HalfConfirmed.class);
        assertThat(lists.find(owner.actor(), list)).isEmpty();
        assertThat(confirm(strict, officer, list))
                .isInstanceOfSatisfying(
                        GrantListOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(PolicyRefusal.SECOND_OFFICER_NEEDED));
        assertThat(confirm(strict, colleague, list)).isInstanceOf(GrantListOutcome.Confirmed.class);
        assertThat(lists.find(owner.actor(), list)).isPresent();
    }

    private GrantListOutcome confirm(GrantLists strict, Resident by, GrantListId list) {
        return Objects.requireNonNull(new TransactionTemplate(beans.getBean(PlatformTransactionManager.class))
                .execute(_ -> strict.confirm(by.actor(), key(), new ConfirmGrantList(list))));
    }

    /// The same front door where every list needs two.
    private GrantLists strictLists() {
        var confirmations = new GrantConfirmations(
                beans.getBean(Policies.class),
                beans.getBean(GrantStore.class),
                beans.getBean(GrantMoves.class),
                beans.getBean(GrantNotices.class),
                beans.getBean(GrantPool.class),
                new PolicySettings(
                        null,
                        new PolicySettings.SecondOfficer(BigDecimal.ONE, BigDecimal.ONE),
                        new PolicySettings.ApplicationDays(5, 2, 60, 60, 10, 5, 20)),
                beans.getBean(Audit.class),
                clock,
                beans.getBean(WorkingCalendar.class));
        return new GrantLists(
                beans.getBean(Policies.class),
                budgets,
                beans.getBean(DecisionStore.class),
                beans.getBean(GrantStore.class),
                beans.getBean(GrantReads.class),
                beans.getBean(GrantMoves.class),
                confirmations,
                beans.getBean(Requests.class),
                beans.getBean(Audit.class),
                clock,
                beans.getBean(WorkingCalendar.class),
                beans.getBean(Ids.class));
    }

    private GrantView sized(String decision, long fen) {
        return new GrantView(
                new GrantId("grt_" + decision),
                new GrantListId("grl_1"),
                2026,
                firm,
                "",
                "",
                DEMO,
                new DecisionId(decision),
                new Fen(fen),
                GrantState.DATA_MATCHED,
                null,
                null);
    }

    private GrantView waitingForFirm() {
        var grant = publicGrant();
        passDueDate(grant);
        awaitState(grant, GrantState.FIRM_CONFIRM);
        return grant;
    }

    private void report(GrantView grant, PayeeCondition condition, String reason) {
        accounts.report(officer.actor(), key(), new ReportPayee(grant.id(), condition, reason));
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
