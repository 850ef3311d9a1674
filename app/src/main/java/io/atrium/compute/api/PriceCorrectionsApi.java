// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.api;

import io.atrium.compute.correction.DecidePriceCorrection;
import io.atrium.compute.correction.PriceCorrectionEffect;
import io.atrium.compute.correction.PriceCorrectionId;
import io.atrium.compute.correction.PriceCorrectionLine;
import io.atrium.compute.correction.PriceCorrectionView;
import io.atrium.compute.correction.PriceCorrections;
import io.atrium.compute.correction.ProposePriceCorrection;
import io.atrium.compute.correction.WithdrawPriceCorrection;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Seen;
import io.atrium.web.api.CursorPage;
import io.atrium.web.api.CursorQuery;
import io.atrium.web.api.MoneyJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Prices that were asked by mistake: see the effect, propose, decide as a second person, withdraw.
@RestController
@RequestMapping("/api/v1/price-corrections")
@Tag(name = "bills")
class PriceCorrectionsApi {

    private final PriceCorrections corrections;

    PriceCorrectionsApi(PriceCorrections corrections) {
        this.corrections = corrections;
    }

    record Wish(
            String pool,
            BigDecimal wrongPrice,
            BigDecimal rightPrice,
            LocalDate firstDay,
            LocalDate lastDay,
            @Nullable String reason) {

        PriceCorrectionView.Wish wish() {
            return new PriceCorrectionView.Wish(
                    pool,
                    Fen.ofYuan(wrongPrice),
                    Fen.ofYuan(rightPrice),
                    firstDay,
                    lastDay,
                    reason == null ? "" : reason.strip());
        }
    }

    record Decision(
            boolean approved,
            @Nullable String reason,
            @Nullable String seen) {}

    /// @param seen to be sent with the decision, so that what was looked at is what is agreed to
    record Effect(
            List<FirmEffect> firms, MoneyJson before, MoneyJson after, int jobsToCome, boolean askedNow, String seen) {

        static Effect of(PriceCorrectionEffect effect) {
            return new Effect(
                    effect.firms().stream()
                            .map(firm -> new FirmEffect(
                                    firm.firm().value(),
                                    firm.bills(),
                                    MoneyJson.of(firm.before()),
                                    MoneyJson.of(firm.after())))
                            .toList(),
                    MoneyJson.of(effect.before()),
                    MoneyJson.of(effect.after()),
                    effect.jobsToCome(),
                    effect.isAskedNow(),
                    effect.seen().mark());
        }
    }

    record FirmEffect(String firm, int bills, MoneyJson before, MoneyJson after) {}

    record Correction(
            String id,
            String provider,
            String pool,
            MoneyJson wrongPrice,
            MoneyJson rightPrice,
            LocalDate firstDay,
            LocalDate lastDay,
            String reason,
            String state,
            Instant proposedAt,
            Instant decideBy,
            @Nullable Instant endedAt,
            @Nullable String endedReason) {

        static Correction of(PriceCorrectionView view) {
            var end = view.end();
            return new Correction(
                    view.id().value(),
                    view.provider().value(),
                    view.wish().pool(),
                    MoneyJson.of(view.wish().wrongPrice()),
                    MoneyJson.of(view.wish().rightPrice()),
                    view.wish().firstDay(),
                    view.wish().lastDay(),
                    view.wish().reason(),
                    view.state().name(),
                    view.proposed().at(),
                    view.decideBy(),
                    end == null ? null : end.at(),
                    end == null ? null : end.reason());
        }
    }

    /// @param effect what it would do now; absent once it is decided
    /// @param bills how many bills are in which state; empty before it is agreed
    record Whole(Correction correction, @Nullable Effect effect, Map<PriceCorrectionLine.State, Integer> bills) {}

    @Operation(summary = "Price corrections of the pools that one may see, newest first")
    @GetMapping
    CursorPage<Correction> list(Actor actor, CursorQuery query) {
        actor.require(Permission.READ_RECEIVABLE);
        var rows = corrections.page(actor.scope(Permission.READ_RECEIVABLE), query.after(), query.rowsToRead());
        return CursorPage.of(query, rows, view -> view.id().value(), Correction::of);
    }

    @Operation(summary = "One price correction with its effect and how far it is")
    @GetMapping("/{id}")
    Whole find(Actor actor, @PathVariable PriceCorrectionId id) {
        actor.require(Permission.READ_RECEIVABLE);
        var found = corrections
                .find(actor.scope(Permission.READ_RECEIVABLE), id)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        return new Whole(
                Correction.of(found),
                found.state().isOpen() ? Effect.of(corrections.effect(found)) : null,
                corrections.states(id));
    }

    @Operation(summary = "What a price correction would do; nothing is proposed")
    @PostMapping("/effects")
    Effect effect(Actor actor, @RequestBody Wish body) {
        return Effect.of(corrections.effect(actor, body.wish()));
    }

    @Operation(summary = "Propose to correct what was billed at a wrong price")
    @PostMapping
    ResponseEntity<Whole> propose(Actor actor, RequestKey key, @RequestBody Wish body) {
        var id = corrections.propose(actor, new ProposePriceCorrection(key, body.wish()));
        return ResponseEntity.created(URI.create("/api/v1/price-corrections/" + id))
                .body(find(actor, id));
    }

    @Operation(summary = "Agree or decline as a second person; the bills are corrected within seconds")
    @PostMapping("/{id}/decision")
    Whole decide(Actor actor, RequestKey key, @PathVariable PriceCorrectionId id, @RequestBody Decision body) {
        var seen = body.seen() == null ? Seen.ANYTHING : new Seen(body.seen());
        var reason = body.reason() == null ? "" : body.reason();
        corrections.decide(actor, new DecidePriceCorrection(key, id, body.approved(), reason, seen));
        return find(actor, id);
    }

    @Operation(summary = "Take a proposal back before it is decided")
    @PostMapping("/{id}/withdrawal")
    Whole withdraw(Actor actor, RequestKey key, @PathVariable PriceCorrectionId id) {
        corrections.withdraw(actor, new WithdrawPriceCorrection(key, id));
        return find(actor, id);
    }
}
