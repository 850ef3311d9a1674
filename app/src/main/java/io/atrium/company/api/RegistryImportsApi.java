// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.api;

import io.atrium.company.Companies;
import io.atrium.company.ImportId;
import io.atrium.company.ImportOutcome;
import io.atrium.company.ImportRegistry;
import io.atrium.company.ImportReport;
import io.atrium.company.LongImports;
import io.atrium.company.RegistryImportSummary;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.operation.OperationJson;
import io.atrium.web.operation.Operations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Deliveries of the registry.
@RestController
@RequestMapping("/api/v1/registry-imports")
@Tag(name = "registry-imports")
class RegistryImportsApi {

    private static final String PATH = "/api/v1/registry-imports/";

    private final Companies companies;
    private final LongImports longImports;
    private final Operations operations;

    RegistryImportsApi(Companies companies, LongImports longImports, Operations operations) {
        this.longImports = longImports;
        this.operations = operations;
        this.companies = companies;
    }

    record ImportJson(
            String id,
            String state,
            int created,
            int updated,
            int unchanged,
            int factsRecorded,
            List<RowJson> rows,
            List<ProblemJson> problems,
            int problemsFound) {}

    record RowJson(
            int line,
            String unifiedCode,
            String name,
            String result,
            int factsRecorded,
            @Nullable String company) {}

    record ProblemJson(
            int line,
            @Nullable String column,
            String code,
            @Nullable String value) {}

    record ImportList(List<ImportSummary> items) {}

    record ImportSummary(String id, String state, String fileName, int rows, String importedBy, Instant importedAt) {}

    @Operation(
            summary = "Hand in a delivery: all of it is written, or nothing",
            description = "The body is the CSV file itself. 201 when it was written, 422 with the same report when it"
                    + " was not. The same file again gives the first result again.")
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject("""
            {"id":"imp_01kb0000000000000000000000","state":"imported","created":1,"updated":0,"unchanged":0,
             "facts_recorded":33,"rows":[{"line":2,"unified_code":"91990001MA7368787P",
             "name":"珩穹澜智能体科技有限公司","result":"created","facts_recorded":33,
             "company":"org_01kb0000000000000000000000"}],"problems":[],"problems_found":0}""")))
    @ApiResponse(responseCode = "422", content = @Content(examples = @ExampleObject("""
            {"id":"imp_01kb0000000000000000000000","state":"rejected","created":0,"updated":0,"unchanged":0,
             "facts_recorded":0,"rows":[{"line":2,"unified_code":"","name":"珩穹澜智能体科技有限公司",
             "result":"faulty","facts_recorded":0}],"problems":[{"line":2,"column":"unified_code",
             "code":"CODE_CHECK_CHARACTER","value":"91990001MA7368787X"}],"problems_found":1}""")))
    @ApiResponse(responseCode = "202", content = @Content(examples = @ExampleObject(OperationJson.EXAMPLE)))
    @PostMapping(consumes = "text/csv")
    ResponseEntity<?> take(
            Actor actor,
            RequestKey key,
            @RequestHeader(name = "Prefer", defaultValue = "") String prefer,
            @RequestParam(name = "file_name", defaultValue = "registry.csv") String fileName,
            @RequestBody byte[] file) {
        var command = new ImportRegistry(key, actor, fileName, file);
        if (LongImports.isLong(file) || prefer.contains("respond-async")) {
            return OperationJson.accepted(longImports.start(command).id(), operations, actor);
        }
        return switch (companies.importRegistry(command)) {
            case ImportOutcome.Imported(var id, var report) ->
                ResponseEntity.created(URI.create(PATH + id.value())).body(json(id, true, report));
            case ImportOutcome.Rejected(var id, var report) ->
                ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(json(id, false, report));
        };
    }

    @Operation(summary = "The report of a delivery, row by row")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"id":"imp_01kb0000000000000000000000","state":"imported","created":0,"updated":0,"unchanged":1,
             "facts_recorded":0,"rows":[{"line":2,"unified_code":"91990001MA7368787P",
             "name":"珩穹澜智能体科技有限公司","result":"unchanged","facts_recorded":0,
             "company":"org_01kb0000000000000000000000"}],"problems":[],"problems_found":0}""")))
    @GetMapping("/{id}")
    ImportJson report(Actor actor, @PathVariable ImportId id) {
        return companies
                .findImport(actor.scope(Permission.IMPORT_REGISTRY), id)
                .map(delivery -> json(delivery.id(), delivery.imported(), delivery.report()))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    @Operation(summary = "The latest deliveries, newest first")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"items":[{"id":"imp_01kb0000000000000000000000","state":"imported","file_name":"registry-2026-10.csv",
             "rows":255,"imported_by":"operator","imported_at":"2026-11-22T08:00:00Z"}]}""")))
    @GetMapping
    ImportList list(Actor actor) {
        actor.require(Permission.IMPORT_REGISTRY);
        return new ImportList(companies.listImports(actor.scope(Permission.IMPORT_REGISTRY)).stream()
                .map(RegistryImportsApi::summary)
                .toList());
    }

    private static ImportSummary summary(RegistryImportSummary delivery) {
        return new ImportSummary(
                delivery.id().value(),
                state(delivery.imported()),
                delivery.fileName(),
                delivery.rows(),
                delivery.importedBy(),
                delivery.importedAt());
    }

    private static ImportJson json(ImportId id, boolean imported, ImportReport report) {
        return new ImportJson(
                id.value(),
                state(imported),
                report.created(),
                report.updated(),
                report.unchanged(),
                report.factsRecorded(),
                report.rows().stream().map(RegistryImportsApi::row).toList(),
                report.problems().stream()
                        .map(problem -> new ProblemJson(
                                problem.line(), problem.column(), problem.code().name(), problem.value()))
                        .toList(),
                report.problemsFound());
    }

    private static RowJson row(ImportReport.Row row) {
        return new RowJson(
                row.line(),
                row.unifiedCode(),
                row.name(),
                row.result().name().toLowerCase(Locale.ROOT),
                row.factsRecorded(),
                row.firm() == null ? null : row.firm().value());
    }

    private static String state(boolean imported) {
        return imported ? "imported" : "rejected";
    }
}
