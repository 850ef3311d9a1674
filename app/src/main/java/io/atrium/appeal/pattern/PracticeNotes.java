// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import io.atrium.appeal.AppealId;
import io.atrium.appeal.AppealView;
import io.atrium.appeal.Appeals;
import io.atrium.appeal.memory.CaseMemory;
import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Requests;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Practice notes (办理经验): written from an answered appeal or a closed finding, offered beside appeals that they
/// resemble, counted when they help. All who work on appeals read them; their words are the writer's, not a
/// firm's.
@Component
public class PracticeNotes {

    /// Compared with an appeal: the most used ones.
    private static final int COMPARED_MAX = 300;

    private static final int OFFERED_MAX = 3;

    private final NoteStore store;
    private final Findings findings;
    private final Appeals appeals;
    private final CaseMemory memory;
    private final Requests requests;
    private final Audit audit;
    private final BusinessClock clock;

    PracticeNotes(
            NoteStore store,
            Findings findings,
            Appeals appeals,
            CaseMemory memory,
            Requests requests,
            Audit audit,
            BusinessClock clock) {
        this.store = store;
        this.findings = findings;
        this.appeals = appeals;
        this.memory = memory;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /// A note beside an appeal, and whether it was used for it.
    public record Offered(NoteView note, boolean isUsed) {}

    @Transactional(readOnly = true)
    public List<NoteView> list(Actor actor, String words, long offset, int limit) {
        return Findings.mayRead(actor) ? store.list(words, offset, limit) : List.of();
    }

    /// Newest first, after an id.
    @Transactional(readOnly = true)
    public List<NoteView> page(Actor actor, String words, @Nullable String after, int rows) {
        return Findings.mayRead(actor) ? store.page(words, after, rows) : List.of();
    }

    @Transactional(readOnly = true)
    public int count(Actor actor, String words) {
        return Findings.mayRead(actor) ? store.count(words) : 0;
    }

    /// Notes for an appeal that the caller was allowed to find, the nearest first.
    @Transactional(readOnly = true)
    public List<Offered> offered(Actor actor, AppealView appeal) {
        if (!Findings.mayRead(actor)) {
            return List.of();
        }
        var notes = store.list("", 0, COMPARED_MAX);
        var used = new HashSet<>(store.usedFor(appeal.id()));
        var texts =
                notes.stream().map(note -> note.title() + "。" + note.applies()).toList();
        return memory.nearest(appeal.need().words(), texts, OFFERED_MAX).stream()
                .map(notes::get)
                .map(note -> new Offered(note, used.contains(note.id())))
                .toList();
    }

    /// Whether the actor may make a note of an appeal: its unit or whoever dispatches, once it is answered.
    public static boolean mayWrite(Actor actor, AppealView appeal) {
        return appeal.answeredAt() != null && mayActOn(actor, appeal);
    }

    /// Whether the actor may make a note of a finding, once it is closed.
    public static boolean mayWrite(Actor actor, FindingView finding) {
        return finding.outcome() != null && Findings.mayAct(actor, finding);
    }

    /// The unit that has an appeal, and whoever dispatches, say whether a note helped.
    public static boolean mayUse(Actor actor, AppealView appeal) {
        return mayActOn(actor, appeal);
    }

    private static boolean mayActOn(Actor actor, AppealView appeal) {
        return Findings.mayRead(actor)
                && (actor.may(Permission.DISPATCH_APPEAL)
                        || Optional.ofNullable(appeal.owner().unit())
                                .filter(actor.scope(Permission.HANDLE_APPEAL)::sees)
                                .isPresent());
    }

    /// Whether the reader may open the source of a note.
    @Transactional(readOnly = true)
    public boolean maySee(Actor actor, NoteSource source) {
        return switch (source) {
            case NoteSource.OfAppeal(var appeal) -> appeals.find(actor, appeal).isPresent();
            case NoteSource.OfFinding(var finding) ->
                findings.find(actor, finding).isPresent();
        };
    }

    @Transactional
    public NoteId write(Actor actor, WriteNote command) {
        var category = category(actor, command.source());
        return requests.once(actor, command.key(), command, NoteId.class, () -> {
            check(command.title(), WriteNote.TITLE_LENGTH_MAX);
            check(command.applies(), WriteNote.APPLIES_LENGTH_MAX);
            check(command.action(), WriteNote.ACTION_LENGTH_MAX);
            var id = store.insert(actor, command, category, clock.instant());
            audit.record(actor, "appeal.note-written", id.value(), Map.of());
            return id;
        });
    }

    /// Of the source, if the actor may make a note of it.
    private String category(Actor actor, NoteSource source) {
        return switch (source) {
            case NoteSource.OfAppeal(var id) -> {
                var appeal = found(actor, id);
                require(mayActOn(actor, appeal), appeal.answeredAt() != null);
                yield appeal.need().category();
            }
            case NoteSource.OfFinding(var id) -> {
                var finding = findings.find(actor, id)
                        .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND))
                        .finding();
                require(Findings.mayAct(actor, finding), finding.outcome() != null);
                yield finding.category();
            }
        };
    }

    private static void require(boolean mayAct, boolean isOver) {
        if (!mayAct) {
            throw Findings.notAllowed();
        }
        if (!isOver) {
            throw new RefusedException(NoteRefusal.NOTE_SOURCE_OPEN);
        }
    }

    /// Counts a note as used for an appeal; a second time changes nothing.
    @Transactional
    public NoteId use(Actor actor, UseNote command) {
        var appeal = found(actor, command.appeal());
        var note = store.find(command.note()).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        if (!mayUse(actor, appeal)) {
            throw Findings.notAllowed();
        }
        return requests.once(actor, command.key(), command, NoteId.class, () -> {
            if (store.use(actor, command, clock.instant())) {
                audit.record(actor, "appeal.note-used", note.id().value(), Map.of("appeal", appeal.id()));
            }
            return note.id();
        });
    }

    private AppealView found(Actor actor, AppealId id) {
        return Optional.of(actor)
                .filter(Findings::mayRead)
                .flatMap(_ -> appeals.find(actor, id))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private static void check(String text, int limit) {
        int length = text.strip().length();
        if (length == 0 || length > limit) {
            throw new RefusedException(Refusal.of(NoteRefusal.NOTE_LENGTH, "limit", limit));
        }
    }
}
