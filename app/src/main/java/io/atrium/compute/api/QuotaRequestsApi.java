// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.api;

import io.atrium.compute.quota.AskQuota;
import io.atrium.compute.quota.EndQuotaRequest;
import io.atrium.compute.quota.QuotaRequestId;
import io.atrium.compute.quota.QuotaRequestState;
import io.atrium.compute.quota.QuotaRequestView;
import io.atrium.compute.quota.QuotaRequests;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.api.CursorPage;
import io.atrium.web.api.CursorQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Quota requests: ask, look, decide, withdraw.
@RestController
@RequestMapping("/api/v1/quota-requests")
@Tag(name = "quota")
class QuotaRequestsApi {

    private final QuotaRequests requests;

    QuotaRequestsApi(QuotaRequests requests) {
        this.requests = requests;
    }

    record Wish(int gpus, @Nullable String reason) {}

    record Decision(boolean granted, @Nullable String reason) {}

    record Request(
            String id,
            String firm,
            int gpusBefore,
            int gpusWanted,
            String reason,
            String state,
            Instant askedAt,
            Instant decideBy,
            @Nullable Instant endedAt,
            @Nullable String endedReason) {

        static Request of(QuotaRequestView view) {
            var end = view.end();
            return new Request(
                    view.id().value(),
                    view.firm().value(),
                    view.gpusBefore(),
                    view.gpusWanted(),
                    view.reason(),
                    view.state().name(),
                    view.askedAt(),
                    view.decideBy(),
                    end == null ? null : end.at(),
                    end == null ? null : end.reason());
        }
    }

    @Operation(summary = "Quota requests that one may see, newest first")
    @GetMapping
    CursorPage<Request> list(Actor actor, CursorQuery query) {
        actor.require(Permission.READ_JOB);
        var rows = requests.page(actor.scope(Permission.READ_JOB), query.after(), query.rowsToRead());
        return CursorPage.of(query, rows, view -> view.id().value(), Request::of);
    }

    @Operation(summary = "One quota request")
    @GetMapping("/{id}")
    Request find(Actor actor, @PathVariable QuotaRequestId id) {
        actor.require(Permission.READ_JOB);
        return requests.find(actor.scope(Permission.READ_JOB), id)
                .map(Request::of)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    @Operation(summary = "Ask for another number of GPUs at the same time; one open request at a time")
    @PostMapping
    ResponseEntity<Request> ask(Actor actor, RequestKey key, @RequestBody Wish body) {
        var id = requests.ask(actor, new AskQuota(key, new AskQuota.Wish(body.gpus(), text(body.reason()))));
        return ResponseEntity.created(URI.create("/api/v1/quota-requests/" + id))
                .body(find(actor, id));
    }

    @Operation(summary = "Grant or decline, with a reason; a granted quota is in force at once")
    @PostMapping("/{id}/decision")
    Request decide(Actor actor, RequestKey key, @PathVariable QuotaRequestId id, @RequestBody Decision body) {
        var end = body.granted() ? QuotaRequestState.GRANTED : QuotaRequestState.DECLINED;
        requests.end(actor, new EndQuotaRequest(key, id, end, text(body.reason())));
        return find(actor, id);
    }

    @Operation(summary = "Withdraw one's own request before it is decided")
    @PostMapping("/{id}/withdrawal")
    Request withdraw(Actor actor, RequestKey key, @PathVariable QuotaRequestId id) {
        requests.end(actor, new EndQuotaRequest(key, id, QuotaRequestState.WITHDRAWN, ""));
        return find(actor, id);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
