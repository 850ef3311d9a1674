// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.api;

import io.atrium.files.Attachments;
import io.atrium.files.FileId;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.premises.ActOnStep;
import io.atrium.premises.BuildingId;
import io.atrium.premises.MoveFigures;
import io.atrium.premises.MoveFilter;
import io.atrium.premises.MoveId;
import io.atrium.premises.MoveKind;
import io.atrium.premises.MovePaper;
import io.atrium.premises.MovePapers;
import io.atrium.premises.MoveState;
import io.atrium.premises.MoveView;
import io.atrium.premises.Moves;
import io.atrium.premises.RoomId;
import io.atrium.premises.StartMove;
import io.atrium.premises.StepAct;
import io.atrium.premises.StepId;
import io.atrium.premises.StepState;
import io.atrium.premises.StepView;
import io.atrium.premises.WithdrawMove;
import io.atrium.premises.domain.MoveTemplate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Moves in and out for programs.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "premises")
class MovesApi {

    private static final int LISTED_MAX = 500;

    private final Moves moves;
    private final MovePapers papers;
    private final Attachments attachments;
    private final MoveFigures figures;

    MovesApi(Moves moves, MovePapers papers, Attachments attachments, MoveFigures figures) {
        this.moves = moves;
        this.papers = papers;
        this.attachments = attachments;
        this.figures = figures;
    }

    /// @param waitsFor codes of the steps that come before it
    record Step(
            String id,
            String code,
            String unit,
            StepState state,
            int workingDays,
            List<String> waitsFor,
            @Nullable LocalDate openedOn,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate doneOn) {

        static Step of(StepView step, MoveTemplate template) {
            return new Step(
                    step.id().value(),
                    step.code(),
                    step.unit().value(),
                    step.state(),
                    step.days(),
                    template.step(step.code()).waitsFor(),
                    step.openedOn(),
                    step.dueOn(),
                    step.doneOn());
        }
    }

    /// @param rooms that were asked for, or that are left
    record Move(
            String id,
            MoveKind kind,
            int template,
            String firm,
            String building,
            List<String> rooms,
            @Nullable Integer seats,
            @Nullable BigDecimal area,
            LocalDate wantedOn,
            String contact,
            String notes,
            MoveState state,
            LocalDate startedOn,
            @Nullable LocalDate handedOverOn,
            @Nullable LocalDate endedOn,
            @Nullable String reason,
            List<Step> steps) {}

    private Move move(MoveView move) {
        var template = moves.template(move);
        return new Move(
                move.id().value(),
                move.kind(),
                move.template(),
                move.firm().value(),
                move.building().value(),
                move.rooms().stream().map(RoomId::value).toList(),
                move.wish().seats(),
                move.wish().area(),
                move.wish().wantedOn(),
                move.wish().contact(),
                move.wish().notes(),
                move.state(),
                move.startedOn(),
                move.handedOverOn(),
                move.endedOn(),
                move.reason(),
                move.steps().stream().map(step -> Step.of(step, template)).toList());
    }

    record AllMoves(List<Move> items) {}

    @Operation(summary = "Moves in and out that one may see, newest first; also by state and kind")
    @GetMapping("/moves")
    AllMoves list(
            Actor actor,
            @RequestParam(required = false) @Nullable MoveState state,
            @RequestParam(required = false) @Nullable MoveKind kind) {
        actor.require(Permission.READ_MOVE);
        return new AllMoves(moves.list(actor, new MoveFilter(state, kind), 0, LISTED_MAX).stream()
                .map(this::move)
                .toList());
    }

    @Operation(summary = "One move with its steps")
    @GetMapping("/moves/{id}")
    Move find(Actor actor, @PathVariable MoveId id) {
        return move(found(actor, id));
    }

