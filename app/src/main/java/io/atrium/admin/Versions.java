// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import io.atrium.admin.Version.Author;
import io.atrium.admin.Version.Review;
import io.atrium.admin.VersionOutcome.Done;
import io.atrium.admin.VersionOutcome.Refused;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Seen;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/// Reference data in versions (版本管理): a draft, a second person's review, and a day from which it counts. Going back is
/// a new version made from an old one. A kind says what its content is, what counts now, and how an edit changes it.
///
/// @param <C> the content of a version
/// @param <E> one edit of a draft
public abstract class Versions<C, E> {

    public static final int NOTE_LENGTH_MAX = 500;

    /// Version 0 of every subject: what Atrium ships with.
    public static final String SHIPPED = "0";

    private final Subject.Kind kind;
    private final Class<C> type;
    private final VersionFlow flow;

    Versions(Subject.Kind kind, Class<C> type, VersionFlow flow) {
        this.kind = kind;
        this.type = type;
        this.flow = flow;
    }

    /// @param from the version to copy; null copies what counts today
    public record Draft(String name, @Nullable VersionId from) {}

    /// @param seen what the author saw of that which the edit replaces
    public record Edit<E>(VersionId version, E edit, Seen seen) {
        public Edit(VersionId version, E edit) {
            this(version, edit, Seen.ANYTHING);
        }
    }

    public record Move(VersionId version, VersionState to) {}

    /// @param seen the content that was reviewed
    public record Publish(VersionId version, LocalDate effectiveOn, String note, Seen seen) {
        public Publish(VersionId version, LocalDate effectiveOn, String note) {
            this(version, effectiveOn, note, Seen.ANYTHING);
        }
    }

    /// A changed content, or why the edit is impossible.
    public sealed interface Edited<C> {
        record Changed<C>(C content) implements Edited<C> {}

        record Impossible<C>(RefusalOf problem) implements Edited<C> {}
    }

    /// @param problem a code of the kind's own
    public record RefusalOf(String problem, Map<String, Object> facts) {}

    /// What counts now; empty for a subject that does not exist.
    protected abstract Optional<C> current(String name);

    /// Version 0.
    protected abstract Optional<C> shipped(String name);

    protected abstract Edited<C> apply(Version<C> draft, E edit);

    /// The mark of everything that a reviewer lets count.
    public abstract Seen contentOf(Version<C> version);

    /// The mark of what an edit replaces.
    protected Seen shownFor(Version<C> draft, E edit) {
        return contentOf(draft);
    }

    /// Takes up what was published, once the caller's transaction is committed.
    protected abstract void applySoon();

    @Transactional(readOnly = true)
    public List<Version<C>> of(Actor actor, String name) {
        actor.require(Permission.MANAGE_REFERENCE);
        return flow.store().of(new Subject(kind, name), type);
    }

    @Transactional(readOnly = true)
    public Optional<Version<C>> find(Actor actor, VersionId id) {
        actor.require(Permission.MANAGE_REFERENCE);
        return flow.store().find(kind, id, type);
    }

    /// The content of a version by its number, of what is shipped, or of what counts now.
    @Transactional(readOnly = true)
    public Optional<C> content(Actor actor, String name, String number) {
        if (number.equals(SHIPPED)) {
            return shipped(name);
        }
        return of(actor, name).stream()
                .filter(version -> String.valueOf(version.number()).equals(number))
                .map(Version::content)
                .findFirst()
                .or(() -> current(name));
    }

    @Transactional
    public VersionOutcome draft(Actor actor, RequestKey key, Draft command) {
        actor.require(Permission.MANAGE_REFERENCE);
        return flow.requests().once(actor, key, command, VersionOutcome.class, () -> {
            var subject = new Subject(kind, command.name());
            flow.store().lockSubject(subject);
            var open = flow.store().of(subject, type).stream()
                    .filter(Version::isOpen)
                    .findFirst();
            if (open.isPresent()) {
                return new Refused(
                        AdminRefusal.VERSION_DRAFT_EXISTS,
                        Map.of("author", open.get().author().name()));
            }
            return insert(actor, subject, command.from());
        });
    }

    private VersionOutcome insert(Actor actor, Subject subject, @Nullable VersionId from) {
        var source = from == null
                ? Optional.<Version<C>>empty()
                : Optional.of(flow.store()
                        .find(kind, from, type)
                        .filter(found -> found.subject().equals(subject))
                        .orElseThrow(Versions::notFound));
        var content =
                source.map(Version::content).or(() -> current(subject.name())).orElseThrow(Versions::notFound);
        var version = new Version<>(
                new VersionId(flow.ids().next(VersionId.PREFIX)),
                subject,
                flow.store().nextNumber(subject),
                VersionState.DRAFT,
                content,
                source.map(found -> String.valueOf(found.number())).orElseGet(() -> inForce(subject)),
                flow.clock().instant(),
                author(actor),
                null);
        flow.store().insert(version);
        record(actor, "drafted", version, Map.of("based_on", version.basedOn()));
        return new Done(version.id());
    }

