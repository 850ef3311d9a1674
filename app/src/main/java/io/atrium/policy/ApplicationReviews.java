// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.decide.Outcome;
import io.atrium.engine.decision.policy.AmountRule;
import io.atrium.engine.decision.policy.BenefitKind;
import io.atrium.engine.decision.policy.Clause;
import io.atrium.identity.Audit;
import io.atrium.kernel.Fen;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.ApplicationOutcome.Done;
import io.atrium.policy.ApplicationOutcome.Refused;
import io.atrium.policy.domain.ApplicationEvent;
import io.atrium.policy.domain.ApplicationState;
import io.atrium.policy.domain.ApplicationSteps;
import io.atrium.policy.store.ApplicationStore;
import io.atrium.web.Requests;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a department does with applications (部门办理): takes in, returns once, approves within the ceiling, rejects with
/// clause and reason, tells that it paid. Each door locks the application, then holds it against what the officer saw.
@Component
public class ApplicationReviews {

    private static final int DEFECTS_MAX = 50;
    private static final Set<Outcome> APPROVABLE = EnumSet.of(Outcome.ENTITLED, Outcome.CEILING, Outcome.REVIEW);

    private final ApplicationStore store;
    private final ApplicationChecks checks;
    private final ApplicationMoves moves;
    private final ApplicationPayments payments;
    private final PolicySettings settings;
    private final Requests requests;
    private final Audit audit;
    private final BusinessClock clock;

