// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import static io.atrium.policy.ApplyingFirm.TRAINING;
import static io.atrium.policy.ApplyingFirm.done;
import static io.atrium.policy.ApplyingFirm.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.company.Certificates;
import io.atrium.company.Companies;
import io.atrium.company.FactCatalogue;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.RefusalCode;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.Ledger;
import io.atrium.policy.domain.ApplicationState;
import io.atrium.policy.domain.PreCheck;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import io.atrium.voucher.VoucherId;
import io.atrium.web.Seen;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// From a draft to voucher, payment, rejection or lapse, on a real database.
@AtriumTest
class ApplicationsTest {

    private static final PolicyId AWARD = new PolicyId("shanghai-own-compute");

    @Autowired
    House house;

    @Autowired
    Companies companies;

    @Autowired
    Certificates certificates;

    @Autowired
    Applications applications;

    @Autowired
    ApplicationReviews reviews;

    @Autowired
    ApplicationAdvice advice;

    @Autowired
    ProcessMetrics metrics;

    @Autowired
    PolicyKeepers keepers;

    @Autowired
    PolicyBudgets budgets;

    @Autowired
    Policies policies;

    @Autowired
    Ledger ledger;

    @Autowired
    BusinessClock clock;

    @Autowired
    FactCatalogue catalogue;

    private Resident officer;
    private Resident second;
    private ApplyingFirm firm;

    @BeforeEach
    void aDepartmentKeepsThePolicies() {
        officer = house.officer();
        second = house.member(officer.organisation(), Role.OFFICER);
        var operator = house.operator().actor();
        keepers.assign(operator, TRAINING, officer.organisation());
        keepers.assign(operator, AWARD, officer.organisation());
        firm = firm(ApplyingFirm.facts());
    }

    private ApplyingFirm firm(Map<String, String> facts) {
        var delivered = new Firms(companies, house.operator().actor()).deliver(facts);
        return new ApplyingFirm(applications, certificates, house.member(delivered, Role.FIRM_OWNER));
    }

    @Test
    void goesFromTheDraftToTheVoucher() {
        var application = firm.draft(TRAINING);
        firm.prove(application, "real_training", firm.paper());
        var submitted = done(firm.submit(application));
        assertThat(submitted.number()).matches("A-\\d{4}-\\d{6}");
        assertThat(house.api(officer).get("/api/v1/inbox?kind=application").text())
                .contains("/applications/" + application);

        accept(application);
        var before = budgetLeft();
        var approved = done(approve(officer, application, "150000.00"));

        assertThat(approved.state()).isEqualTo(ApplicationState.FULFILLED);
        var voucher = new VoucherId(Objects.requireNonNull(approved.voucher()));
        assertThat(ledger.balances(voucher.account()).available()).isEqualTo(15_000_000);
        assertThat(budgetLeft()).isEqualTo(before - 15_000_000);
        assertThat(find(application).ruling().ceiling()).isEqualTo(Fen.ofYuan("200000.00"));
        assertThat(applications.steps(application))
                .extracting(step -> step.state())
                .containsExactly(
                        ApplicationState.DRAFT,
                        ApplicationState.SUBMITTED,
                        ApplicationState.ACCEPTED_FOR_REVIEW,
                        ApplicationState.APPROVED,
                        ApplicationState.FULFILLED);
        assertThat(metrics.of(policies.find(TRAINING).orElseThrow()).now())
                .isNotNull()
                .satisfies(
                        now -> assertThat(Objects.requireNonNull(now).cases()).isPositive());
    }

    private long budgetLeft() {
        budgets.appropriate(policies.find(TRAINING).orElseThrow(), clock.today().getYear());
        return budgets.balances(TRAINING).orElseThrow().available();
    }

