// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.company.FactCatalogue;
import io.atrium.engine.decision.decide.Decision;
import io.atrium.engine.decision.policy.GrantMode;
import io.atrium.identity.Audit;
import io.atrium.identity.SystemActors;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.ApplicationOutcome.Done;
import io.atrium.policy.ApplicationOutcome.Refused;
import io.atrium.policy.domain.ApplicationEvent;
import io.atrium.policy.domain.ApplicationState;
import io.atrium.policy.domain.ApplicationSteps;
import io.atrium.policy.domain.PreCheck;
import io.atrium.policy.store.ApplicationStore;
import io.atrium.policy.store.PolicyKeeperStore;
import io.atrium.web.Requests;
import io.atrium.web.Seen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Applications for benefits (申报): begun from what is known, held against the rules before they are submitted, followed
/// to the end. What departments do with them stands in [ApplicationReviews], what stewards do in [ApplicationAdvice].
@Component
public class Applications {

    /// Moved at most this many at a time.
    static final int GROUP_MAX = 500;

    private final ApplicationStore store;
    private final ApplicationChecks checks;
    private final ApplicationMoves moves;
    private final ApplicationPapers papers;
    private final ApplicationNotices notices;
    private final Policies policies;
    private final PolicyKeeperStore keepers;
    private final FactCatalogue catalogue;
    private final Requests requests;
    private final Audit audit;
    private final BusinessClock clock;
    private final Ids ids;

