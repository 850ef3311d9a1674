// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.api;

import io.atrium.company.Companies;
import io.atrium.company.CompanyFile;
import io.atrium.company.FactDefinition;
import io.atrium.company.FactSource;
import io.atrium.company.RecordFacts;
import io.atrium.company.RecordOutcome;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
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
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Firms and their facts.
@RestController
@RequestMapping("/api/v1/companies")
@Tag(name = "companies")
class CompaniesApi {

    private final Companies companies;
    private final BusinessClock businessClock;
    private final InstantSource clock;

    CompaniesApi(Companies companies, BusinessClock businessClock, InstantSource clock) {
        this.companies = companies;
        this.businessClock = businessClock;
        this.clock = clock;
    }

    /// @param missing keys of facts that are unknown
    record FactsJson(String company, LocalDate validOn, Instant knownAt, List<FactJson> items, List<String> missing) {}

    /// @param source `officer` or `self_report`; deliveries of the registry have a door of their own
    record NewFacts(String source, @Nullable String reference, LocalDate sourceDate, List<NewFact> facts) {}

    record NewFact(
            String key,
            @Nullable Integer year,
            String value,
            @Nullable String evidence) {}

    record RecordedJson(int recorded, int unchanged) {}

    @Operation(summary = "Firms that you may see, in the order of their ids")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"items":[{"id":"org_01kb0000000000000000000000","unified_code":"91990001MA7368787P",
             "name_zh":"珩穹澜智能体科技有限公司","city":"上海市","district":"长宁区","industry":"software_information",
             "in_community":true,"registered_on":"2022-03-25"}],"next":"bGFzdA","limit":50}""")))
    @GetMapping
    CursorPage<CompanyJson> list(Actor actor, CursorQuery query) {
        actor.require(Permission.READ_COMPANY);
        var after = query.after() == null ? "" : query.after();
        var rows = companies.listAfter(actor.scope(Permission.READ_COMPANY), after, query.rowsToRead());
        return CursorPage.of(query, rows, company -> company.id().value(), CompanyJson::of);
    }

    @Operation(summary = "A firm")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"id":"org_01kb0000000000000000000000","unified_code":"91990001MA7368787P",
             "name_zh":"珩穹澜智能体科技有限公司","name_en":"Hengqionglan Agent Technology Co., Ltd.","city":"上海市",
             "district":"长宁区","industry":"software_information","in_community":true,"registered_on":"2022-03-25"}""")))
    @GetMapping("/{firm}")
    CompanyJson company(Actor actor, @PathVariable OrgId firm) {
        return companies
                .find(actor.scope(Permission.READ_COMPANY), firm)
                .map(CompanyJson::of)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    @Operation(
            summary = "The facts of a firm, for a day and as known at a moment",
            description = "`valid_on` is today and `known_at` is now when not given. A fact that is not listed is"
                    + " unknown, which is never the same as no.")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"company":"org_01kb0000000000000000000000","valid_on":"2026-11-22","known_at":"2026-11-22T08:00:00Z",
             "items":[{"key":"revenue","year":2025,"value":{"amount":"52870518.00","currency":"CNY"},"unit":"CNY",
             "source":"registry","source_date":"2026-10-31","valid_from":"2025-01-01","valid_to":"2026-01-01",
             "stale":false,"visibility":"authority"}],"missing":["corpus_via_exchange"]}""")))
    @GetMapping("/{firm}/facts")
    FactsJson facts(
            Actor actor,
            @PathVariable OrgId firm,
            @RequestParam(name = "valid_on", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate validOn,
            @RequestParam(name = "known_at", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable
                    Instant knownAt) {
        return companies
                .file(
                        actor,
                        firm,
                        validOn == null ? businessClock.today() : validOn,
                        knownAt == null ? clock.instant() : knownAt)
                .map(CompaniesApi::json)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    @Operation(
            summary = "Write down facts of a firm, all of them or none",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                            {"source":"officer","source_date":"2026-11-20","facts":[
                             {"key":"compute_use","value":"training"},{"key":"revenue","year":2025,"value":"52870518.00"}]}"""))))
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"recorded":1,"unchanged":1}""")))
    @PostMapping("/{firm}/facts")
    RecordedJson record(Actor actor, RequestKey key, @PathVariable OrgId firm, @RequestBody NewFacts body) {
        var entries = body.facts().stream()
                .map(fact -> new RecordFacts.Entry(firm, fact.key(), fact.year(), fact.value(), fact.evidence()))
                .toList();
        var command = new RecordFacts(key, actor, source(body), body.reference(), body.sourceDate(), entries);
        return switch (companies.recordFacts(command)) {
            case RecordOutcome.Recorded(var facts, var unchanged) -> new RecordedJson(facts, unchanged);
            case RecordOutcome.Refused refused -> throw new RefusedException(refused.refusal());
        };
    }

    private static FactSource source(NewFacts body) {
        return switch (body.source()) {
            case "officer" -> FactSource.OFFICER;
            case "self_report" -> FactSource.SELF_REPORT;
            default -> throw new RefusedException(CommonRefusal.MALFORMED_REQUEST);
        };
    }

    private static FactsJson json(CompanyFile file) {
        return new FactsJson(
                file.company().id().value(),
                file.validOn(),
                file.knownAt(),
                file.facts().stream().map(FactJson::of).toList(),
                file.missing().stream().map(FactDefinition::key).toList());
    }
}
