// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.api;

import io.atrium.company.CorrectionId;
import io.atrium.company.CorrectionOutcome;
import io.atrium.company.CorrectionView;
import io.atrium.company.Corrections;
import io.atrium.company.DecideCorrection;
import io.atrium.company.RequestCorrection;
import io.atrium.company.Upload;
import io.atrium.files.FileId;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.api.CursorPage;
import io.atrium.web.api.CursorQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Corrections of facts: asked for by the firm, decided by an office.
@RestController
@RequestMapping(CorrectionsApi.PATH)
@Tag(name = "corrections")
class CorrectionsApi {

    static final String PATH = "/api/v1/corrections";
    private static final String EXAMPLE = """
        {"id":"cor_01kb0000000000000000000000","company":"org_01kb0000000000000000000000","fact":"employees",
         "value":"58","since":"2026-11-01","reason":"登记人数未含新设团队","state":"open",
         "requested_at":"2026-11-22T08:00:00Z","due_at":"2026-11-27T09:30:00Z",
         "evidence":["fil_01kb0000000000000000000000"]}\
        """;

    private final Corrections corrections;
    private final BusinessClock clock;

    CorrectionsApi(Corrections corrections, BusinessClock clock) {
        this.corrections = corrections;
        this.clock = clock;
    }

    record CorrectionJson(
            String id,
            String company,
            String fact,
            @Nullable Integer year,
            String value,
            LocalDate since,
            String reason,
            String state,
            Instant requestedAt,
            Instant dueAt,
            @Nullable Instant decidedAt,
            @Nullable String decisionReason,
            List<String> evidence) {}

    /// @param content base 64
    record FileBody(String name, String mediaType, byte[] content) {}

    /// @param evidence ids of files that the firm has here already
    record NewCorrection(
            String fact,
            @Nullable Integer year,
            String value,
            @Nullable LocalDate since,
            String reason,
            @Nullable List<FileBody> files,
            @Nullable List<String> evidence) {}

    record DecisionBody(boolean accept, @Nullable String reason) {}

    @Operation(summary = "Corrections that you may see, in the order of their ids")
    @ApiResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject("{\"items\":[" + EXAMPLE + "],\"limit\":50}")))
    @GetMapping
    CursorPage<CorrectionJson> list(Actor actor, CursorQuery query) {
        actor.require(Permission.READ_COMPANY);
        var after = query.after() == null ? "" : query.after();
        var rows = corrections.listAfter(actor, after, query.rowsToRead());
        return CursorPage.of(query, rows, correction -> correction.id().value(), CorrectionsApi::json);
    }

    @Operation(summary = "A correction")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(EXAMPLE)))
    @GetMapping("/{id}")
    CorrectionJson correction(Actor actor, @PathVariable CorrectionId id) {
        return corrections
                .find(actor, id)
                .map(CorrectionsApi::json)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    @Operation(
            summary = "Ask that a fact of your firm be corrected",
            description =
                    "With at least one file of evidence: PDF, PNG or JPEG. One fact has at most one open request.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                                {"fact":"employees","value":"58","since":"2026-11-01","reason":"登记人数未含新设团队",
                                 "files":[{"name":"社保清单.pdf","media_type":"application/pdf","content":"JVBERi0xLjcK"}]}\
                                """))))
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject(EXAMPLE)))
    @PostMapping
    ResponseEntity<CorrectionJson> request(Actor actor, RequestKey key, @RequestBody NewCorrection body) {
        var since = body.since() == null ? clock.today() : body.since();
        var statement = new RequestCorrection.Statement(body.fact(), body.year(), body.value(), since, body.reason());
        var files = body.files() == null ? List.<FileBody>of() : body.files();
        var uploads = files.stream()
                .map(file -> new Upload(file.name(), file.mediaType(), file.content()))
                .toList();
        var kept = body.evidence() == null ? List.<String>of() : body.evidence();
        var done = done(corrections.request(new RequestCorrection(key, actor, statement, uploads, kept)));
        return ResponseEntity.created(URI.create(PATH + "/" + done)).body(correction(actor, done));
    }

    @Operation(
            summary = "Accept a correction, or refuse it with a reason",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(examples = @ExampleObject("{\"accept\":false,\"reason\":\"凭据与申请内容不符\"}"))))
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(EXAMPLE)))
    @PostMapping("/{id}/decision")
    CorrectionJson decide(Actor actor, RequestKey key, @PathVariable CorrectionId id, @RequestBody DecisionBody body) {
        var reason = body.reason() == null ? "" : body.reason();
        return correction(actor, done(corrections.decide(new DecideCorrection(key, actor, id, body.accept(), reason))));
    }

    @Operation(summary = "Withdraw a correction of your firm that is still open")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(EXAMPLE)))
    @PostMapping("/{id}/withdrawal")
    CorrectionJson withdraw(Actor actor, RequestKey key, @PathVariable CorrectionId id) {
        return correction(actor, done(corrections.withdraw(key, actor, id)));
    }

    private static CorrectionId done(CorrectionOutcome outcome) {
        return switch (outcome) {
            case CorrectionOutcome.Done(var id) -> id;
            case CorrectionOutcome.Refused refused -> throw new RefusedException(refused.refusal());
        };
    }

    private static CorrectionJson json(CorrectionView correction) {
        var decision = correction.decision();
        return new CorrectionJson(
                correction.id().value(),
                correction.firm().id().value(),
                correction.factKey(),
                correction.year(),
                correction.value(),
                correction.since(),
                correction.reason(),
                correction.state().name().toLowerCase(Locale.ROOT),
                correction.requestedAt(),
                correction.dueAt(),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.reason(),
                correction.evidence().stream().map(FileId::value).toList());
    }
}
