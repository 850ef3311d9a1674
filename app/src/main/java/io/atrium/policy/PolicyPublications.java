// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.PolicyPackages;
import io.atrium.engine.decision.ReadOutcome;
import io.atrium.engine.decision.decide.CompiledPolicy;
import io.atrium.identity.Audit;
import io.atrium.identity.SystemActors;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.domain.DraftState;
import io.atrium.policy.store.PolicyDraftStore;
import io.atrium.policy.store.VersionStore;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Publishes approved drafts on their day (政策发布): all firms are decided again, and those that newly qualify are told.
/// What was granted under an older version stays.
@Component
public class PolicyPublications {

    private final PolicyDraftStore store;
    private final VersionStore versions;
    private final Entitlements entitlements;
    private final PolicyBudgets budgets;
    private final PolicyDraftNotices notices;
    private final Audit audit;
    private final BusinessClock clock;

    PolicyPublications(
            PolicyDraftStore store,
            VersionStore versions,
            Entitlements entitlements,
            PolicyBudgets budgets,
            PolicyDraftNotices notices,
            Audit audit,
            BusinessClock clock) {
        this.store = store;
        this.versions = versions;
        this.entitlements = entitlements;
        this.budgets = budgets;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /// Publishes the next draft whose day has come; false when there is none.
    @Transactional
    public boolean publishNext() {
        var due = store.lockDue(clock.today());
        due.ifPresent(this::publishOrReturn);
        return due.isPresent();
    }

    /// What was reviewed beside another version than the one in force today is reviewed again.
    private void publishOrReturn(PolicyDraft draft) {
        var current = versions.versions(draft.policy()).stream()
                .filter(PolicyVersionView::isCurrent)
                .map(PolicyVersionView::version)
                .findFirst()
                .orElse(null);
        var against = Objects.requireNonNull(draft.review()).against();
        boolean isFree = versions.find(draft.policy(), draft.version()).isEmpty();
        var checked = Objects.equals(current, against) && isFree ? check(draft) : Optional.<CompiledPolicy>empty();
        checked.ifPresentOrElse(policy -> publish(draft, policy), () -> returnToReview(draft));
    }

    private static Optional<CompiledPolicy> check(PolicyDraft draft) {
        return switch (PolicyPackages.check(draft.text())) {
            case ReadOutcome.Ready ready -> Optional.of(ready.policy());
            case ReadOutcome.Refused _ -> Optional.empty();
        };
    }

    private void publish(PolicyDraft draft, CompiledPolicy checked) {
        var before = store.qualifying(draft.policy());
        versions.publish(draft.policy(), draft.version(), draft.text(), clock.instant());
        store.savePublished(draft.id(), clock.instant());
        budgets.appropriateAll();
        var answers = entitlements.decidePolicy(draft.policy(), "policy-published " + draft.version());
        var newly = store.qualifying(draft.policy());
        newly.removeAll(before);
        newly.forEach(firm -> notices.newlyQualifies(draft, checked.policy().header(), firm));
        notices.published(draft, newly.size());
        audit.record(
                SystemActors.of("policy"),
                "policy.draft-published",
                draft.id().value(),
                Map.of(
                        "policy", draft.policy().value(),
                        "version", draft.version(),
                        "answers", answers,
                        "newly", newly.size()));
    }

    private void returnToReview(PolicyDraft draft) {
        store.saveState(draft.id(), DraftState.IN_REVIEW);
        notices.waitsForReview(draft, clock.instant());
        audit.record(
                SystemActors.of("policy"),
                "policy.draft-overtaken",
                draft.id().value(),
                Map.of("policy", draft.policy().value()));
    }
}