    private MoveView found(Actor actor, MoveId id) {
        actor.require(Permission.READ_MOVE);
        return moves.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    /// @param step code of the step that it came with; null with the form
    record Paper(
            String id,
            String name,
            String mediaType,
            long sizeBytes,
            @Nullable String step,
            String by,
            Instant at) {}

    record AllPapers(List<Paper> items) {}

    @Operation(summary = "Papers of a move, oldest first: what the firm handed in, what units issued")
    @GetMapping("/moves/{id}/papers")
    AllPapers papers(Actor actor, @PathVariable MoveId id) {
        var move = found(actor, id);
        return new AllPapers(
                papers.of(move).stream().map(paper -> paper(move, paper)).toList());
    }

    private static Paper paper(MoveView move, MovePaper paper) {
        var file = paper.file();
        var step = move.steps().stream()
                .filter(each -> each.id().equals(paper.step()))
                .map(StepView::code)
                .findFirst();
        return new Paper(
                file.id().value(),
                file.name(),
                file.mediaType(),
                file.sizeBytes(),
                step.orElse(null),
                paper.by(),
                paper.at());
    }

    @Operation(summary = "The content of a paper of a move")
    @GetMapping("/moves/{id}/papers/{file}")
    ResponseEntity<byte[]> paper(Actor actor, @PathVariable MoveId id, @PathVariable FileId file) {
        actor.require(Permission.READ_MOVE);
        return papers.find(actor, id, file)
                .map(attachments::download)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    /// @param firm whose move it is; one's own where it is left out
    /// @param rooms that are wanted or left; seats or area may stand in their place when moving in
    record Start(
            MoveKind kind,
            @Nullable String firm,
            String building,
            @Nullable List<String> rooms,
            @Nullable Integer seats,
            @Nullable BigDecimal area,
            LocalDate wantedOn,
            String contact,
            @Nullable String notes) {}

    @Operation(summary = "Start moving in or out: one form, steps open by themselves")
    @PostMapping("/moves")
    ResponseEntity<Move> start(Actor actor, RequestKey key, @RequestBody Start body) {
        actor.require(Permission.START_MOVE);
        require(body.kind(), "kind");
        require(body.wantedOn(), "wanted_on");
        var firm = body.firm();
        var id = moves.start(
                actor,
                new StartMove(
                        key,
                        body.kind(),
                        firm == null ? actor.organisation() : new OrgId(firm),
                        new BuildingId(text(body.building())),
                        rooms(body.rooms()),
                        body.seats(),
                        body.area(),
                        body.wantedOn(),
                        text(body.contact()),
                        text(body.notes())));
        return ResponseEntity.created(URI.create("/api/v1/moves/" + id)).body(find(actor, id));
    }

    record Withdraw(String reason) {}

    record Ended(MoveState state) {}

    @Operation(summary = "Withdraw a move, with the reason, until the rooms are handed over")
    @PostMapping("/moves/{id}/withdrawal")
    Ended withdraw(Actor actor, RequestKey key, @PathVariable MoveId id, @RequestBody Withdraw body) {
        actor.require(Permission.START_MOVE);
        return new Ended(moves.withdraw(actor, new WithdrawMove(key, id, text(body.reason()))));
    }

    /// @param rooms that are confirmed, where the step confirms rooms
    record Act(
            StepAct act, @Nullable String words, @Nullable List<String> rooms) {}

    record Acted(StepState state) {}

    @Operation(summary = "Do something with a step: FINISH, RETURN, REFUSE by its unit, ANSWER by the firm")
    @PostMapping("/move-steps/{id}/acts")
    Acted act(Actor actor, RequestKey key, @PathVariable StepId id, @RequestBody Act body) {
        actor.require(Permission.READ_MOVE);
        require(body.act(), "act");
        return new Acted(moves.act(actor, new ActOnStep(key, id, body.act(), text(body.words()), rooms(body.rooms()))));
    }

    record Saved(MoveFigures.What what, int before, int now, int percentLess) {}

    /// @param finished how many moves were measured
    /// @param medianWorkingDays from the form to the end; null while too few came to it
    record Figures(
            MoveKind kind,
            int template,
            List<Saved> saved,
            boolean beforeIsAssumed,
            int finished,
            @Nullable Double medianWorkingDays) {}

    record AllFigures(List<Figures> items) {}

    @Operation(summary = "What moving in and out as one thing saves: steps, days, documents, visits, before and now")
    @GetMapping("/move-figures")
    AllFigures figures(Actor actor) {
        return new AllFigures(figures.all(actor).stream().map(MovesApi::figures).toList());
    }

    private static Figures figures(MoveFigures.Of of) {
        var template = of.template();
        return new Figures(
                template.kind(),
                template.version(),
                of.saved().stream()
                        .map(saved -> new Saved(saved.what(), saved.before(), saved.now(), saved.percentLess()))
                        .toList(),
                template.source(template.before().source()).isAssumed(),
                of.finished(),
                of.medianDays());
    }

    private static List<RoomId> rooms(@Nullable List<String> ids) {
        return Objects.requireNonNullElse(ids, List.<String>of()).stream()
                .map(RoomId::new)
                .toList();
    }

    private static void require(@Nullable Object given, String field) {
        if (given == null) {
            throw new RefusedException(Refusal.of(CommonRefusal.MALFORMED_REQUEST, "field", field));
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
