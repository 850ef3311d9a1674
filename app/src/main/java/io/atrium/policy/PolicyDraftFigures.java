// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.Refusal;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.PolicyDraftOutcome.Refused;
import io.atrium.policy.domain.DraftState;
import io.atrium.policy.domain.MovedPackage;
import io.atrium.policy.store.PolicyDraftStore;
import io.atrium.web.Requests;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes moved figures into a draft (写入草案): into the open one, or into a new one copied from the version in force.
/// The examples are moved along as far as they can be; what was done stands in the draft's differences, and a second
/// officer reads it before anything counts.
@Component
public class PolicyDraftFigures {

    private final PolicyDrafts drafts;
    private final PolicyDraftStore store;
    private final PolicyKeepers keepers;
    private final Workbench workbench;
    private final Requests requests;

    PolicyDraftFigures(
            PolicyDrafts drafts,
            PolicyDraftStore store,
            PolicyKeepers keepers,
            Workbench workbench,
            Requests requests) {
        this.drafts = drafts;
        this.store = store;
        this.keepers = keepers;
        this.workbench = workbench;
        this.requests = requests;
    }

    /// Where the figures would go: nowhere when another department keeps the policy.
    public sealed interface Target {

        record NewDraft(String fromVersion) implements Target {}

        record OpenDraft(PolicyDraft draft) implements Target {}

        record Nowhere() implements Target {}
    }

    @Transactional(readOnly = true)
    public Target target(Actor actor, PolicyId policy) {
        if (keepers.find(actor, policy).isEmpty()) {
            return new Target.Nowhere();
        }
        var open = store.open(policy);
        if (open.isPresent()) {
            return drafts.find(actor, open.get().id())
                    .<Target>map(Target.OpenDraft::new)
                    .orElse(new Target.Nowhere());
        }
        return workbench
                .base(actor, policy, null)
                .<Target>map(base -> new Target.NewDraft(base.version()))
                .orElse(new Target.Nowhere());
    }

    /// What would be written, for the officer to read before.
    @Transactional(readOnly = true)
    public MovedPackage preview(Actor actor, WorkbenchResult result) {
        var base = target(actor, result.base().policy()) instanceof Target.OpenDraft(var draft)
                ? workbench.base(actor, draft.policy(), draft.id()).orElse(result.base())
                : result.base();
        var known = new TreeMap<>(result.moved());
        known.keySet().removeIf(name -> base.threshold(name).isEmpty());
        return MovedPackage.of(base.text(), base.compiled(), known);
    }

    /// @return the draft that now has the figures
    @Transactional
    public PolicyDraftOutcome write(Actor actor, RequestKey key, Supposition supposition) {
        actor.require(Permission.WRITE_POLICY);
        return requests.once(actor, key, supposition, PolicyDraftOutcome.class, () -> {
            if (keepers.find(actor, supposition.policy()).isEmpty()) {
                throw PolicyDrafts.notFound();
            }
            var moved = workbench.run(actor, supposition).moved();
            if (moved.isEmpty()) {
                return new Refused(Refusal.of(PolicyRefusal.NOTHING_MOVED));
            }
            store.lockPolicy(supposition.policy());
            return target(actor, key, supposition)
                    .map(draft -> write(
                            actor,
                            draft,
                            new Supposition(supposition.policy(), draft.id(), supposition.snapshot(), moved)))
                    .orElseThrow(PolicyDrafts::notFound);
        });
    }

    private Optional<PolicyDraft> target(Actor actor, RequestKey key, Supposition supposition) {
        var open = store.open(supposition.policy());
        if (open.isPresent()) {
            return open;
        }
        var begun = drafts.start(actor, key.part("draft"), new PolicyDrafts.Start(supposition.policy(), null));
        return begun instanceof PolicyDraftOutcome.Done(var id) ? drafts.find(actor, id) : Optional.empty();
    }

    private PolicyDraftOutcome write(Actor actor, PolicyDraft draft, Supposition moved) {
        if (draft.state() != DraftState.DRAFT) {
            return PolicyDrafts.forbidden(draft);
        }
        var base = workbench.base(actor, draft.policy(), draft.id()).orElseThrow(PolicyDrafts::notFound);
        var unknown = moved.figures().keySet().stream()
                .filter(name -> base.threshold(name).isEmpty())
                .findFirst();
        if (unknown.isPresent()) {
            return new Refused(PolicyRefusal.FIGURE_UNKNOWN, Map.of("figure", unknown.get()));
        }
        return drafts.write(
                actor,
                draft,
                MovedPackage.of(base.text(), base.compiled(), moved.figures()).text());
    }
}
