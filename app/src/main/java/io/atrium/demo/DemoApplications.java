// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo;

import io.atrium.company.Certificates;
import io.atrium.company.DeclareFact;
import io.atrium.company.FactCatalogue;
import io.atrium.company.OwnFiles;
import io.atrium.kernel.Fen;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.policy.ApplicationAdvice;
import io.atrium.policy.ApplicationId;
import io.atrium.policy.ApplicationItems;
import io.atrium.policy.ApplicationOutcome;
import io.atrium.policy.ApplicationReviews;
import io.atrium.policy.Applications;
import io.atrium.policy.ApplyForBenefit;
import io.atrium.policy.DecideApplication;
import io.atrium.policy.PolicyId;
import io.atrium.web.Seen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Applications of the invented firms in several states (示范申报), each step by its front door. A firm that has applied
/// already is left alone, so that a second start changes nothing.
@Component
class DemoApplications {

    private static final PolicyId TRAINING = new PolicyId("demo-training-voucher");

    /// What a firm applies for besides, as far as the rules let it.
    private static final List<PolicyId> OTHERS = List.of(
            new PolicyId("shanghai-compute-voucher"),
            new PolicyId("national-science-sme"),
            new PolicyId("shanghai-model-voucher"),
            new PolicyId("national-innovative-sme"));

    /// Facts of a contract, for firms that have told none.
    private static final Map<String, String> CONTRACT =
            Map.of("compute_contract_amount", "1800000.00", "compute_supplier_affiliated", "false");

    private static final String REASON = "合同与训练任务说明已核对（示范）。";

    private final Applications applications;
    private final ApplicationReviews reviews;
    private final ApplicationAdvice advice;
    private final Certificates certificates;
    private final OwnFiles own;
    private final FactCatalogue catalogue;

    DemoApplications(
            Applications applications,
            ApplicationReviews reviews,
            ApplicationAdvice advice,
            Certificates certificates,
            OwnFiles own,
            FactCatalogue catalogue) {
        this.applications = applications;
        this.reviews = reviews;
        this.advice = advice;
        this.certificates = certificates;
        this.own = own;
        this.catalogue = catalogue;
    }

    /// A firm's owner, the officer who decides, and the steward who is asked.
    record Cast(Actor owner, Actor officer, Actor steward) {}

    /// How far the firm's application for the training voucher has come.
    enum Course {
        COACHED,
        RETURNED,
        PAID
    }

    void lay(Cast cast, int number, Course course) {
        if (!applications.ofFirm(cast.owner(), cast.owner().organisation()).isEmpty()) {
            return;
        }
        begin(cast, number, TRAINING).ifPresent(training -> goOn(cast, number, course, training));
        OTHERS.stream()
                .filter(policy -> maySubmit(cast, policy))
                .forEach(policy -> begin(cast, number, policy).ifPresent(other -> handIn(cast, number, course, other)));
    }

    private boolean maySubmit(Cast cast, PolicyId policy) {
        return applications
                .check(cast.owner(), policy)
                .filter(check -> check.maySubmit(catalogue))
                .isPresent();
    }

    /// Those of the coached firm are taken in already.
    private void handIn(Cast cast, int number, Course course, ApplicationId other) {
        submit(cast, key(number, other + "-submit"), other);
        if (course == Course.COACHED) {
            applications
                    .find(cast.officer(), other)
                    .ifPresent(_ -> reviews.accept(
                            cast.officer(),
                            key(number, other + "-accept"),
                            new DecideApplication.Accept(other, Seen.ANYTHING)));
        }
    }

    private Optional<ApplicationId> begin(Cast cast, int number, PolicyId policy) {
        var started =
                applications.start(cast.owner(), key(number, policy + "-start"), new ApplyForBenefit.Start(policy));
        return started instanceof ApplicationOutcome.Done done ? Optional.of(done.application()) : Optional.empty();
    }

    private void goOn(Cast cast, int number, Course course, ApplicationId training) {
        tell(cast, number, training);
        certificates.list(cast.owner(), cast.owner().organisation()).stream()
                .findFirst()
                .ifPresent(paper -> applications.pickPapers(
                        cast.owner(),
                        key(number, "paper"),
                        new ApplyForBenefit.PickPapers(
                                training,
                                Map.of("real_training", List.of(paper.id().value())))));
        applications.state(
                cast.owner(), key(number, "statement"), new ApplyForBenefit.State(training, "合同用于训练行业模型，任务说明见附件（示范）。"));
        switch (course) {
            case COACHED -> coach(cast, number, training);
            case RETURNED, PAID -> {
                submit(cast, key(number, "submit"), training);
                applications.find(cast.officer(), training).ifPresent(_ -> decide(cast, number, course, training));
            }
        }
    }

    private void decide(Cast cast, int number, Course course, ApplicationId training) {
        reviews.accept(cast.officer(), key(number, "accept"), new DecideApplication.Accept(training, Seen.ANYTHING));
        if (course == Course.PAID) {
            approve(cast, number, training);
        } else {
            giveBack(cast, number, training);
        }
    }

    /// What the policy asks for and the firm has not told yet.
    private void tell(Cast cast, int number, ApplicationId training) {
        applications
                .find(cast.owner(), training)
                .map(found -> applications.check(found).askable(catalogue))
                .ifPresent(asked -> asked.forEach(fact -> {
                    var value = CONTRACT.get(fact.key());
                    if (value != null) {
                        own.declare(new DeclareFact(
                                key(number, "fact-" + fact.key()),
                                cast.owner(),
                                fact.key(),
                                null,
                                value,
                                DemoPapers.DATE,
                                Seen.ANYTHING));
                    }
                }));
    }

    private void coach(Cast cast, int number, ApplicationId training) {
        applications.share(cast.owner(), key(number, "share"), new ApplyForBenefit.Share(training, true));
        advice.comment(
                cast.steward(),
                key(number, "advice"),
                new ApplicationAdvice.Comment(
                        training, ApplicationItems.PAPER + "real_contract", "请把算力租用合同上传到证照库，再勾选到这一项（示范）。"));
    }

    private void submit(Cast cast, RequestKey key, ApplicationId application) {
        applications.submit(cast.owner(), key, new ApplyForBenefit.Submit(application, Seen.ANYTHING));
    }

    private void giveBack(Cast cast, int number, ApplicationId training) {
        var defects = List.of(
                new DecideApplication.Defect(ApplicationItems.PAPER + "real_contract", "缺算力租用合同，请补（示范）。"),
                new DecideApplication.Defect(ApplicationItems.STATEMENT, "请写明模型名称和训练起止时间（示范）。"));
        reviews.giveBack(
                cast.officer(), key(number, "return"), new DecideApplication.Return(training, defects, Seen.ANYTHING));
    }

    /// Half of what the rules allow, in whole yuan.
    private void approve(Cast cast, int number, ApplicationId training) {
        applications
                .find(cast.officer(), training)
                .flatMap(found -> applications.check(found).ceiling())
                .map(most -> new Fen(most.value() / 200 * 100))
                .ifPresent(amount -> reviews.approve(
                        cast.officer(),
                        key(number, "approve"),
                        new DecideApplication.Approve(training, amount, REASON, Seen.ANYTHING)));
    }

    private static RequestKey key(int number, String step) {
        return new RequestKey("demo-application-" + number + "-" + step);
    }
}
