// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.PackageText;
import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Ids;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.PolicyDraftOutcome.Done;
import io.atrium.policy.PolicyDraftOutcome.Refused;
import io.atrium.policy.domain.DraftState;
import io.atrium.policy.domain.HeaderText;
import io.atrium.policy.domain.NextVersion;
import io.atrium.policy.domain.PackageZip;
import io.atrium.policy.store.PolicyDraftStore;
import io.atrium.policy.store.VersionStore;
import io.atrium.web.Requests;
import io.atrium.web.Seen;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Drafts of policy versions (政策草案): begun from a version or from a file, written by the department that keeps the
/// policy. What follows once one is handed in stands in [PolicyReviews].
@Component
public class PolicyDrafts {

    private final PolicyDraftStore store;
    private final VersionStore versions;
    private final PolicyKeepers keepers;
    private final Requests requests;
    private final Audit audit;
    private final BusinessClock clock;
    private final Ids ids;

    PolicyDrafts(
            PolicyDraftStore store,
            VersionStore versions,
            PolicyKeepers keepers,
            Requests requests,
            Audit audit,
            BusinessClock clock,
            Ids ids) {
        this.store = store;
        this.versions = versions;
        this.keepers = keepers;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /// @param from the version to copy; null copies the one in force. An older one is the way back.
    public record Start(PolicyId policy, @Nullable String from) {}

    /// @param archive a ZIP with the four files
    public record Import(byte[] archive) {}

    /// @param seen the content that the writer changed
    public record Save(PolicyDraftId draft, PackageText text, Seen seen) {}

    @Transactional(readOnly = true)
    public List<PolicyDraft> list(Actor actor, @Nullable String after, int limit) {
        return store.list(actor.scope(Permission.WRITE_POLICY), after, limit);
    }

    @Transactional(readOnly = true)
    public Optional<PolicyDraft> find(Actor actor, PolicyDraftId draft) {
        return store.find(actor.scope(Permission.WRITE_POLICY), draft);
    }

    /// The draft of a policy that is not published or thrown away yet.
    @Transactional(readOnly = true)
    public Optional<PolicyDraft> findOpen(Actor actor, PolicyId policy) {
        return store.open(policy).flatMap(draft -> find(actor, draft.id()));
    }

    @Transactional
    public PolicyDraftOutcome start(Actor actor, RequestKey key, Start command) {
        actor.require(Permission.WRITE_POLICY);
        return requests.once(actor, key, command, PolicyDraftOutcome.class, () -> copy(actor, command));
    }

    private PolicyDraftOutcome copy(Actor actor, Start command) {
        if (keepers.find(actor, command.policy()).isEmpty()) {
            throw notFound();
        }
        store.lockPolicy(command.policy());
        var known = versions.versions(command.policy());
        var source = known.stream()
                .filter(version -> command.from() == null
                        ? version.isCurrent()
                        : version.version().equals(command.from()))
                .findFirst()
                .orElseThrow(PolicyDrafts::notFound);
        var text = versions.text(source.policy(), source.version());
        var taken = known.stream().map(PolicyVersionView::version).collect(Collectors.toSet());
        var current =
                known.stream().filter(PolicyVersionView::isCurrent).findFirst().orElse(source);
        var next = NextVersion.after(current.version(), taken);
        var renamed = new PackageText(
                HeaderText.with(text.policy(), Map.of("version", next)), text.model(), text.examples(), text.source());
        return begin(actor, command.policy(), source.version(), renamed);
    }

    /// A package from outside; a policy that nobody keeps and that is not published then belongs to this department.
    @Transactional
    public PolicyDraftOutcome importPackage(Actor actor, RequestKey key, Import command) {
        actor.require(Permission.WRITE_POLICY);
        return requests.once(actor, key, command, PolicyDraftOutcome.class, () -> switch (PackageZip.read(
                command.archive())) {
            case PackageZip.Outcome.Refused(var fault) ->
                new Refused(PolicyRefusal.PACKAGE_FILE_WRONG, Map.of("fault", fault.name()));
            case PackageZip.Outcome.Read(var text) -> bring(actor, text);
        });
    }

    private PolicyDraftOutcome bring(Actor actor, PackageText text) {
        var id = HeaderText.find(text.policy(), "id").filter(PolicyDrafts::isPolicyId);
        if (id.isEmpty() || version(text).isEmpty()) {
            return new Refused(PolicyRefusal.PACKAGE_FILE_WRONG, Map.of("fault", "NO_NAME"));
        }
        var policy = new PolicyId(id.get());
        store.lockPolicy(policy);
        boolean isOurs = versions.versions(policy).isEmpty()
                ? keepers.claim(actor, policy)
                : keepers.find(actor, policy).isPresent();
        if (!isOurs) {
            throw notFound();
        }
        return begin(actor, policy, null, text);
    }

    private PolicyDraftOutcome begin(Actor actor, PolicyId policy, @Nullable String basedOn, PackageText text) {
        var open = store.open(policy);
        if (open.isPresent()) {
            return new Refused(
                    PolicyRefusal.DRAFT_EXISTS,
                    Map.of(
                            "draft",
                            open.get().id().value(),
                            "by",
                            open.get().changed().by()));
        }
        var now = new PolicyDraft.Change(clock.instant(), actor.name());
        var draft = new PolicyDraft(
                new PolicyDraftId(ids.next(PolicyDraftId.PREFIX)),
                actor.organisation(),
                policy,
                version(text).orElseThrow(),
                DraftState.DRAFT,
                basedOn,
                text,
                now,
                now,
                Set.of(actor.person()),
                null,
                null);
        store.insert(draft);
        audit.record(
                actor,
                "policy.draft-begun",
                draft.id().value(),
                Map.of("policy", policy.value(), "version", draft.version(), "based_on", String.valueOf(basedOn)));
        return new Done(draft.id());
    }

    @Transactional
    public PolicyDraftOutcome save(Actor actor, RequestKey key, Save command) {
        actor.require(Permission.WRITE_POLICY);
        return requests.once(actor, key, command, PolicyDraftOutcome.class, () -> {
            var draft = store.lock(actor.scope(Permission.WRITE_POLICY), command.draft())
                    .orElseThrow(PolicyDrafts::notFound);
            if (draft.state() != DraftState.DRAFT) {
                return forbidden(draft);
            }
            return command.seen()
                    .refusal(contentOf(draft))
                    .<PolicyDraftOutcome>map(Refused::new)
                    .orElseGet(() -> write(actor, draft, command.text()));
        });
    }

    PolicyDraftOutcome write(Actor actor, PolicyDraft draft, PackageText text) {
        var fits = List.of(text.policy(), text.model(), text.examples(), text.source()).stream()
                .allMatch(file -> file.length() <= PackageText.FILE_BYTES_MAX);
        if (!fits) {
            return new Refused(PolicyRefusal.PACKAGE_FILE_WRONG, Map.of("fault", PackageZip.Fault.TOO_LARGE.name()));
        }
        var writers = new HashSet<>(draft.writers());
        writers.add(actor.person());
        var changed = new PolicyDraft(
                draft.id(),
                draft.department(),
                draft.policy(),
                version(text).orElse(draft.version()),
                draft.state(),
                draft.basedOn(),
                text,
                draft.created(),
                draft.changed(),
                writers,
                draft.review(),
                null);
        store.saveText(changed, writers, new PolicyDraft.Change(clock.instant(), actor.name()));
        audit.record(
                actor,
                "policy.draft-saved",
                draft.id().value(),
                Map.of("before", draft.text().fingerprint(), "after", text.fingerprint()));
        return new Done(draft.id());
    }

    /// Throws a draft away, or takes one back that was handed in or approved but does not count yet.
    @Transactional
    public PolicyDraftOutcome move(Actor actor, RequestKey key, PolicyDraftId id, DraftState to) {
        actor.require(Permission.WRITE_POLICY);
        return requests.once(actor, key, Map.of("draft", id, "to", to), PolicyDraftOutcome.class, () -> {
            var draft = store.lock(actor.scope(Permission.WRITE_POLICY), id).orElseThrow(PolicyDrafts::notFound);
            boolean isOffered = to == DraftState.DRAFT || to == DraftState.DISCARDED;
            if (!isOffered || !draft.state().mayBecome(to)) {
                return forbidden(draft);
            }
            store.saveState(id, to);
            audit.record(
                    actor,
                    "policy.draft-moved",
                    id.value(),
                    Map.of("before", draft.state().name(), "after", to.name()));
            return new Done(id);
        });
    }

    /// The mark of everything that a writer changes.
    public static Seen contentOf(PolicyDraft draft) {
        return Seen.of(draft.text().fingerprint());
    }

    static Refused forbidden(PolicyDraft draft) {
        return new Refused(
                PolicyRefusal.DRAFT_STATE_FORBIDS, Map.of("state", draft.state().name()));
    }

    static RefusedException notFound() {
        return new RefusedException(CommonRefusal.NOT_FOUND);
    }

    private static boolean isPolicyId(String id) {
        return id.length() <= 100 && id.matches("[a-z0-9]+(-[a-z0-9]+)+");
    }

    private static Optional<String> version(PackageText text) {
        return HeaderText.find(text.policy(), "version").filter(version -> version.matches("[a-z0-9][a-z0-9-]{0,39}"));
    }
}
