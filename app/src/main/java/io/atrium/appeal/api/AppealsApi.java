// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.api;

import io.atrium.appeal.ActCommands;
import io.atrium.appeal.ActCommands.Act;
import io.atrium.appeal.AppealChannel;
import io.atrium.appeal.AppealFilter;
import io.atrium.appeal.AppealFilter.View;
import io.atrium.appeal.AppealId;
import io.atrium.appeal.AppealState;
import io.atrium.appeal.AppealView;
import io.atrium.appeal.Appeals;
import io.atrium.appeal.HotlineOrders;
import io.atrium.appeal.MailOrders;
import io.atrium.appeal.RaiseAll;
import io.atrium.appeal.RaiseAppeal;
import io.atrium.appeal.Raised;
import io.atrium.appeal.StepView;
import io.atrium.appeal.Urgency;
import io.atrium.appeal.domain.Clock;
import io.atrium.appeal.domain.HotlineFile;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.api.CursorPage;
import io.atrium.web.api.CursorQuery;
import io.atrium.web.error.Problem;
import io.atrium.web.error.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Appeals: raise, look, and every move as a resource under the appeal.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "appeals")
class AppealsApi {

    private final Appeals appeals;
    private final ActCommands acts;
    private final HotlineOrders hotline;
    private final MailOrders mails;
    private final Problems problems;

    AppealsApi(Appeals appeals, ActCommands acts, HotlineOrders hotline, MailOrders mails, Problems problems) {
        this.problems = problems;
        this.appeals = appeals;
        this.acts = acts;
        this.hotline = hotline;
        this.mails = mails;
    }

    /// @param firm one's own when absent
    /// @param externalNumber number of the order in another system; each is taken once
    record Raise(
            @Nullable String firm,
            String category,
            @Nullable Urgency urgency,
            @Nullable String title,
            String words,
            @Nullable Boolean confidential,
            @Nullable String contact,
            @Nullable String place,
            @Nullable String externalNumber) {}

    record Limit(
            String kind,
            int round,
            int amount,
            String unit,
            Instant startedAt,
            Instant dueAt,
            boolean isPaused,
            @Nullable Instant endedAt,
            @Nullable Boolean isMet,
            String stage) {

        static Limit of(Clock clock) {
            return new Limit(
                    clock.kind().name(),
                    clock.round(),
                    clock.limit().amount(),
                    clock.limit().unit().name(),
                    clock.startedAt(),
                    clock.dueAt(),
                    clock.isOpen() && !clock.isRunning(),
                    clock.endedAt(),
                    clock.isOpen() ? null : clock.isMet(),
                    clock.stage().name());
        }
    }

    record Step(Instant at, String move, String by, String organisation, String words, Map<String, String> facts) {

        static Step of(StepView step) {
            return new Step(step.at(), step.move().name(), step.by(), step.organisation(), step.words(), step.facts());
        }
    }

    record Appeal(
            String id,
            String number,
            String firm,
            String category,
            String kind,
            String urgency,
            String channel,
            String title,
            String words,
            String state,
            @Nullable String unit,
            Instant raisedAt,
            @Nullable String nextDue,
            @Nullable Instant nextDueAt,
            boolean isOverdue,
            @Nullable Instant answeredAt,
            @Nullable Instant closedAt,
            @Nullable Integer rating,
            @Nullable Boolean isResolved) {

        static Appeal of(AppealView view) {
            var next = view.nextDue();
            var unit = view.owner().unit();
            var verdict = view.verdict();
            return new Appeal(
                    view.id().value(),
                    view.number(),
                    view.firm().value(),
                    view.need().category(),
                    view.need().kind().name(),
                    view.need().urgency().name(),
                    view.need().channel().name(),
                    view.need().title(),
                    view.need().words(),
                    view.state().name(),
                    unit == null ? null : unit.value(),
                    view.raised().at(),
                    next == null ? null : next.kind().name(),
                    next == null ? null : next.at(),
                    view.course().isOverdue(),
                    view.answeredAt(),
                    view.closedAt(),
                    verdict == null ? null : verdict.rating(),
                    verdict == null ? null : verdict.isResolved());
        }
    }

    record Whole(Appeal appeal, List<Limit> limits, List<Step> steps) {

        static Whole of(Appeals.Whole whole) {
            return new Whole(
                    Appeal.of(whole.appeal()),
                    whole.clocks().stream().map(Limit::of).toList(),
                    whole.steps().stream().map(Step::of).toList());
        }
    }

    @Operation(
            summary = "Raise a need, for one's own firm or, as a steward, for another; it is dispatched at once"
                    + " where its category has a lead")
    @PostMapping("/appeals")
    ResponseEntity<Whole> raise(Actor actor, RequestKey key, @RequestBody Raise body) {
        var id = appeals.raise(actor, command(actor, key, body));
        return ResponseEntity.created(URI.create("/api/v1/appeals/" + id)).body(find(actor, id));
    }

    record RaiseAppeals(List<Raise> appeals) {}

    /// @param status 201, or that of the problem
    record RaiseResult(
            int status, @Nullable Appeal appeal, @Nullable Problem problem) {}

    record RaiseResults(List<RaiseResult> results) {}