    /// The number of the version that counts today.
    private String inForce(Subject subject) {
        var today = flow.clock().today();
        return flow.store().inForce(kind, today, type).stream()
                .filter(version -> version.subject().equals(subject))
                .reduce((_, newer) -> newer)
                .map(version -> String.valueOf(version.number()))
                .orElse(SHIPPED);
    }

    @Transactional
    public VersionOutcome edit(Actor actor, RequestKey key, Edit<E> command) {
        actor.require(Permission.MANAGE_REFERENCE);
        return flow.requests()
                .once(
                        actor,
                        key,
                        command,
                        VersionOutcome.class,
                        () -> inState(command.version(), VersionState.DRAFT, version -> edit(actor, version, command)));
    }

    private VersionOutcome edit(Actor actor, Version<C> version, Edit<E> command) {
        var outdated = command.seen().refusal(shownFor(version, command.edit()));
        if (outdated.isPresent()) {
            return new Refused(outdated.get());
        }
        return switch (apply(version, command.edit())) {
            case Edited.Impossible<C>(var problem) -> {
                var facts = new LinkedHashMap<>(problem.facts());
                facts.put("problem", problem.problem());
                yield new Refused(AdminRefusal.VERSION_EDIT_IMPOSSIBLE, facts);
            }
            case Edited.Changed<C>(var changed) -> {
                flow.store().saveContent(version.with(changed));
                record(actor, "edited", version, Map.of("edit", String.valueOf(command.edit())));
                yield new Done(version.id());
            }
        };
    }

    /// Hands a draft in for review, takes it back, or throws it away.
    @Transactional
    public VersionOutcome move(Actor actor, RequestKey key, Move command) {
        actor.require(Permission.MANAGE_REFERENCE);
        return flow.requests().once(actor, key, command, VersionOutcome.class, () -> {
            var version = flow.store().lock(kind, command.version(), type).orElseThrow(Versions::notFound);
            if (command.to() == VersionState.PUBLISHED || !version.state().mayBecome(command.to())) {
                return forbidden(version);
            }
            if (command.to() == VersionState.IN_REVIEW && isUnchanged(version)) {
                return new Refused(AdminRefusal.VERSION_HAS_NO_CHANGE, Map.of());
            }
            flow.store().saveState(version.id(), command.to(), flow.clock().instant());
            var change = Map.of(
                    "before", version.state().name(), "after", command.to().name());
            record(actor, "moved", version, Map.of("state", change));
            return new Done(version.id());
        });
    }

    private boolean isUnchanged(Version<C> version) {
        return current(version.subject().name())
                .filter(version.content()::equals)
                .isPresent();
    }

    /// A second person lets it count from a day on.
    @Transactional
    public VersionOutcome publish(Actor actor, RequestKey key, Publish command) {
        actor.require(Permission.MANAGE_REFERENCE);
        return flow.requests()
                .once(
                        actor,
                        key,
                        command,
                        VersionOutcome.class,
                        () -> inState(
                                command.version(), VersionState.IN_REVIEW, version -> decide(actor, version, command)));
    }

    private VersionOutcome decide(Actor actor, Version<C> version, Publish command) {
        var outdated = command.seen().refusal(contentOf(version));
        if (outdated.isPresent()) {
            return new Refused(outdated.get());
        }
        var today = flow.clock().today();
        if (version.author().person().equals(actor.person())) {
            return new Refused(AdminRefusal.VERSION_REVIEWER_IS_AUTHOR, Map.of());
        }
        if (command.effectiveOn().isBefore(today)) {
            return new Refused(AdminRefusal.VERSION_DAY_PAST, Map.of("today", today.toString()));
        }
        if (command.note().length() > NOTE_LENGTH_MAX) {
            return new Refused(AdminRefusal.VERSION_NOTE_TOO_LONG, Map.of("max", NOTE_LENGTH_MAX));
        }
        var note = command.note().isBlank() ? null : command.note().strip();
        var review = new Review(actor.name(), flow.clock().instant(), note, command.effectiveOn());
        flow.store().saveReview(version.id(), VersionState.PUBLISHED, author(actor), review);
        record(
                actor,
                "published",
                version,
                Map.of("effective_on", command.effectiveOn().toString()));
        applySoon();
        return new Done(version.id());
    }

    private VersionOutcome inState(VersionId id, VersionState state, Function<Version<C>, VersionOutcome> work) {
        var version = flow.store().lock(kind, id, type).orElseThrow(Versions::notFound);
        return version.state() == state ? work.apply(version) : forbidden(version);
    }

    private void record(Actor actor, String action, Version<C> version, Map<String, Object> details) {
        var all = new LinkedHashMap<String, Object>();
        all.put("subject", version.subject().name());
        all.putAll(details);
        flow.audit()
                .record(
                        actor,
                        "admin." + kind.code() + "-" + action,
                        version.id().value(),
                        all);
    }

    private static VersionOutcome forbidden(Version<?> version) {
        return new Refused(
                AdminRefusal.VERSION_STATE_FORBIDS,
                Map.of("state", version.state().name()));
    }

    private static Author author(Actor actor) {
        return new Author(actor.person(), actor.name());
    }

    private static RefusedException notFound() {
        return new RefusedException(CommonRefusal.NOT_FOUND);
    }
}
