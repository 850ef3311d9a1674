// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.operation;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Long operations, each only for the person who began it.
@RestController
@RequestMapping(OperationJson.PATH)
@Tag(name = "operations")
class OperationsApi {

    private final Operations operations;

    OperationsApi(Operations operations) {
        this.operations = operations;
    }

    @Operation(summary = "One's own operations, newest first")
    @ApiResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject("{\"items\":[" + OperationJson.EXAMPLE + "]}")))
    @GetMapping
    OperationJson.Page list(Actor actor) {
        return new OperationJson.Page(
                operations.list(actor).stream().map(OperationJson::of).toList());
    }

    @Operation(
            summary = "How far an operation is",
            description = "Ask again every few seconds until `state` is no longer `running`. `result` is the address of"
                    + " what it made.")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(OperationJson.EXAMPLE)))
    @GetMapping("/{id}")
    OperationJson show(Actor actor, @PathVariable OperationId id) {
        return OperationJson.of(find(actor, id));
    }

    @Operation(summary = "The file that an operation made")
    @GetMapping("/{id}/file")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable OperationId id) {
        var file = operations.file(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, file.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.bytes());
    }

    @Operation(
            summary = "Ask an operation to stop",
            description =
                    "It stops at its next step and leaves nothing half done. Asking twice, or after the end, changes"
                            + " nothing.")
    @ApiResponse(responseCode = "202", content = @Content(examples = @ExampleObject(OperationJson.EXAMPLE)))
    @PostMapping("/{id}/cancellations")
    ResponseEntity<OperationJson> cancel(Actor actor, RequestKey key, @PathVariable OperationId id) {
        find(actor, id);
        operations.cancel(actor, id);
        return OperationJson.accepted(id, operations, actor);
    }

    private OperationView find(Actor actor, OperationId id) {
        return operations.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }
}
