// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.PolicyPackages;
import io.atrium.engine.decision.ReadOutcome;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.identity.Audit;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.PolicyDraft.Review;
import io.atrium.policy.PolicyDraftOutcome.Done;
import io.atrium.policy.PolicyDraftOutcome.Refused;
import io.atrium.policy.domain.DraftState;
import io.atrium.policy.store.PolicyDraftStore;
import io.atrium.policy.store.VersionStore;
import io.atrium.web.Requests;
import io.atrium.web.Seen;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The review of drafts (草案复核): only what passes its check is handed in, and only an officer who wrote none of it lets
/// it count, from a day on.
@Component
public class PolicyReviews {

    public static final int NOTE_LENGTH_MAX = 500;

    private final PolicyDraftStore store;
    private final VersionStore versions;
    private final PolicyDraftNotices notices;
    private final Requests requests;
    private final Audit audit;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    PolicyReviews(
            PolicyDraftStore store,
            VersionStore versions,
            PolicyDraftNotices notices,
            Requests requests,
            Audit audit,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.versions = versions;
        this.notices = notices;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /// @param effectiveOn the day from which it counts; null sends it back
    /// @param seen what was reviewed: the draft, and the version in force beside it
    public record Decide(PolicyDraftId draft, @Nullable LocalDate effectiveOn, String note, Seen seen) {}

    /// Hands a draft in; one that does not pass its check stays with its writers.
    @Transactional
    public PolicyDraftOutcome submit(Actor actor, RequestKey key, PolicyDraftId id) {
        actor.require(Permission.WRITE_POLICY);
        return requests.once(
                actor,
                key,
                id,
                PolicyDraftOutcome.class,
                () -> in(actor, id, DraftState.DRAFT, draft -> objection(draft).orElseGet(() -> handIn(actor, draft))));
    }

    private PolicyDraftOutcome handIn(Actor actor, PolicyDraft draft) {
        store.saveState(draft.id(), DraftState.IN_REVIEW);
        audit.record(
                actor,
                "policy.draft-submitted",
                draft.id().value(),
                Map.of(
                        "policy",
                        draft.policy().value(),
                        "fingerprint",
                        draft.text().fingerprint()));
        notices.waitsForReview(draft, clock.instant());
        return new Done(draft.id());
    }

    /// Why a draft may not be handed in or approved.
    private Optional<PolicyDraftOutcome> objection(PolicyDraft draft) {
        return switch (PolicyPackages.check(draft.text())) {
            case ReadOutcome.Refused refused ->
                Optional.of(new Refused(
                        PolicyRefusal.DRAFT_FAULTY,
                        Map.of("problems", refused.problems().size())));
            case ReadOutcome.Ready ready -> objection(draft, ready.policy());
        };
    }

    private Optional<PolicyDraftOutcome> objection(PolicyDraft draft, CompiledPolicy checked) {
        var header = checked.policy().header();
        if (!header.id().equals(draft.policy().value())) {
            return Optional.of(new Refused(
                    PolicyRefusal.DRAFT_NAMES_ANOTHER_POLICY,
                    Map.of("policy", draft.policy().value())));
        }
        if (versions.find(draft.policy(), header.version()).isPresent()) {
            return Optional.of(new Refused(PolicyRefusal.DRAFT_VERSION_TAKEN, Map.of("version", header.version())));
        }
        return Optional.empty();
    }

    /// A second officer lets it count from a day on, or sends it back with reasons.
    @Transactional
    public PolicyDraftOutcome decide(Actor actor, RequestKey key, Decide command) {
        actor.require(Permission.WRITE_POLICY);
        return requests.once(
                actor,
                key,
                command,
                PolicyDraftOutcome.class,
                () -> in(actor, command.draft(), DraftState.IN_REVIEW, draft -> decide(actor, draft, command)));
    }

    private PolicyDraftOutcome decide(Actor actor, PolicyDraft draft, Decide command) {
        var outdated = command.seen().refusal(comparedIn(draft));
        if (outdated.isPresent()) {
            return new Refused(outdated.get());
        }
        if (draft.isWrittenBy(actor.person())) {
            return new Refused(PolicyRefusal.DRAFT_REVIEWER_WROTE_IT, Map.of());
        }
        var isReasonMissing = command.effectiveOn() == null && command.note().isBlank();
        if (isReasonMissing || command.note().length() > NOTE_LENGTH_MAX) {
            return new Refused(PolicyRefusal.REASON_MISSING, Map.of("max", NOTE_LENGTH_MAX));
        }
        return command.effectiveOn() instanceof LocalDate day
                ? approve(actor, draft, command, day)
                : sendBack(actor, draft, command);
    }

    private PolicyDraftOutcome approve(Actor actor, PolicyDraft draft, Decide command, LocalDate day) {
        if (day.isBefore(clock.today())) {
            return new Refused(
                    PolicyRefusal.DRAFT_DAY_PAST, Map.of("today", clock.today().toString()));
        }
        var objection = objection(draft);
        if (objection.isPresent()) {
            return objection.get();
        }
        store.saveReview(draft.id(), DraftState.APPROVED, review(actor, draft, command));
        audit.record(
                actor,
                "policy.draft-approved",
                draft.id().value(),
                Map.of(
                        "effective_on",
                        day.toString(),
                        "fingerprint",
                        draft.text().fingerprint()));
        notices.approved(draft, day, clock.instant());
        events.publishEvent(new PolicyDraftApproved(draft.id()));
        return new Done(draft.id());
    }

    private PolicyDraftOutcome sendBack(Actor actor, PolicyDraft draft, Decide command) {
        store.saveReview(draft.id(), DraftState.DRAFT, review(actor, draft, command));
        audit.record(
                actor,
                "policy.draft-sent-back",
                draft.id().value(),
                Map.of("reason", command.note().strip()));
        notices.sentBack(draft, command.note().strip(), clock.instant());
        return new Done(draft.id());
    }

    private Review review(Actor actor, PolicyDraft draft, Decide command) {
        return new Review(
                clock.instant(),
                actor.name(),
                command.note().strip(),
                current(draft.policy()).map(PolicyVersionView::version).orElse(null),
                command.effectiveOn());
    }

    /// The mark of a draft beside the version in force: what a reviewer sees.
    @Transactional(readOnly = true)
    public Seen comparedIn(PolicyDraft draft) {
        return Seen.of(
                draft.text().fingerprint(),
                current(draft.policy()).map(PolicyVersionView::fingerprint).orElse(""));
    }

    private Optional<PolicyVersionView> current(PolicyId policy) {
        return versions.versions(policy).stream()
                .filter(PolicyVersionView::isCurrent)
                .findFirst();
    }

    private PolicyDraftOutcome in(
            Actor actor, PolicyDraftId id, DraftState state, Function<PolicyDraft, PolicyDraftOutcome> work) {
        var draft = store.lock(actor.scope(Permission.WRITE_POLICY), id).orElseThrow(PolicyDrafts::notFound);
        return draft.state() == state ? work.apply(draft) : PolicyDrafts.forbidden(draft);
    }
}
