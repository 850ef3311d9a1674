// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.api;

import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.FirmSnapshotId;
import io.atrium.policy.FirmSnapshotOutcome;
import io.atrium.policy.FirmSnapshotView;
import io.atrium.policy.FirmSnapshots;
import io.atrium.web.api.CursorPage;
import io.atrium.web.api.CursorQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Frozen facts of all firms, on which policies are simulated.
@RestController
@RequestMapping("/api/v1/policy-snapshots")
@Tag(name = "policy-simulations")
class PolicySnapshotsApi {

    private final FirmSnapshots snapshots;

    PolicySnapshotsApi(FirmSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    record NewSnapshot(String name) {}

    /// @param day on which policies are decided over it
    record SnapshotJson(
            String id, String name, LocalDate day, Instant knownAt, String takenBy, int firms, String sha256) {

        static SnapshotJson of(FirmSnapshotView view) {
            return new SnapshotJson(
                    view.id().value(),
                    view.name(),
                    view.day(),
                    view.knownAt(),
                    view.takenBy(),
                    view.firms(),
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
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SnapshotJson take(Actor actor, RequestKey key, @RequestBody NewSnapshot body) {
        return switch (snapshots.take(actor, key, new FirmSnapshots.Take(body.name()))) {
            case FirmSnapshotOutcome.Done(FirmSnapshotId id) ->
                SnapshotJson.of(snapshots.find(actor, id).orElseThrow());
            case FirmSnapshotOutcome.Refused(var refusal) -> throw new RefusedException(refusal);
        };
    }
}