    ApplicationReviews(
            ApplicationStore store,
            ApplicationChecks checks,
            ApplicationMoves moves,
            ApplicationPayments payments,
            PolicySettings settings,
            Requests requests,
            Audit audit,
            BusinessClock clock) {
        this.store = store;
        this.checks = checks;
        this.moves = moves;
        this.payments = payments;
        this.settings = settings;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public ApplicationOutcome accept(Actor actor, RequestKey key, DecideApplication.Accept command) {
        return decide(actor, key, command, ApplicationEvent.ACCEPTED, (application, _) -> {
            var accepted = moves.move(application, ApplicationEvent.ACCEPTED, actor, null);
            return done(actor, accepted, ApplicationEvent.ACCEPTED);
        });
    }

    /// Once, and with everything that is lacking: the table has no second way back.
    @Transactional
    public ApplicationOutcome giveBack(Actor actor, RequestKey key, DecideApplication.Return command) {
        return decide(actor, key, command, ApplicationEvent.RETURNED, (application, check) -> {
            var items = Set.copyOf(ApplicationItems.of(check.policy()));
            var isSound = !command.defects().isEmpty()
                    && command.defects().size() <= DEFECTS_MAX
                    && command.defects().stream()
                            .allMatch(defect -> items.contains(defect.item())
                                    && Applications.isText(defect.text(), ApplicationComment.CHARS_MAX));
            if (!isSound) {
                return new Refused(PolicyRefusal.DEFECTS_MISSING, Map.of("max", ApplicationComment.CHARS_MAX));
            }
            store.insertDefects(
                    application.id(),
                    command.defects().stream()
                            .map(defect -> new ApplicationDefect(
                                    0, defect.item(), defect.text().strip(), null))
                            .toList());
            var returned = moves.move(application, ApplicationEvent.RETURNED, actor, null);
            return done(actor, returned, ApplicationEvent.RETURNED);
        });
    }

    /// The rules are asked once more; the amount is at most what they allow. Above the limit of one officer another one
    /// has to approve the same amount.
    @Transactional
    public ApplicationOutcome approve(Actor actor, RequestKey key, DecideApplication.Approve command) {
        return decide(
                actor,
                key,
                command,
                ApplicationEvent.APPROVED,
                (application, check) -> refusal(actor, application, check, command)
                        .orElseGet(() -> approve(actor, application, check, command)));
    }

    private Optional<ApplicationOutcome> refusal(
            Actor actor, ApplicationView application, ApplicationCheck check, DecideApplication.Approve command) {
        if (!isApprovable(check)) {
            return refused(
                    PolicyRefusal.CONDITIONS_NOT_MET,
                    Map.of("policy", application.policy().value()));
        }
        if (!Applications.isText(command.reason(), ObjectToGrant.REASON_CHARS_MAX)) {
            return refused(PolicyRefusal.REASON_MISSING, Map.of("max", ObjectToGrant.REASON_CHARS_MAX));
        }
        return amountRefusal(check, command.amount())
                .or(() -> secondRefusal(actor, application, command.amount()))
                .or(() -> payments.refusal(application, check.policy(), command.amount()));
    }

    /// Whether the rules leave room for a yes; else a fact has to come first, or it is rejected.
    public static boolean isApprovable(ApplicationCheck check) {
        return APPROVABLE.contains(check.decision().outcome());
    }

    private static Optional<ApplicationOutcome> amountRefusal(ApplicationCheck check, @Nullable Fen amount) {
        var isMoney = check.policy().content().amount().kind() != AmountRule.Kind.NONE;
        if (isMoney != (amount != null) || (amount != null && !amount.isPositive())) {
            return refused(PolicyRefusal.AMOUNT_MISSING, Map.of("money", isMoney));
        }
        var ceiling = check.ceiling();
        return amount != null && ceiling.isPresent() && amount.compareTo(ceiling.get()) > 0
                ? refused(
                        PolicyRefusal.AMOUNT_ABOVE_CEILING,
                        Map.of("ceiling", ceiling.get().toString()))
                : Optional.empty();
    }

    private static Optional<ApplicationOutcome> secondRefusal(
            Actor actor, ApplicationView application, @Nullable Fen amount) {
        var first = application.ruling().first();
        if (application.state() != ApplicationState.SECOND_APPROVAL || first == null) {
            return Optional.empty();
        }
        if (first.person().equals(actor.person())) {
            return refused(PolicyRefusal.SECOND_OFFICER_NEEDED, Map.of());
        }
        var agreed = application.ruling().amount();
        return agreed != null && !agreed.equals(amount)
                ? refused(PolicyRefusal.AMOUNT_NOT_AGREED, Map.of("amount", agreed.toString()))
                : Optional.empty();
    }

    private ApplicationOutcome approve(
            Actor actor, ApplicationView application, ApplicationCheck check, DecideApplication.Approve command) {
        var amount = command.amount();
        var ceiling = check.ceiling().orElse(null);
        if (isSecondNeeded(application, amount)) {
            var first = new ApplicationView.First(actor.person(), actor.name());
            var ruled = application.ruled(application.ruling().approved(ceiling, amount, command.reason(), first));
            return done(
                    actor,
                    moves.move(ruled, ApplicationEvent.APPROVED_FIRST, actor, command.reason()),
                    ApplicationEvent.APPROVED_FIRST);
        }
        var first = application.ruling().first();
        var ruled = application.ruled(application.ruling().approved(ceiling, amount, command.reason(), first));
        var approved = moves.move(ruled, ApplicationEvent.APPROVED, actor, command.reason());
        store.keepFinal(application.id(), check.decision());
        return done(actor, payments.pay(approved, check.policy()), ApplicationEvent.APPROVED);
    }

    private boolean isSecondNeeded(ApplicationView application, @Nullable Fen amount) {
        return application.state() != ApplicationState.SECOND_APPROVAL
                && amount != null
                && amount.compareTo(settings.secondOfficer().grantLimit()) > 0;
    }

    /// The second officer does not agree: the review goes on.
    @Transactional
    public ApplicationOutcome sendBack(Actor actor, RequestKey key, DecideApplication.SendBack command) {
        return decide(actor, key, command, ApplicationEvent.SENT_BACK, (application, _) -> {
            if (!Applications.isText(command.reason(), ObjectToGrant.REASON_CHARS_MAX)) {
                return new Refused(PolicyRefusal.REASON_MISSING, Map.of("max", ObjectToGrant.REASON_CHARS_MAX));
            }
            var first = application.ruling().first();
            if (first != null && first.person().equals(actor.person())) {
                return new Refused(PolicyRefusal.SECOND_OFFICER_NEEDED, Map.of());
            }
            var open = application.ruled(ApplicationView.Ruling.NONE);
            return done(
                    actor,
                    moves.move(open, ApplicationEvent.SENT_BACK, actor, command.reason()),
                    ApplicationEvent.SENT_BACK);
        });
    }

    @Transactional
    public ApplicationOutcome reject(Actor actor, RequestKey key, DecideApplication.Reject command) {
        return decide(actor, key, command, ApplicationEvent.REJECTED, (application, check) -> {
            if (check.policy().content().clauses().stream().map(Clause::id).noneMatch(command.clause()::equals)) {
                return new Refused(PolicyRefusal.CLAUSE_MISSING, Map.of());
            }
            if (!Applications.isText(command.reason(), ObjectToGrant.REASON_CHARS_MAX)) {
                return new Refused(PolicyRefusal.REASON_MISSING, Map.of("max", ObjectToGrant.REASON_CHARS_MAX));
            }
            var ruled = application.ruled(application.ruling().rejected(command.clause(), command.reason()));
            store.keepFinal(application.id(), check.decision());
            return done(
                    actor,
                    moves.move(ruled, ApplicationEvent.REJECTED, actor, command.reason()),
                    ApplicationEvent.REJECTED);
        });
    }

    /// Money that is not paid by a voucher is paid by the department outside Atrium: it tells when, and how much.
    @Transactional
    public ApplicationOutcome fulfil(Actor actor, RequestKey key, DecideApplication.Fulfil command) {
        return decide(actor, key, command, ApplicationEvent.PAID_OUTSIDE, (application, check) -> {
            var approved = application.ruling().amount();
            var paid = command.amount();
            if (command.on().isAfter(clock.today())) {
                return new Refused(
                        PolicyRefusal.DAY_IN_FUTURE, Map.of("day", command.on().toString()));
            }
            var decidedAt = application.decidedAt();
            if (decidedAt != null && command.on().isBefore(LocalDate.ofInstant(decidedAt, BusinessClock.ZONE))) {
                return new Refused(
                        PolicyRefusal.DAY_BEFORE_DECISION,
                        Map.of("day", command.on().toString()));
            }
            if ((approved == null) != (paid == null) || (paid != null && !paid.isPositive())) {
                return new Refused(PolicyRefusal.AMOUNT_MISSING, Map.of("money", approved != null));
            }
            if (approved != null && paid != null && paid.compareTo(approved) > 0) {
                return new Refused(PolicyRefusal.AMOUNT_ABOVE_CEILING, Map.of("ceiling", approved.toString()));
            }
            var event = check.policy().header().benefitKind() == BenefitKind.TITLE
                    ? ApplicationEvent.TITLE_RECORDED
                    : ApplicationEvent.PAID_OUTSIDE;
            var ruled = application.ruled(application.ruling().fulfilled(command.on(), paid));
            var note = command.note().isBlank() ? null : command.note().strip();
            return done(actor, moves.move(ruled, event, actor, note), event);
        });
    }

    /// What waits for the actor's department, those due first.
    @Transactional(readOnly = true)
    public List<ApplicationView> waiting(Actor actor, Set<ApplicationState> states, int limit) {
        return actor.may(Permission.DECIDE_APPLICATION)
                ? store.page(
                        ApplicationSight.ofDepartment(actor),
                        new ApplicationFilter(states, null, null, null),
                        "due",
                        new GrantLists.Part(0, limit))
                : List.of();
    }

    private <C extends DecideApplication> ApplicationOutcome decide(
            Actor actor,
            RequestKey key,
            C command,
            ApplicationEvent event,
            BiFunction<ApplicationView, ApplicationCheck, ApplicationOutcome> work) {
        actor.require(Permission.DECIDE_APPLICATION);
        return requests.once(actor, key, command, ApplicationOutcome.class, () -> {
            var application = store.lock(ApplicationSight.ofDepartment(actor), command.application())
                    .orElseThrow(Applications::notFound);
            if (ApplicationSteps.next(application.state(), event).isEmpty()) {
                return Applications.forbidden(application);
            }
            var check = checks.of(application);
            return command.seen()
                    .refusal(check.seen(application))
                    .<ApplicationOutcome>map(Refused::new)
                    .orElseGet(() -> work.apply(application, check));
        });
    }

    private ApplicationOutcome done(Actor actor, ApplicationView application, ApplicationEvent event) {
        audit.record(
                actor,
                "policy.application-decided",
                application.id().value(),
                Map.of("event", event.name(), "state", application.state().name()));
        return Done.of(application);
    }

    private static Optional<ApplicationOutcome> refused(PolicyRefusal code, Map<String, Object> facts) {
        return Optional.of(new Refused(code, facts));
    }
}
