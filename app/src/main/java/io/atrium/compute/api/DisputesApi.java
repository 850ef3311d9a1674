// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.api;

import io.atrium.compute.BillId;
import io.atrium.compute.correction.BillCorrections.Right;
import io.atrium.compute.dispute.AnswerDispute;
import io.atrium.compute.dispute.DisputeAbout;
import io.atrium.compute.dispute.DisputeId;
import io.atrium.compute.dispute.DisputeView;
import io.atrium.compute.dispute.Disputes;
import io.atrium.compute.dispute.RaiseDispute;
import io.atrium.compute.dispute.WithdrawDispute;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.api.CursorPage;
import io.atrium.web.api.CursorQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
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

/// Disputed bills: raise, look, answer, withdraw.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "bills")
class DisputesApi {

    private final Disputes disputes;

    DisputesApi(Disputes disputes) {
        this.disputes = disputes;
    }

    record Raise(DisputeAbout about, @Nullable String reason) {}

    /// @param right what is right of the bill; needed when accepted
    record Answer(
            boolean accepted,
            @Nullable String reason,
            @Nullable RightOf right) {}

    record RightOf(long gpuMs, BigDecimal pricePerGpuHour) {}

    record Dispute(
            String id,
            String bill,
            String firm,
            String provider,
            String about,
            String reason,
            boolean hasEvidence,
            String state,
            Instant raisedAt,
            Instant answerBy,
            @Nullable Instant endedAt,
            @Nullable String endedReason) {

        static Dispute of(DisputeView view) {
            var end = view.end();
            return new Dispute(
                    view.id().value(),
                    view.subject().bill().value(),
                    view.subject().firm().value(),
                    view.subject().provider().value(),
                    view.raised().about().name(),
                    view.raised().reason(),
                    view.raised().evidence() != null,
                    view.state().name(),
                    view.raised().at(),
                    view.answerBy(),
                    end == null ? null : end.at(),
                    end == null ? null : end.reason());
        }
    }

    @Operation(summary = "Dispute one of one's own bills; one open dispute for each bill")
    @PostMapping("/bills/{id}/disputes")
    ResponseEntity<Dispute> raise(Actor actor, RequestKey key, @PathVariable BillId id, @RequestBody Raise body) {
        var raised = disputes.raise(actor, new RaiseDispute(key, id, body.about(), text(body.reason()), null));
        return ResponseEntity.created(URI.create("/api/v1/bill-disputes/" + raised))
                .body(find(actor, raised));
    }

    @Operation(summary = "Disputed bills that one may see as firm or provider, newest first")
    @GetMapping("/bill-disputes")
    CursorPage<Dispute> list(Actor actor, CursorQuery query) {
        requireReader(actor);
        var rows = disputes.page(actor, query.after(), query.rowsToRead());
        return CursorPage.of(query, rows, view -> view.id().value(), Dispute::of);
    }

    @Operation(summary = "One disputed bill")
    @GetMapping("/bill-disputes/{id}")
    Dispute find(Actor actor, @PathVariable DisputeId id) {
        requireReader(actor);
        return disputes.find(actor, id)
                .map(Dispute::of)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    @Operation(summary = "Accept, with what is right of the bill, which is corrected at once; or reject with a reason")
    @PostMapping("/bill-disputes/{id}/answer")
    Dispute answer(Actor actor, RequestKey key, @PathVariable DisputeId id, @RequestBody Answer body) {
        disputes.answer(actor, new AnswerDispute(key, id, right(body), text(body.reason())));
        return find(actor, id);
    }

    private static @Nullable Right right(Answer body) {
        if (!body.accepted()) {
            return null;
        }
        var right = body.right();
        if (right == null || right.gpuMs() < 0) {
            throw new RefusedException(Refusal.of(CommonRefusal.MALFORMED_REQUEST, "field", "right"));
        }
        return new Right(new GpuMillis(right.gpuMs()), Fen.ofYuan(right.pricePerGpuHour()));
    }

    @Operation(summary = "Withdraw one's own dispute before it is answered")
    @PostMapping("/bill-disputes/{id}/withdrawal")
    Dispute withdraw(Actor actor, RequestKey key, @PathVariable DisputeId id) {
        disputes.withdraw(actor, new WithdrawDispute(key, id));
        return find(actor, id);
    }

    private static void requireReader(Actor actor) {
        if (!actor.may(Permission.READ_RECEIVABLE)) {
            actor.require(Permission.READ_BILL);
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