    Applications(
            ApplicationStore store,
            ApplicationChecks checks,
            ApplicationMoves moves,
            ApplicationPapers papers,
            ApplicationNotices notices,
            Policies policies,
            PolicyKeeperStore keepers,
            FactCatalogue catalogue,
            Requests requests,
            Audit audit,
            BusinessClock clock,
            Ids ids) {
        this.store = store;
        this.checks = checks;
        this.moves = moves;
        this.papers = papers;
        this.notices = notices;
        this.policies = policies;
        this.keepers = keepers;
        this.catalogue = catalogue;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /// Whether applications for a policy are taken here at all: it is in force, not granted without application, and
    /// some
    /// department keeps it.
    @Transactional(readOnly = true)
    public boolean isTaken(PublishedPolicy policy) {
        return taken().test(policy);
    }

    /// The same for many policies, with one question to the database.
    @Transactional(readOnly = true)
    public Predicate<PublishedPolicy> taken() {
        var kept = Set.copyOf(keepers.list(new Scope.All()));
        var today = clock.today();
        return policy -> {
            var mode = policy.header().mode();
            return mode != GrantMode.AUTOMATIC
                    && mode != GrantMode.CONFIRM
                    && policy.header().isInForce(today)
                    && kept.contains(policy.id());
        };
    }

    private Optional<OrgId> department(PolicyId policy) {
        return keepers.find(new Scope.All(), policy);
    }

    /// Begins a draft, or finds the one that is open.
    @Transactional
    public ApplicationOutcome start(Actor actor, RequestKey key, ApplyForBenefit.Start command) {
        actor.require(Permission.APPLY_FOR_BENEFIT);
        return requests.once(actor, key, command, ApplicationOutcome.class, () -> decideAndStart(actor, command));
    }

    private ApplicationOutcome decideAndStart(Actor actor, ApplyForBenefit.Start command) {
        var policy = policies.find(command.policy()).orElseThrow(Applications::notFound);
        var open = store.open(actor.organisation(), command.policy());
        if (open.isPresent()) {
            return new Refused(
                    PolicyRefusal.APPLICATION_OPEN_ALREADY,
                    Map.of("application", open.get().value()));
        }
        if (!isTaken(policy)) {
            return new Refused(
                    PolicyRefusal.POLICY_TAKES_NO_APPLICATIONS,
                    Map.of("policy", command.policy().value()));
        }
        var version = checks.of(actor.organisation(), command.policy())
                .orElseThrow()
                .policy()
                .version();
        var draft = new ApplicationView(
                new ApplicationId(ids.next(ApplicationId.PREFIX)),
                null,
                actor.organisation(),
                "",
                "",
                department(command.policy()).orElseThrow(),
                command.policy(),
                version,
                ApplicationState.DRAFT,
                null,
                "",
                clock.instant(),
                null,
                null,
                null,
                ApplicationView.Ruling.NONE,
                0);
        store.insert(draft);
        moves.write(draft, ApplicationEvent.STARTED, actor, null);
        audit.record(
                actor,
                "policy.application-started",
                draft.id().value(),
                Map.of("policy", command.policy().value()));
        return Done.of(draft);
    }

    @Transactional
    public ApplicationOutcome state(Actor actor, RequestKey key, ApplyForBenefit.State command) {
        return whileWithFirm(actor, key, command, command.application(), application -> {
            if (command.statement().length() > ApplicationView.STATEMENT_CHARS_MAX) {
                return new Refused(
                        PolicyRefusal.APPLICATION_STATEMENT_TOO_LONG,
                        Map.of("max", ApplicationView.STATEMENT_CHARS_MAX));
            }
            store.update(application.stating(command.statement().strip()));
            return Done.of(application);
        });
    }

    @Transactional
    public ApplicationOutcome pickPapers(Actor actor, RequestKey key, ApplyForBenefit.PickPapers command) {
        return whileWithFirm(actor, key, command, command.application(), application -> {
            papers.replace(actor, application, command.papers());
            return Done.of(application);
        });
    }

    @Transactional
    public ApplicationOutcome addPaper(Actor actor, RequestKey key, ApplyForBenefit.AddPaper command) {
        return whileWithFirm(actor, key, command, command.application(), application -> {
            papers.add(actor, application, command);
            return Done.of(application);
        });
    }

    /// Hands it in: never what the rules surely refuse, nor what the firm itself could still tell.
    @Transactional
    public ApplicationOutcome submit(Actor actor, RequestKey key, ApplyForBenefit.Submit command) {
        actor.require(Permission.APPLY_FOR_BENEFIT);
        return requests.once(actor, key, command, ApplicationOutcome.class, () -> {
            var application = lockOwn(actor, command.application());
            if (application.state() != ApplicationState.DRAFT) {
                return forbidden(application);
            }
            var check = checks.of(application);
            return overtaken(application, check, command.seen())
                    .or(() -> refusal(check))
                    .orElseGet(() -> submit(actor, application, check));
        });
    }

    private ApplicationOutcome submit(Actor actor, ApplicationView draft, ApplicationCheck check) {
        var now = clock.instant();
        var number = store.nextNumber(clock.today().getYear());
        var numbered = draft.under(check.policy().version()).numbered(number, now);
        var submitted = moves.move(numbered, ApplicationEvent.SUBMITTED, actor, null);
        store.keepSubmitted(draft.id(), check.decision());
        audit.record(actor, "policy.application-submitted", draft.id().value(), Map.of("number", number));
        return Done.of(submitted);
    }

    /// Hands in what the department found lacking.
    @Transactional
    public ApplicationOutcome complete(Actor actor, RequestKey key, ApplyForBenefit.Complete command) {
        actor.require(Permission.APPLY_FOR_BENEFIT);
        return requests.once(actor, key, command, ApplicationOutcome.class, () -> {
            var application = lockOwn(actor, command.application());
            if (ApplicationSteps.next(application.state(), ApplicationEvent.COMPLETED)
                    .isEmpty()) {
                return forbidden(application);
            }
            var check = checks.of(application);
            return overtaken(application, check, command.seen())
                    .or(() -> refusal(check))
                    .or(() -> unanswered(application, command.answers()))
                    .orElseGet(() -> complete(actor, application, command.answers(), check.decision()));
        });
    }

    private ApplicationOutcome complete(
            Actor actor, ApplicationView application, Map<Long, String> answers, Decision decision) {
        answers.forEach((defect, answer) -> store.answer(application.id(), defect, answer.strip()));
        store.keepSubmitted(application.id(), decision);
        var completed = moves.move(application, ApplicationEvent.COMPLETED, actor, null);
        audit.record(actor, "policy.application-completed", application.id().value(), Map.of());
        return Done.of(completed);
    }

    private Optional<ApplicationOutcome> unanswered(ApplicationView application, Map<Long, String> answers) {
        var open = store.defects(application.id()).stream()
                .filter(defect -> !isText(answers.getOrDefault(defect.id(), ""), ApplicationComment.CHARS_MAX))
                .findFirst();
        return open.map(defect -> new Refused(
                PolicyRefusal.DEFECT_UNANSWERED, Map.of("defect", defect.id(), "max", ApplicationComment.CHARS_MAX)));
    }

    private Optional<ApplicationOutcome> overtaken(ApplicationView application, ApplicationCheck check, Seen seen) {
        return seen.refusal(check.seen(application)).map(Refused::new);
    }

    private Optional<ApplicationOutcome> refusal(ApplicationCheck check) {
        return Optional.ofNullable(code(check.verdict(catalogue)))
                .map(code ->
                        new Refused(code, Map.of("policy", check.policy().id().value())));
    }

    private static @Nullable PolicyRefusal code(PreCheck verdict) {
        return switch (verdict) {
            case NOT_IN_FORCE -> PolicyRefusal.POLICY_NOT_IN_FORCE;
            case NOT_MET -> PolicyRefusal.CONDITIONS_NOT_MET;
            case FACTS_MISSING -> PolicyRefusal.FACTS_MISSING;
            case READY, A_PERSON_DECIDES, AN_OFFICE_MUST_ADD -> null;
        };
    }

    /// Takes it back; final. A draft needs no reason.
    @Transactional
    public ApplicationOutcome withdraw(Actor actor, RequestKey key, ApplyForBenefit.Withdraw command) {
        actor.require(Permission.APPLY_FOR_BENEFIT);
        return requests.once(actor, key, command, ApplicationOutcome.class, () -> {
            var application = lockOwn(actor, command.application());
            if (ApplicationSteps.next(application.state(), ApplicationEvent.WITHDRAWN)
                    .isEmpty()) {
                return forbidden(application);
            }
            var isDraft = application.state() == ApplicationState.DRAFT;
            if (!isDraft && !isText(command.reason(), ObjectToGrant.REASON_CHARS_MAX)) {
                return new Refused(PolicyRefusal.REASON_MISSING, Map.of("max", ObjectToGrant.REASON_CHARS_MAX));
            }
            var note = isDraft ? null : command.reason();
            var withdrawn = moves.move(application, ApplicationEvent.WITHDRAWN, actor, note);
            audit.record(actor, "policy.application-withdrawn", application.id().value(), Map.of());
            return Done.of(withdrawn);
        });
    }

    /// Lets the stewards look at it, or no longer.
    @Transactional
    public ApplicationOutcome share(Actor actor, RequestKey key, ApplyForBenefit.Share command) {
        actor.require(Permission.APPLY_FOR_BENEFIT);
        return requests.once(actor, key, command, ApplicationOutcome.class, () -> {
            var application = lockOwn(actor, command.application());
            if (command.shared() && !application.state().isWithFirm()) {
                return forbidden(application);
            }
            store.update(application.sharedSince(command.shared() ? clock.instant() : null));
            audit.record(
                    actor, "policy.application-shared", application.id().value(), Map.of("shared", command.shared()));
            if (command.shared()) {
                notices.askStewards(application);
            }
            return Done.of(application);
        });
    }

    /// Ends those that were not completed in time; returns how many, at most a group.
    @Transactional
    public int lapseDue() {
        var due = store.lockLapsing(clock.instant(), GROUP_MAX);
        due.forEach(application ->
                moves.move(application, ApplicationEvent.COMPLETION_TERM_ENDED, SystemActors.of("policy"), null));
        return due.size();
    }

    // ---- reading

    @Transactional(readOnly = true)
    public Optional<ApplicationView> find(Actor actor, ApplicationId application) {
        return store.find(ApplicationSight.of(actor), application);
    }

    /// What the rules say of it as the facts stand now; the caller has found it before.
    @Transactional(readOnly = true)
    public ApplicationCheck check(ApplicationView application) {
        return checks.of(application);
    }

    /// The same for a firm that has not applied yet.
    @Transactional(readOnly = true)
    public Optional<ApplicationCheck> check(Actor actor, PolicyId policy) {
        return checks.of(actor.organisation(), policy);
    }

    /// What the rules said when it was decided, else when it was submitted.
    @Transactional(readOnly = true)
    public Optional<Decision> kept(ApplicationId application) {
        return store.kept(application);
    }

    /// Where the firm stands with a policy: its open application, else its latest.
    @Transactional(readOnly = true)
    public List<ApplicationView> ofFirm(Actor actor, OrgId firm) {
        return store.ofFirm(ApplicationSight.of(actor), firm);
    }

    @Transactional(readOnly = true)
    public int count(Actor actor, ApplicationFilter filter) {
        return store.count(ApplicationSight.of(actor), filter);
    }

    /// Sorted as [ApplicationStore#page] says.
    @Transactional(readOnly = true)
    public List<ApplicationView> page(Actor actor, ApplicationFilter filter, String sort, GrantLists.Part part) {
        return store.page(ApplicationSight.of(actor), filter, sort, part);
    }

    /// Newest first, from the first before one.
    @Transactional(readOnly = true)
    public List<ApplicationView> before(Actor actor, ApplicationFilter filter, @Nullable String id, int limit) {
        return store.before(ApplicationSight.of(actor), filter, id, limit);
    }

    @Transactional(readOnly = true)
    public List<ApplicationStepView> steps(ApplicationId application) {
        return store.steps(application);
    }

    @Transactional(readOnly = true)
    public List<ApplicationPaper> papers(ApplicationId application) {
        return store.papers(application);
    }

    @Transactional(readOnly = true)
    public List<ApplicationDefect> defects(ApplicationId application) {
        return store.defects(application);
    }

    private <C extends ApplyForBenefit> ApplicationOutcome whileWithFirm(
            Actor actor,
            RequestKey key,
            C command,
            ApplicationId id,
            Function<ApplicationView, ApplicationOutcome> work) {
        actor.require(Permission.APPLY_FOR_BENEFIT);
        return requests.once(actor, key, command, ApplicationOutcome.class, () -> {
            var application = lockOwn(actor, id);
            return application.state().isWithFirm() ? work.apply(application) : forbidden(application);
        });
    }

    private ApplicationView lockOwn(Actor actor, ApplicationId application) {
        return store.lock(ApplicationSight.ofApplicant(actor), application).orElseThrow(Applications::notFound);
    }

    static boolean isText(String text, int max) {
        return !text.isBlank() && text.length() <= max;
    }

    static ApplicationOutcome forbidden(ApplicationView application) {
        return new Refused(
                PolicyRefusal.APPLICATION_STATE_FORBIDS,
                Map.of("state", application.state().name()));
    }

    static RefusedException notFound() {
        return new RefusedException(CommonRefusal.NOT_FOUND);
    }
}