    @Test
    void doesNotTakeWhatTheRulesSurelyRefuseNorWhatTheFirmCanStillTell() {
        var affiliated = ApplyingFirm.facts();
        affiliated.put("compute_supplier_affiliated", "是");
        var refused = firm(affiliated);
        assertRefused(refused.submit(refused.draft(TRAINING)), PolicyRefusal.CONDITIONS_NOT_MET);

        var silent = ApplyingFirm.facts();
        silent.remove("compute_contract_amount");
        var asked = firm(silent);
        var draft = asked.draft(TRAINING);
        var check = applications.check(find(asked, draft));
        assertThat(check.verdict(catalogue)).isEqualTo(PreCheck.FACTS_MISSING);
        assertThat(check.askable(catalogue)).extracting(fact -> fact.key()).containsExactly("compute_contract_amount");
        assertRefused(asked.submit(draft), PolicyRefusal.FACTS_MISSING);
    }

    @Test
    void oneIsOpenAtATimeAndAutomaticPoliciesTakeNone() {
        firm.draft(TRAINING);

        assertRefused(start(TRAINING), PolicyRefusal.APPLICATION_OPEN_ALREADY);
        assertRefused(start(new PolicyId("demo-compute-voucher")), PolicyRefusal.POLICY_TAKES_NO_APPLICATIONS);
    }

    private ApplicationOutcome start(PolicyId policy) {
        return applications.start(firm.owner().actor(), key(), new ApplyForBenefit.Start(policy));
    }

    @Test
    void isReturnedOnceWithEverythingAndAnsweredItemByItem() {
        var application = firm.submitted(TRAINING);
        accept(application);
        assertRefused(giveBack(application, List.of()), PolicyRefusal.DEFECTS_MISSING);
        done(giveBack(
                application,
                List.of(
                        new DecideApplication.Defect("paper:real_contract", "请补合同"),
                        new DecideApplication.Defect(ApplicationItems.STATEMENT, "请写明训练任务"))));
        var lacking = applications.defects(application);
        assertThat(lacking).hasSize(2);

        assertRefused(complete(application, Map.of(lacking.getFirst().id(), "已补")), PolicyRefusal.DEFECT_UNANSWERED);
        firm.prove(application, "real_contract", firm.paper());
        done(complete(
                application,
                Map.of(lacking.getFirst().id(), "已补合同", lacking.getLast().id(), "训练行业模型")));

        assertThat(find(application).state()).isEqualTo(ApplicationState.REVIEW);
        assertRefused(
                giveBack(application, List.of(new DecideApplication.Defect(ApplicationItems.WHOLE, "再补"))),
                PolicyRefusal.APPLICATION_STATE_FORBIDS);
    }

    @Test
    void lapsesWhenItIsNotCompletedInTime() {
        var application = firm.submitted(TRAINING);
        accept(application);
        done(giveBack(application, List.of(new DecideApplication.Defect(ApplicationItems.WHOLE, "材料不全"))));

        var due = Objects.requireNonNull(find(application).dueAt());
        clock.advance(Duration.between(clock.instant(), due).plusMinutes(1));
        applications.lapseDue();

        assertThat(find(application).state()).isEqualTo(ApplicationState.LAPSED);
    }

    @Test
    void isApprovedWithinTheCeilingByWhatTheOfficerSaw() {
        var application = firm.submitted(TRAINING);
        accept(application);
        var stale = seen(application);
        var early = new DecideApplication.Approve(application, Fen.ofYuan("1.00"), "可", new Seen("stale"));
        assertRefused(reviews.approve(officer.actor(), key(), early), CommonRefusal.CHANGED_MEANWHILE);
        assertRefused(approve(officer, application, "200000.01"), PolicyRefusal.AMOUNT_ABOVE_CEILING);
        assertRefused(approve(officer, application, null), PolicyRefusal.AMOUNT_MISSING);

        done(approve(officer, application, "200000.00"));

        var again = new DecideApplication.Approve(application, Fen.ofYuan("1.00"), "可", stale);
        assertRefused(reviews.approve(officer.actor(), key(), again), PolicyRefusal.APPLICATION_STATE_FORBIDS);
    }