    @Operation(
            summary = "Raise up to 100 needs at once, as a hotline hands them over: one result each, in their order;"
                    + " those that are refused keep no other back")
    @PostMapping("/appeal-batches")
    RaiseResults raiseAll(Actor actor, RequestKey key, @RequestBody RaiseAppeals body, HttpServletRequest request) {
        var needs = Objects.requireNonNullElse(body.appeals(), List.<Raise>of());
        var command = new RaiseAll(
                key, needs.stream().map(need -> command(actor, key, need)).toList());
        var raised = appeals.raiseAll(actor, command).raised();
        var views = appeals.findAll(
                actor,
                raised.stream()
                        .flatMap(each -> Stream.ofNullable(each.appeal()))
                        .toList());
        return new RaiseResults(
                raised.stream().map(each -> result(each, views, request)).toList());
    }

    private RaiseResult result(Raised raised, Map<AppealId, AppealView> views, HttpServletRequest request) {
        if (raised.refusal() != null) {
            var problem = problems.of(request, raised.refusal());
            return new RaiseResult(problem.status(), null, problem);
        }
        var view = views.get(raised.appeal());
        return new RaiseResult(HttpStatus.CREATED.value(), view == null ? null : Appeal.of(view), null);
    }

    private static RaiseAppeal command(Actor actor, RequestKey key, @Nullable Raise body) {
        if (body == null) {
            throw new RefusedException(CommonRefusal.MALFORMED_REQUEST);
        }
        return new RaiseAppeal(
                key,
                body.firm() == null ? actor.organisation() : new OrgId(body.firm()),
                AppealChannel.API,
                text(body.category()),
                Objects.requireNonNullElse(body.urgency(), Urgency.NORMAL),
                text(body.title()),
                text(body.words()),
                Boolean.TRUE.equals(body.confidential()),
                text(body.contact()),
                text(body.place()),
                null,
                body.externalNumber(),
                List.of());
    }

    @Operation(summary = "Appeals that one may see, newest first; `view` as on the board")
    @GetMapping("/appeals")
    CursorPage<Appeal> list(Actor actor, CursorQuery query, @RequestParam(defaultValue = "ALL") View view) {
        actor.require(Permission.READ_APPEAL);
        var rows = appeals.page(actor, AppealFilter.of(view), query.after(), query.rowsToRead());
        return CursorPage.of(query, rows, each -> each.id().value(), Appeal::of);
    }

    @Operation(summary = "One appeal with its time limits and what happened; firms are not shown internal notes")
    @GetMapping("/appeals/{id}")
    Whole find(Actor actor, @PathVariable AppealId id) {
        actor.require(Permission.READ_APPEAL);
        return appeals.whole(actor, id).map(Whole::of).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    /// @param rows orders in the file
    /// @param taken ids of the appeals made of them
    record Imported(int rows, List<String> taken, List<HotlineFile.Problem> problems) {}

    @Operation(
            summary = "Take in orders of the 12345 hotline as CSV; 422 with every bad row when nothing was taken in;"
                    + " `good_rows_only=true` leaves the bad rows out")
    @PostMapping(value = "/appeal-imports", consumes = "text/csv")
    ResponseEntity<Imported> takeIn(
            Actor actor,
            RequestKey key,
            @RequestParam(name = "good_rows_only", defaultValue = "false") boolean goodRowsOnly,
            @RequestBody byte[] file) {
        var report = hotline.takeIn(actor, new HotlineOrders.TakeIn(key, file, goodRowsOnly));
        var body = new Imported(
                report.rows(), report.taken().stream().map(AppealId::value).toList(), report.problems());
        return ResponseEntity.status(report.taken().isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .body(body);
    }

    record TakenMail(Whole appeal, List<String> leftOut) {}

    @Operation(
            summary =
                    "Make an appeal of a mail (RFC 5322); the same mail is taken in once. Attachments that are not PDF,"
                            + " PNG or JPEG are named and left out")
    @PostMapping(value = "/appeal-mails", consumes = "message/rfc822")
    ResponseEntity<TakenMail> takeInMail(
            Actor actor,
            RequestKey key,
            @RequestParam String firm,
            @RequestParam String category,
            @RequestBody byte[] mail) {
        var taken = mails.takeIn(actor, new MailOrders.TakeIn(key, new OrgId(firm), category, mail));
        return ResponseEntity.created(URI.create("/api/v1/appeals/" + taken.appeal()))
                .body(new TakenMail(find(actor, taken.appeal()), taken.leftOut()));
    }

    record Moved(AppealState state) {}

    @Operation(
            summary = "Make a move: dispatch, signature, return, contacts, plan, help-requests, help, question,"
                    + " extension, answer, call-back, follow-up, notes, reply, verdict, reopening, withdrawal")
    @PostMapping("/appeals/{id}/{act}")
    Moved act(
            Actor actor,
            RequestKey key,
            @PathVariable AppealId id,
            @PathVariable("act") String path,
            @RequestBody(required = false) @Nullable Map<String, String> body) {
        actor.require(Permission.READ_APPEAL);
        var act = Act.of(path).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        try {
            return new Moved(acts.act(actor, act, key, id, Objects.requireNonNullElse(body, Map.of())));
        } catch (ActCommands.Unreadable unreadable) {
            throw new RefusedException(
                    Refusal.of(CommonRefusal.MALFORMED_REQUEST, "field", String.join(", ", unreadable.fields())));
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
