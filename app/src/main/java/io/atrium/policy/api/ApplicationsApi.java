// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.api;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.Typed;
import io.atrium.kernel.access.Actor;
import io.atrium.policy.ApplicationFilter;
import io.atrium.policy.ApplicationId;
import io.atrium.policy.ApplicationOutcome;
import io.atrium.policy.ApplicationReviews;
import io.atrium.policy.Applications;
import io.atrium.policy.ApplyForBenefit;
import io.atrium.policy.DecideApplication;
import io.atrium.policy.PolicyId;
import io.atrium.policy.domain.ApplicationState;
import io.atrium.web.Seen;
import io.atrium.web.api.CursorPage;
import io.atrium.web.api.CursorQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

/// Applications for benefits: firms apply, departments decide.
@RestController
@RequestMapping("/api/v1/applications")
@Tag(name = "applications")
class ApplicationsApi {

    private final Applications applications;
    private final ApplicationReviews reviews;

    ApplicationsApi(Applications applications, ApplicationReviews reviews) {
        this.applications = applications;
        this.reviews = reviews;
    }

    /// @param number once it is submitted
    /// @param voucher issued by an approval, where the policy pays by voucher
    record Moved(
            String id,
            ApplicationState state,
            @Nullable String number,
            @Nullable String voucher) {}

    record NewApplication(@Nullable String policy) {}

    /// @param papers ids of certificates of the firm's store, by the id of the condition that they prove
    record Papers(@Nullable Map<String, List<String>> papers) {}

    record Statement(@Nullable String statement) {}

    /// @param seen as the application showed it; left out, the change goes on top of whatever is stored
    record Send(@Nullable String seen) {}

    /// @param answers by the id of the defect
    record Completion(
            @Nullable Map<Long, String> answers, @Nullable String seen) {}

    record Reason(@Nullable String reason, @Nullable String seen) {}

    record Return(@Nullable List<Lack> defects, @Nullable String seen) {}

    /// @param item `whole`, `statement`, `fact:<key>` or `paper:<condition>`
    record Lack(@Nullable String item, @Nullable String text) {}

    /// @param amount yuan with at most two decimals; left out where the benefit is no money
    record Approval(
            @Nullable String amount,
            @Nullable String reason,
            @Nullable String seen) {}

    record Rejection(
            @Nullable String clause,
            @Nullable String reason,
            @Nullable String seen) {}

    /// @param on the day of the payment outside Atrium, or on which the title was conferred
    record Fulfilment(
            @Nullable LocalDate on,
            @Nullable String amount,
            @Nullable String note,
            @Nullable String seen) {}

