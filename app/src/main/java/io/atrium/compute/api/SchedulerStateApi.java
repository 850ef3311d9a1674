// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.api;

import io.atrium.compute.SchedulerStates;
import io.atrium.kernel.access.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the next scheduling round would see, for `atrium compute snapshot`; the operator's alone.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "compute")
class SchedulerStateApi {

    private static final MediaType LINES = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final SchedulerStates states;

    SchedulerStateApi(SchedulerStates states) {
        this.states = states;
    }

    @Operation(summary = "Fleet, queue, running jobs and shares as lines; see docs/reference/scheduler.md")
    @GetMapping("/scheduler-state")
    ResponseEntity<byte[]> state(Actor actor) {
        var text = String.join("\n", states.export(actor)) + "\n";
        return ResponseEntity.ok().contentType(LINES).body(text.getBytes(StandardCharsets.UTF_8));
    }
}
