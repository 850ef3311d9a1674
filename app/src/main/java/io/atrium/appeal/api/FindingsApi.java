// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.api;

import io.atrium.appeal.AppealView;
import io.atrium.appeal.pattern.CloseFinding;
import io.atrium.appeal.pattern.FindingFilter;
import io.atrium.appeal.pattern.FindingFilter.View;
import io.atrium.appeal.pattern.FindingId;
import io.atrium.appeal.pattern.FindingReasons;
import io.atrium.appeal.pattern.FindingState;
import io.atrium.appeal.pattern.FindingView;
import io.atrium.appeal.pattern.FindingView.Outcome;
import io.atrium.appeal.pattern.FindingView.Taken;
import io.atrium.appeal.pattern.Findings;
import io.atrium.appeal.pattern.TakeOnFinding;
import io.atrium.engine.meaning.pattern.Finding.Kind;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.web.api.CursorPage;
import io.atrium.web.api.CursorQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Findings: what many needs together say, and what a unit made of it.
@RestController
@RequestMapping("/api/v1/appeal-findings")
@Tag(name = "appeals")
class FindingsApi {

    private final Findings findings;

    FindingsApi(Findings findings) {
        this.findings = findings;
    }

    /// @param reasons without terms and firm in the list, and where not all cases are visible
    record Finding(
            String id,
            String kind,
            String category,
            String place,
            LocalDate from,
            LocalDate day,
            FindingReasons reasons,
            int cases,
            String unit,
            FindingState state,
            Instant foundAt,
            Instant dueAt,
            @Nullable Taken taken,
            @Nullable Instant escalatedAt,
            @Nullable Outcome outcome) {

        static Finding of(FindingView view) {
            return new Finding(
                    view.id().value(),
                    view.kind().name(),
                    view.category(),
                    view.place(),
                    view.from(),
                    view.day(),
                    view.reasons(),
                    view.cases(),
                    view.unit().value(),
                    view.state(),
                    view.foundAt(),
                    view.dueAt(),
                    view.taken(),
                    view.escalatedAt(),
                    view.outcome());
        }
    }

    /// @param examples ids of the appeals behind it that one may see
    record Whole(Finding finding, List<String> examples) {}

    @Operation(summary = "Findings that one may see, newest first; `view` is OPEN, MINE, CLOSED or ALL")
    @GetMapping
    CursorPage<Finding> list(
            Actor actor,
            CursorQuery query,
            @RequestParam(defaultValue = "ALL") View view,
            @RequestParam(required = false) @Nullable Kind kind) {
        Findings.requireReader(actor);
        var rows = findings.page(actor, new FindingFilter(view, kind), query.after(), query.rowsToRead());
        return CursorPage.of(query, rows, each -> each.id().value(), Finding::of);
    }

    @Operation(summary = "One finding with its reasons as data and the ids of the appeals behind it")
    @GetMapping("/{id}")
    Whole find(Actor actor, @PathVariable FindingId id) {
        Findings.requireReader(actor);
        var shown = findings.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        return new Whole(
                Finding.of(shown.finding()),
                shown.cases().stream()
                        .map(AppealView::id)
                        .map(Objects::toString)
                        .toList());
    }

    record Moved(FindingState state) {}

    @Operation(summary = "Begin to look for the cause, for the unit that has the finding")
    @PostMapping("/{id}/acceptance")
    Moved takeOn(Actor actor, RequestKey key, @PathVariable FindingId id) {
        Findings.requireReader(actor);
        return new Moved(findings.takeOn(actor, new TakeOnFinding(key, id)));
    }

    /// @param cause what it was, or why there is none in common
    record Close(
            boolean oneCause,
            @Nullable String cause,
            @Nullable String done) {}

    @Operation(summary = "Say what the cause was and what was done, or that there is none in common")
    @PostMapping("/{id}/closure")
    Moved close(Actor actor, RequestKey key, @PathVariable FindingId id, @RequestBody Close body) {
        Findings.requireReader(actor);
        return new Moved(findings.close(
                actor,
                new CloseFinding(
                        key,
                        id,
                        body.oneCause(),
                        Objects.requireNonNullElse(body.cause(), ""),
                        Objects.requireNonNullElse(body.done(), ""))));
    }
}
