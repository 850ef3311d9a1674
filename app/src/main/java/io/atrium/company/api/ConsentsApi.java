// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.api;

import io.atrium.company.ConsentId;
import io.atrium.company.ConsentOutcome;
import io.atrium.company.ConsentView;
import io.atrium.company.Consents;
import io.atrium.company.GrantConsent;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Consents of one's own firm; for a bank, the facts that firms let it read.
@RestController
@Tag(name = "consents")
class ConsentsApi {

    private static final String PATH = "/api/v1/consents";
    private static final String EXAMPLE = """
        {"id":"con_01kb0000000000000000000000","body":"org_01kb0000000000000000000000","groups":["finance"],
         "purpose":"申请流动资金贷款","granted_at":"2026-11-22T08:00:00Z","until":"2027-11-22"}\
        """;

    private final Consents consents;

    ConsentsApi(Consents consents) {
        this.consents = consents;
    }

    record ConsentJson(
            String id,
            String body,
            List<String> groups,
            String purpose,
            Instant grantedAt,
            LocalDate until,
            @Nullable Instant revokedAt) {}

    record ConsentList(List<ConsentJson> items) {}

    record NewConsent(String body, List<String> groups, String purpose, LocalDate until) {}

    record ConsentedFacts(String company, LocalDate validOn, List<FactJson> items) {}

    @Operation(summary = "Consents of your firm, newest first")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("{\"items\":[" + EXAMPLE + "]}")))
    @GetMapping(PATH)
    ConsentList list(Actor actor) {
        actor.require(Permission.READ_COMPANY);
        return new ConsentList(consents.ledger(actor, actor.organisation()).stream()
                .map(ConsentsApi::json)
                .toList());
    }

    @Operation(
            summary = "Let a body read groups of your firm's facts",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                                {"body":"org_01kb0000000000000000000000","groups":["finance","property"],
                                 "purpose":"申请流动资金贷款","until":"2027-11-22"}\
                                """))))
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject(EXAMPLE)))
    @PostMapping(PATH)
    ResponseEntity<ConsentJson> grant(Actor actor, RequestKey key, @RequestBody NewConsent body) {
        var id = done(consents.grant(
                new GrantConsent(key, actor, new OrgId(body.body()), body.groups(), body.purpose(), body.until())));
        return ResponseEntity.created(URI.create(PATH)).body(find(actor, id));
    }

    @Operation(summary = "Revoke a consent; it counts at once")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(EXAMPLE)))
    @PostMapping(PATH + "/{id}/revocation")
    ConsentJson revoke(Actor actor, RequestKey key, @PathVariable ConsentId id) {
        return find(actor, done(consents.revoke(key, actor, id)));
    }

    @Operation(summary = "For a bank: what a firm lets it read")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
        {"company":"org_01kb0000000000000000000000","valid_on":"2026-11-22","items":[{"key":"revenue",
         "year":2025,"value":{"amount":"52870518.00","currency":"CNY"},"unit":"CNY","source":"registry",
         "source_date":"2026-10-31","valid_from":"2025-01-01","valid_to":"2026-01-01","stale":false,
         "visibility":"authority"}]}\
        """)))
    @GetMapping("/api/v1/consented-firms/{firm}/facts")
    ConsentedFacts facts(Actor actor, @PathVariable OrgId firm) {
        var file = consents.file(actor, firm).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        var facts = file.facts().stream().map(FactJson::of).toList();
        return new ConsentedFacts(file.company().id().value(), file.validOn(), facts);
    }

    private ConsentJson find(Actor actor, ConsentId id) {
        return consents.find(actor, id)
                .map(ConsentsApi::json)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private static ConsentId done(ConsentOutcome outcome) {
        return switch (outcome) {
            case ConsentOutcome.Done(var id) -> id;
            case ConsentOutcome.Refused refused -> throw new RefusedException(refused.refusal());
        };
    }

    private static ConsentJson json(ConsentView consent) {
        return new ConsentJson(
                consent.id().value(),
                consent.body().id().value(),
                consent.groups(),
                consent.purpose(),
                consent.grantedAt(),
                consent.until(),
                consent.end() == null ? null : consent.end().at());
    }
}