    @Test
    void isRejectedWithAClauseAndAReason() {
        var application = firm.submitted(TRAINING);
        assertRefused(reject(application, "99", "理由"), PolicyRefusal.CLAUSE_MISSING);
        assertRefused(reject(application, "3", " "), PolicyRefusal.REASON_MISSING);

        done(reject(application, "3", "合同不是训练任务"));

        assertThat(find(application).state()).isEqualTo(ApplicationState.REJECTED);
        assertThat(find(application).ruling().clause()).isEqualTo("3");
    }

    @Test
    void aLargeAwardNeedsTwoOfficersAndIsPaidOutside() {
        var rich = ApplyingFirm.facts();
        rich.put("compute_facility_investment", "100000000.00");
        firm = firm(rich);
        var application = firm.submitted(AWARD);
        accept(application);
        var ceiling =
                applications.check(find(application)).ceiling().orElseThrow().toString();

        assertThat(done(approve(officer, application, ceiling)).state()).isEqualTo(ApplicationState.SECOND_APPROVAL);
        assertRefused(approve(officer, application, ceiling), PolicyRefusal.SECOND_OFFICER_NEEDED);
        assertRefused(approve(second, application, "1.00"), PolicyRefusal.AMOUNT_NOT_AGREED);
        var approved = done(approve(second, application, ceiling));

        assertThat(approved.state()).isEqualTo(ApplicationState.APPROVED);
        assertThat(approved.voucher()).isNull();
        assertRefused(fulfil(application, clock.today().plusDays(1), ceiling), PolicyRefusal.DAY_IN_FUTURE);
        done(fulfil(application, clock.today(), ceiling));
        assertThat(find(application).state()).isEqualTo(ApplicationState.FULFILLED);
        assertThat(find(application).ruling().fulfilledOn()).isEqualTo(clock.today());
    }

    @Test
    void nobodyElseFindsItAndADraftIsTheFirmsAlone() {
        var draft = firm.draft(TRAINING);
        for (var other : List.of(
                house.firmOwner(),
                house.officer(),
                officer,
                house.resident(OrgKind.BANK, Role.BANK_STAFF),
                house.resident(OrgKind.COMMUNITY, Role.STEWARD),
                house.operator(),
                house.auditor())) {
            assertThat(applications.find(other.actor(), draft))
                    .as("%s", other.actor().roles())
                    .isEmpty();
            assertThat(house.api(other).get("/api/v1/applications/" + draft).status())
                    .isEqualTo(404);
        }
        done(firm.submit(draft));
        assertThat(applications.find(officer.actor(), draft)).isPresent();
        assertThat(applications.find(house.officer().actor(), draft)).isEmpty();
        assertThat(applications.find(
                        house.resident(OrgKind.COMMUNITY, Role.STEWARD).actor(), draft))
                .isEmpty();
    }

    @Test
    void aStewardSeesWhatIsSharedCommentsAndNeverSubmits() {
        var draft = firm.draft(TRAINING);
        var steward = house.resident(OrgKind.COMMUNITY, Role.STEWARD);
        var comment = new ApplicationAdvice.Comment(draft, ApplicationItems.STATEMENT, "请写明训练任务");
        assertThatThrownBy(() -> advice.comment(steward.actor(), key(), comment))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(CommonRefusal.NOT_FOUND));