    @Operation(
            summary =
                    "Applications that one may see, newest first; `state` (or `OPEN`, `DECIDED`), `policy`, `text` filter")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"items":[{"id":"apl_01kb0000000000000000000000","number":"A-2026-000123","policy":"demo-training-voucher",
             "state":"ACCEPTED_FOR_REVIEW","due_at":"2027-02-24T09:30:00Z"}],"limit":50}""")))
    @GetMapping
    CursorPage<ApplicationJson> list(
            Actor actor,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable PolicyId policy,
            @RequestParam(defaultValue = "") String text,
            CursorQuery query) {
        var filter = new ApplicationFilter(ApplicationFilter.states(state), policy, null, text);
        return CursorPage.of(
                query,
                applications.before(actor, filter, query.after(), query.rowsToRead()),
                application -> application.id().value(),
                application -> ApplicationJson.of(application, null));
    }

    @Operation(summary = "One application with papers, defects, steps and what the rules say of it now")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"id":"apl_01kb0000000000000000000000","number":"A-2026-000123","state":"SUBMITTED",
             "detail":{"seen":"Zm9vYmFyYmF6cXV4MTIzNA","decision":{"outcome":"CEILING"},"papers":[],"defects":[],"steps":[]}}""")))
    @GetMapping("/{application}")
    ApplicationJson show(Actor actor, @PathVariable ApplicationId application) {
        var found =
                applications.find(actor, application).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        var check = applications.check(found);
        var detail = new ApplicationJson.Detail(
                check.seen(found).mark(),
                found.statement(),
                check.decision(),
                applications.papers(application).stream()
                        .map(ApplicationJson::of)
                        .toList(),
                applications.defects(application).stream()
                        .map(ApplicationJson::of)
                        .toList(),
                applications.steps(application).stream()
                        .map(ApplicationJson::of)
                        .toList());
        return ApplicationJson.of(found, detail);
    }

    @Operation(summary = "Begin a draft, prefilled from what is known")
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject("""
            {"id":"apl_01kb0000000000000000000000","state":"DRAFT"}""")))
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Moved start(Actor actor, RequestKey key, @RequestBody NewApplication body) {
        return json(applications.start(actor, key, new ApplyForBenefit.Start(new PolicyId(orEmpty(body.policy())))));
    }

    @Operation(summary = "Say which papers of the store prove which condition")
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject("""
            {"id":"apl_01kb0000000000000000000000","state":"DRAFT","number":"A-2026-000123"}""")))
    @PostMapping("/{application}/papers")
    @ResponseStatus(HttpStatus.CREATED)
    Moved papers(Actor actor, RequestKey key, @PathVariable ApplicationId application, @RequestBody Papers body) {
        return json(applications.pickPapers(
                actor,
                key,
                new ApplyForBenefit.PickPapers(application, Objects.requireNonNullElse(body.papers(), Map.of()))));
    }

    @Operation(summary = "Say what no fact says")
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject("""
            {"id":"apl_01kb0000000000000000000000","state":"DRAFT","number":"A-2026-000123"}""")))
    @PostMapping("/{application}/statement")
    @ResponseStatus(HttpStatus.CREATED)
    Moved state(Actor actor, RequestKey key, @PathVariable ApplicationId application, @RequestBody Statement body) {
        return json(applications.state(actor, key, new ApplyForBenefit.State(application, orEmpty(body.statement()))));
    }

    @Operation(
            summary = "Hand it in; refused when a condition surely does not hold, or the firm can still state a fact")
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject("""
            {"id":"apl_01kb0000000000000000000000","state":"SUBMITTED","number":"A-2026-000123"}""")))
    @PostMapping("/{application}/submission")
    @ResponseStatus(HttpStatus.CREATED)
    Moved submit(Actor actor, RequestKey key, @PathVariable ApplicationId application, @RequestBody Send body) {
        return json(applications.submit(actor, key, new ApplyForBenefit.Submit(application, seen(body.seen()))));
    }

    @Operation(summary = "Hand in what the department found lacking")
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject("""
            {"id":"apl_01kb0000000000000000000000","state":"REVIEW","number":"A-2026-000123"}""")))
    @PostMapping("/{application}/completion")
    @ResponseStatus(HttpStatus.CREATED)
    Moved complete(Actor actor, RequestKey key, @PathVariable ApplicationId application, @RequestBody Completion body) {
        return json(applications.complete(
                actor,
                key,
                new ApplyForBenefit.Complete(
                        application, Objects.requireNonNullElse(body.answers(), Map.of()), seen(body.seen()))));
    }

    @Operation(summary = "Take it back; final")
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject("""
            {"id":"apl_01kb0000000000000000000000","state":"WITHDRAWN","number":"A-2026-000123"}""")))
    @PostMapping("/{application}/withdrawal")
    @ResponseStatus(HttpStatus.CREATED)
    Moved withdraw(Actor actor, RequestKey key, @PathVariable ApplicationId application, @RequestBody Reason body) {
        return json(
                applications.withdraw(actor, key, new ApplyForBenefit.Withdraw(application, orEmpty(body.reason()))));
    }

    @Operation(summary = "The department takes it in for review")
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject("""
            {"id":"apl_01kb0000000000000000000000","state":"ACCEPTED_FOR_REVIEW","number":"A-2026-000123"}""")))
    @PostMapping("/{application}/acceptance")
    @ResponseStatus(HttpStatus.CREATED)
    Moved accept(Actor actor, RequestKey key, @PathVariable ApplicationId application, @RequestBody Send body) {
        return json(reviews.accept(actor, key, new DecideApplication.Accept(application, seen(body.seen()))));
    }

    @Operation(summary = "Return it once, with everything that is lacking")
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject("""
            {"id":"apl_01kb0000000000000000000000","state":"RETURNED_FOR_COMPLETION","number":"A-2026-000123"}""")))
    @PostMapping("/{application}/return")
    @ResponseStatus(HttpStatus.CREATED)
    Moved giveBack(Actor actor, RequestKey key, @PathVariable ApplicationId application, @RequestBody Return body) {
        return json(reviews.giveBack(
                actor, key, new DecideApplication.Return(application, defects(body), seen(body.seen()))));
    }

    @Operation(summary = "Approve an amount up to the ceiling; above the limit of one officer a second one has to")
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject("""
            {"id":"apl_01kb0000000000000000000000","state":"FULFILLED","voucher":"vch_01kb0000000000000000000000"}""")))
    @PostMapping("/{application}/approval")
    @ResponseStatus(HttpStatus.CREATED)
    Moved approve(Actor actor, RequestKey key, @PathVariable ApplicationId application, @RequestBody Approval body) {
        var command = new DecideApplication.Approve(
                application, amount(body.amount()), orEmpty(body.reason()), seen(body.seen()));
        return json(reviews.approve(actor, key, command));
    }

    @Operation(summary = "The second officer sends it back to review")
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject("""
            {"id":"apl_01kb0000000000000000000000","state":"REVIEW","number":"A-2026-000123"}""")))
    @PostMapping("/{application}/send-back")
    @ResponseStatus(HttpStatus.CREATED)
    Moved sendBack(Actor actor, RequestKey key, @PathVariable ApplicationId application, @RequestBody Reason body) {
        return json(reviews.sendBack(
                actor, key, new DecideApplication.SendBack(application, orEmpty(body.reason()), seen(body.seen()))));
    }

    @Operation(summary = "Reject it with the clause on which that rests and the reason")
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject("""
            {"id":"apl_01kb0000000000000000000000","state":"REJECTED","number":"A-2026-000123"}""")))
    @PostMapping("/{application}/rejection")
    @ResponseStatus(HttpStatus.CREATED)
    Moved reject(Actor actor, RequestKey key, @PathVariable ApplicationId application, @RequestBody Rejection body) {
        var command = new DecideApplication.Reject(
                application, orEmpty(body.clause()), orEmpty(body.reason()), seen(body.seen()));
        return json(reviews.reject(actor, key, command));
    }

    @Operation(summary = "Tell that the department paid, or conferred the title, outside Atrium")
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject("""
            {"id":"apl_01kb0000000000000000000000","state":"FULFILLED","number":"A-2026-000123"}""")))
    @PostMapping("/{application}/fulfilment")
    @ResponseStatus(HttpStatus.CREATED)
    Moved fulfil(Actor actor, RequestKey key, @PathVariable ApplicationId application, @RequestBody Fulfilment body) {
        var command = new DecideApplication.Fulfil(
                application, day(body.on()), amount(body.amount()), orEmpty(body.note()), seen(body.seen()));
        return json(reviews.fulfil(actor, key, command));
    }

    private static List<DecideApplication.Defect> defects(Return body) {
        return Objects.requireNonNullElse(body.defects(), List.<Lack>of()).stream()
                .map(lack -> new DecideApplication.Defect(orEmpty(lack.item()), orEmpty(lack.text())))
                .toList();
    }

    private static LocalDate day(@Nullable LocalDate on) {
        if (on == null) {
            throw new RefusedException(CommonRefusal.MALFORMED_REQUEST);
        }
        return on;
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static Seen seen(@Nullable String mark) {
        return mark == null ? Seen.ANYTHING : new Seen(mark);
    }

    private static @Nullable Fen amount(@Nullable String yuan) {
        return yuan == null
                ? null
                : Typed.amount(yuan).orElseThrow(() -> new RefusedException(CommonRefusal.MALFORMED_REQUEST));
    }

    private static Moved json(ApplicationOutcome outcome) {
        return switch (outcome) {
            case ApplicationOutcome.Done done ->
                new Moved(done.application().value(), done.state(), done.number(), done.voucher());
            case ApplicationOutcome.Refused(var refusal) -> throw new RefusedException(refusal);
        };
    }
}
