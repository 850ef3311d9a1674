// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.api;

import io.atrium.appeal.AppealId;
import io.atrium.appeal.pattern.FindingId;
import io.atrium.appeal.pattern.Findings;
import io.atrium.appeal.pattern.NoteId;
import io.atrium.appeal.pattern.NoteSource;
import io.atrium.appeal.pattern.NoteView;
import io.atrium.appeal.pattern.PracticeNotes;
import io.atrium.appeal.pattern.UseNote;
import io.atrium.appeal.pattern.WriteNote;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.web.api.CursorPage;
import io.atrium.web.api.CursorQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Practice notes: read, write, count a use.
@RestController
@RequestMapping("/api/v1/practice-notes")
@Tag(name = "appeals")
class NotesApi {

    private final PracticeNotes notes;

    NotesApi(PracticeNotes notes) {
        this.notes = notes;
    }

    record Note(
            String id,
            String title,
            String applies,
            String action,
            String category,
            String unit,
            String by,
            Instant at,
            int uses) {

        static Note of(NoteView view) {
            return new Note(
                    view.id().value(),
                    view.title(),
                    view.applies(),
                    view.action(),
                    view.category(),
                    view.unit().value(),
                    view.by(),
                    view.at(),
                    view.uses());
        }
    }

    @Operation(summary = "Practice notes, newest first; `text` occurs in title, when or what")
    @GetMapping
    CursorPage<Note> list(Actor actor, CursorQuery query, @RequestParam(defaultValue = "") String text) {
        Findings.requireReader(actor);
        var rows = notes.page(actor, text, query.after(), query.rowsToRead());
        return CursorPage.of(query, rows, each -> each.id().value(), Note::of);
    }

    /// @param appeal an answered one; or else a closed finding
    record Write(
            @Nullable String appeal,
            @Nullable String finding,
            @Nullable String title,
            @Nullable String applies,
            @Nullable String action) {}

    record Written(String id) {}

    @Operation(summary = "Write a note from an answered appeal or a closed finding")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Written write(Actor actor, RequestKey key, @RequestBody Write body) {
        Findings.requireReader(actor);
        var id = notes.write(
                actor, new WriteNote(key, source(body), text(body.title()), text(body.applies()), text(body.action())));
        return new Written(id.value());
    }

    private static NoteSource source(Write body) {
        var appeal = body.appeal();
        return appeal == null
                ? new NoteSource.OfFinding(new FindingId(text(body.finding())))
                : new NoteSource.OfAppeal(new AppealId(appeal));
    }

    record Use(@Nullable String appeal) {}

    @Operation(summary = "Say that a note helped with an appeal; counted once for each appeal")
    @PostMapping("/{id}/uses")
    Written use(Actor actor, RequestKey key, @PathVariable NoteId id, @RequestBody Use body) {
        Findings.requireReader(actor);
        return new Written(notes.use(actor, new UseNote(key, id, new AppealId(text(body.appeal()))))
                .value());
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }
}
