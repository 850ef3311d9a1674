// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.operation;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/// An operation as programs see it (操作资源).
///
/// @param stage place of the stage that it is in, counted from 0
/// @param total units of this stage; absent where it is not known
/// @param code why it failed
/// @param result address of what it made, once it is done
public record OperationJson(
        String id,
        String state,
        int stage,
        int stages,
        long done,
        @Nullable Long total,
        @Nullable String code,
        @Nullable String result,
        boolean cancellable,
        Instant startedAt,
        @Nullable Instant endedAt) {

    public static final String EXAMPLE = """
            {"id":"op_01kb0000000000000000000000","state":"running","stage":1,"stages":3,"done":420,"total":1800,
             "cancellable":true,"started_at":"2026-11-22T08:00:00Z"}""";

    static final String PATH = "/api/v1/operations";

    /// 202 with the address of the operation that was begun.
    public static ResponseEntity<OperationJson> accepted(OperationId id, Operations operations, Actor actor) {
        var operation = operations.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        return ResponseEntity.accepted().location(URI.create(PATH + "/" + id)).body(of(operation));
    }

    static OperationJson of(OperationView operation) {
        var result = operation.resultHref();
        return new OperationJson(
                operation.id().value(),
                operation.state().name().toLowerCase(Locale.ROOT),
                operation.stage(),
                operation.stages().size(),
                operation.done(),
                operation.total(),
                operation.state() == OperationState.LOST
                        ? OperationRefusal.OPERATION_INTERRUPTED.name()
                        : operation.code(),
                result == null ? null : "/api/v1" + result,
                !operation.state().isOver() && operation.cancelling().isPossible(),
                operation.times().startedAt(),
                operation.times().endedAt());
    }

    /// The latest, newest first.
    record Page(List<OperationJson> items) {}
}
