// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.api;

import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.FileSnapshot;
import io.atrium.policy.FirmSnapshotId;
import io.atrium.policy.FirmSnapshotOutcome;
import io.atrium.policy.FirmSnapshotView;
import io.atrium.policy.FirmSnapshots;
import io.atrium.policy.LongSnapshots;
import io.atrium.web.api.CursorPage;
import io.atrium.web.api.CursorQuery;
import io.atrium.web.operation.OperationJson;
import io.atrium.web.operation.Operations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Frozen facts of all firms, on which policies are simulated.
@RestController
@RequestMapping("/api/v1/policy-snapshots")
@Tag(name = "policy-simulations")
class PolicySnapshotsApi {

    private final FirmSnapshots snapshots;
    private final LongSnapshots longSnapshots;
    private final Operations operations;

    PolicySnapshotsApi(FirmSnapshots snapshots, LongSnapshots longSnapshots, Operations operations) {
        this.snapshots = snapshots;
        this.longSnapshots = longSnapshots;
        this.operations = operations;
    }

    record NewSnapshot(String name) {}

    /// @param day on which policies are decided over it
    /// @param fileName absent for the firms of this community
    record SnapshotJson(
            String id,
            String name,
            LocalDate day,
            Instant knownAt,
            String takenBy,
            int firms,
            @Nullable String fileName,
            String sha256) {

        static SnapshotJson of(FirmSnapshotView view) {
            return new SnapshotJson(
                    view.id().value(),
                    view.name(),
                    view.day(),
                    view.knownAt(),
                    view.takenBy(),
                    view.firms(),
                    view.fileName(),
                    view.sha256());
        }
    }

    @Operation(summary = "The snapshots of one's department, newest first")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
            {"items":[{"id":"snp_01kb0000000000000000000000","name":"2026 年 11 月底","day":"2026-11-30",
             "known_at":"2026-11-30T01:00:00Z","taken_by":"顾予安","firms":255,"sha256":"9f86d081884c7d65…"}],"limit":50}""")))
    @GetMapping
    CursorPage<SnapshotJson> list(Actor actor, CursorQuery query) {
        actor.require(Permission.WRITE_POLICY);
        return CursorPage.of(
                query,
                snapshots.list(actor, query.after(), query.rowsToRead()),
                snapshot -> snapshot.id().value(),
                SnapshotJson::of);
    }

    @Operation(summary = "Freeze what is known now of every firm, for the business day")
    @ApiResponse(responseCode = "201", content = @Content(examples = @ExampleObject("""
            {"id":"snp_01kb0000000000000000000000","name":"2026 年 11 月底","day":"2026-11-30",
             "known_at":"2026-11-30T01:00:00Z","taken_by":"顾予安","firms":255,"sha256":"9f86d081884c7d65…"}""")))
    @ApiResponse(responseCode = "202", content = @Content(examples = @ExampleObject(OperationJson.EXAMPLE)))
    @PostMapping
    ResponseEntity<?> take(Actor actor, RequestKey key, @RequestBody NewSnapshot body) {
        var command = new FirmSnapshots.Take(body.name());
        if (longSnapshots.isLong()) {
            return OperationJson.accepted(
                    longSnapshots.start(actor, key, command).id(), operations, actor);
        }
        return switch (snapshots.take(actor, key, command)) {
            case FirmSnapshotOutcome.Done(FirmSnapshotId id) ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .body(SnapshotJson.of(snapshots.find(actor, id).orElseThrow()));
            case FirmSnapshotOutcome.Refused(var refusal) -> throw new RefusedException(refusal);
        };
    }

    @Operation(
            summary = "Freeze the firms of a file, for the day of which it tells",
            description = "The body is the CSV itself, plain or packed with gzip: UTF-8, a head with keys of facts, a"
                    + " line per firm, an empty cell for what is not known. Other columns are left out, and so are"
                    + " names and codes of firms. It is read as an operation; a wrong cell is named there and nothing"
                    + " is kept.")
    @ApiResponse(responseCode = "202", content = @Content(examples = @ExampleObject(OperationJson.EXAMPLE)))
    @PostMapping(
            path = "/files",
            consumes = {"text/csv", "application/gzip"})
    ResponseEntity<OperationJson> takeFile(
            Actor actor,
            RequestKey key,
            @RequestParam String name,
            @RequestParam LocalDate day,
            @RequestParam(name = "file_name", defaultValue = "firms.csv") String fileName,
            InputStream body)
            throws IOException {
        actor.require(Permission.WRITE_POLICY);
        actor.require(Permission.READ_ENTITLEMENT);
        var about = new FileSnapshot(name.strip(), day, fileName);
        var begun = longSnapshots.start(actor, key, about, stored(body));
        return OperationJson.accepted(begun.id(), operations, actor);
    }

    private static Path stored(InputStream body) throws IOException {
        var content = Files.createTempFile("atrium-firms", ".csv");
        try {
            Files.copy(body, content, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(content);
            throw failed;
        }
        return content;
    }
}