        done(applications.share(firm.owner().actor(), key(), new ApplyForBenefit.Share(draft, true)));
        done(advice.comment(steward.actor(), key(), comment));
        assertThatThrownBy(() ->
                        applications.submit(steward.actor(), key(), new ApplyForBenefit.Submit(draft, Seen.ANYTHING)))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(CommonRefusal.NOT_ALLOWED));

        var said = advice.list(firm.owner().actor(), find(draft)).getFirst();
        done(advice.answer(firm.owner().actor(), key(), new ApplicationAdvice.Answer(draft, said.id(), "已写")));
        done(advice.resolve(firm.owner().actor(), key(), new ApplicationAdvice.Resolve(draft, said.id())));
        assertThat(advice.list(steward.actor(), find(draft)).getFirst().isOpen())
                .isFalse();
        done(firm.submit(draft));
        assertThat(advice.list(officer.actor(), find(draft)))
                .as("advice is between firm and steward")
                .isEmpty();
    }

    @Test
    void theSameKeySubmitsOnce() {
        var draft = firm.draft(TRAINING);
        var once = key();
        var command = new ApplyForBenefit.Submit(draft, Seen.ANYTHING);

        var first = applications.submit(firm.owner().actor(), once, command);

        assertThat(applications.submit(firm.owner().actor(), once, command)).isEqualTo(first);
    }

    @Test
    void programsDoTheSame() {
        var api = house.api(firm.owner());
        var begun = api.post("/api/v1/applications", Map.of("policy", TRAINING.value()));
        assertThat(begun.status()).isEqualTo(201);
        var path = "/api/v1/applications/" + begun.body().at("/id").asString();
        assertThat(api.post(path + "/statement", Map.of("statement", "训练")).status())
                .isEqualTo(201);
        assertThat(api.post(path + "/submission", Map.of()).status()).isEqualTo(201);

        var desk = house.api(officer);
        assertThat(desk.get("/api/v1/applications?state=OPEN").text())
                .contains(begun.body().at("/id").asString());
        assertThat(desk.post(path + "/acceptance", Map.of()).status()).isEqualTo(201);
        var seen = desk.get(path).body().at("/detail/seen").asString();
        var approval = Map.of("amount", "100000.00", "reason", "合同真实", "seen", seen);
        var approved = desk.post(path + "/approval", approval);

        assertThat(approved.body().at("/state").asString()).isEqualTo("FULFILLED");
        assertThat(approved.body().at("/voucher").asString()).startsWith("vch_");
        assertThat(house.api(house.officer()).get(path).status()).isEqualTo(404);
    }

    // ---- steps

    private void accept(ApplicationId application) {
        done(reviews.accept(officer.actor(), key(), new DecideApplication.Accept(application, seen(application))));
    }

    private ApplicationOutcome giveBack(ApplicationId application, List<DecideApplication.Defect> defects) {
        return reviews.giveBack(
                officer.actor(), key(), new DecideApplication.Return(application, defects, seen(application)));
    }

    private ApplicationOutcome complete(ApplicationId application, Map<Long, String> answers) {
        return applications.complete(
                firm.owner().actor(), key(), new ApplyForBenefit.Complete(application, answers, seen(application)));
    }

    private ApplicationOutcome approve(Resident by, ApplicationId application, @Nullable String yuan) {
        var amount = yuan == null ? null : Fen.ofYuan(yuan);
        return reviews.approve(
                by.actor(), key(), new DecideApplication.Approve(application, amount, "合同与任务真实", seen(application)));
    }

    private ApplicationOutcome reject(ApplicationId application, String clause, String reason) {
        return reviews.reject(
                officer.actor(), key(), new DecideApplication.Reject(application, clause, reason, seen(application)));
    }

    private ApplicationOutcome fulfil(ApplicationId application, LocalDate on, String yuan) {
        return reviews.fulfil(
                officer.actor(),
                key(),
                new DecideApplication.Fulfil(application, on, Fen.ofYuan(yuan), "凭证 1", seen(application)));
    }

    private Seen seen(ApplicationId application) {
        var found = find(application);
        return applications.check(found).seen(found);
    }

    private ApplicationView find(ApplicationId application) {
        return find(firm, application);
    }

    private ApplicationView find(ApplyingFirm applicant, ApplicationId application) {
        return applications.find(applicant.owner().actor(), application).orElseThrow();
    }

    private static void assertRefused(ApplicationOutcome outcome, RefusalCode code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ApplicationOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }
}
