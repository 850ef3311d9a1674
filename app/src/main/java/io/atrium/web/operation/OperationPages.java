// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.operation;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Step;
import io.atrium.web.component.Tag;
import io.atrium.web.text.RefusalText;
import io.atrium.web.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// `/operations/{id}`: how far a long operation is; only for the person who began it.
@Controller
class OperationPages {

    private final Operations operations;
    private final OperationStreams streams;

    OperationPages(Operations operations, OperationStreams streams) {
        this.operations = operations;
        this.streams = streams;
    }

    @GetMapping("/operations/{id}")
    PageView page(
            Actor actor,
            Text t,
            @PathVariable OperationId id,
            @RequestParam(required = false) @Nullable String already) {
        return view("operation/operation", find(actor, id), t, already != null);
    }

    @GetMapping("/operations/{id}/progress")
    PageView progress(Actor actor, Text t, @PathVariable OperationId id) {
        return view("operation/_progress", find(actor, id), t, false);
    }

    @GetMapping(path = "/operations/{id}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(Actor actor, @PathVariable OperationId id) {
        return streams.open(actor, find(actor, id).id());
    }

    @GetMapping("/operations/{id}/file")
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

    /// Asking twice is as good as once.
    @PostMapping("/operations/{id}/cancellation")
    ModelAndView cancel(Actor actor, @PathVariable OperationId id) {
        find(actor, id);
        return SeeOther.to("/operations/" + id)
                .saying(Flash.note(
                        operations.cancel(actor, id) ? "web.operation.cancelling" : "web.operation.too-late"));
    }

    private OperationView find(Actor actor, OperationId id) {
        return operations.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private static PageView view(String template, OperationView operation, Text t, boolean isAlready) {
        return PageView.of(
                template,
                operation.title().key(),
                page(operation, t, isAlready),
                t.of(operation.title().argument()));
    }

    private static OperationPage page(OperationView operation, Text t, boolean isAlready) {
        var path = "/operations/" + operation.id();
        boolean isOver = operation.state().isOver();
        boolean canCancel = !isOver
                && operation.cancelling().isPossible()
                && !operation.cancelling().isAsked();
        return new OperationPage(
                operation.id().value(),
                Tag.of(operation.state().tone(), "web.operation.state." + operation.state()),
                stages(operation, t),
                operation.done(),
                operation.total(),
                t.dateTimeShort(operation.times().startedAt()),
                operation
                        .estimate()
                        .map(range -> t.of("web.operation.estimate", range.least(), range.most()))
                        .orElse(null),
                isAlready,
                isOver ? null : path + "/progress",
                isOver ? null : path + "/stream",
                canCancel ? path + "/cancellation" : null,
                operation.resultHref(),
                problem(operation, t));
    }

    private static @Nullable RefusalText problem(OperationView operation, Text t) {
        if (operation.state() == OperationState.LOST) {
            return t.refusal(OperationRefusal.OPERATION_INTERRUPTED.name());
        }
        var refusal = operation.refusal();
        if (refusal != null) {
            return t.refusal(refusal);
        }
        var code = operation.code();
        return code == null ? null : t.refusal(code);
    }

    private static List<Step> stages(OperationView operation, Text t) {
        return IntStream.range(0, operation.stages().size())
                .mapToObj(place -> new Step(t.of(operation.stages().get(place)), state(operation, place)))
                .toList();
    }

    private static Step.State state(OperationView operation, int place) {
        if (place < operation.stage() || operation.state() == OperationState.DONE) {
            return Step.State.DONE;
        }
        if (place > operation.stage()) {
            return Step.State.AHEAD;
        }
        return operation.state().isOver() ? Step.State.FAILED : Step.State.CURRENT;
    }
}
