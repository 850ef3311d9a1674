// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.api;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.voucher.VoucherId;
import io.atrium.voucher.redemption.DecideRedemption;
import io.atrium.voucher.redemption.MendRedemption;
import io.atrium.voucher.redemption.PreCheck;
import io.atrium.voucher.redemption.RedemptionDecisions;
import io.atrium.voucher.redemption.RedemptionId;
import io.atrium.voucher.redemption.RedemptionView;
import io.atrium.voucher.redemption.Redemptions;
import io.atrium.voucher.redemption.ReturnRedemption;
import io.atrium.voucher.redemption.SubmitRedemption;
import io.atrium.voucher.redemption.WithdrawRedemption;
import io.atrium.web.api.CursorPage;
import io.atrium.web.api.CursorQuery;
import io.atrium.web.api.MoneyJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Redemptions for programs: check, submit, look, decide, return, mend, withdraw.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "vouchers")
class RedemptionsApi {

    private final Redemptions redemptions;
    private final RedemptionDecisions decisions;

    RedemptionsApi(Redemptions redemptions, RedemptionDecisions decisions) {
        this.redemptions = redemptions;
        this.decisions = decisions;
    }

    record BillsOf(@Nullable List<String> bills) {

        List<String> all() {
            return bills == null ? List.of() : bills;
        }
    }

    /// @param accepted the bills that are paid back; none rejects it
    record Decision(
            @Nullable List<String> accepted,
            @Nullable String clause,
            @Nullable String reason) {}

    record Reason(@Nullable String reason) {}

    record Redeemable(MoneyJson most, List<RedeemableBill> bills) {}

    /// @param obstacle why it is not paid back; absent where it is
    record RedeemableBill(
            String bill,
            String name,
            LocalDate billedOn,
            MoneyJson paid,
            MoneyJson share,
            @Nullable String obstacle) {

        static RedeemableBill of(PreCheck.Checked one) {
            return new RedeemableBill(
                    one.bill().id(),
                    one.bill().name(),
                    one.bill().billedOn(),
                    MoneyJson.of(one.bill().paid()),
                    MoneyJson.of(one.share()),
                    one.obstacle() == null ? null : one.obstacle().name());
        }
    }

    record Redemption(
            String id,
            String voucher,
            String firm,
            String department,
            String state,
            MoneyJson asked,
            MoneyJson paid,
            Instant submittedAt,
            Instant decideBy,
            @Nullable Instant endedAt,
            @Nullable String clause,
            @Nullable String reason,
            List<Line> lines) {

        static Redemption of(RedemptionView view) {
            var end = view.end();
            return new Redemption(
                    view.id().value(),
                    view.voucher().value(),
                    view.firm().value(),
                    view.department().value(),
                    view.state().name(),
                    MoneyJson.of(view.asked()),
                    MoneyJson.of(view.paid()),
                    view.submitted().at(),
                    view.submitted().decideBy(),
                    end == null ? null : end.at(),
                    end == null ? null : end.clause(),
                    end == null ? null : end.reason(),
                    view.lines().stream().map(Line::of).toList());
        }
    }

    record Line(
            String bill,
            String name,
            LocalDate billedOn,
            MoneyJson amount,
            MoneyJson asked,
            MoneyJson paid,
            String state) {

        static Line of(RedemptionView.Line line) {
            return new Line(
                    line.bill(),
                    line.name(),
                    line.billedOn(),
                    MoneyJson.of(line.amount()),
                    MoneyJson.of(line.asked()),
                    MoneyJson.of(line.paid()),
                    line.state().name());
        }
    }

    @Operation(summary = "One's own newest bills, with what a voucher would pay back of each, or why it would not")
    @GetMapping("/vouchers/{id}/redeemable-bills")
    Redeemable redeemable(Actor actor, @PathVariable VoucherId id) {
        var survey = redemptions.survey(actor, id, null);
        return new Redeemable(
                MoneyJson.of(survey.most()),
                survey.bills().stream().map(RedeemableBill::of).toList());
    }

    @Operation(summary = "Ask to have a share of paid bills paid back out of a voucher")
    @PostMapping("/vouchers/{id}/redemptions")
    ResponseEntity<Redemption> submit(
            Actor actor, RequestKey key, @PathVariable VoucherId id, @RequestBody BillsOf body) {
        var submitted = redemptions.submit(actor, new SubmitRedemption(key, id, body.all()));
        return ResponseEntity.created(URI.create("/api/v1/redemptions/" + submitted))
                .body(find(actor, submitted));
    }

    @Operation(summary = "Redemptions that you may see, newest first")
    @GetMapping("/redemptions")
    CursorPage<Redemption> list(Actor actor, CursorQuery query) {
        actor.require(Permission.READ_VOUCHER);
        var rows = redemptions.page(actor, query.after(), query.rowsToRead());
        return CursorPage.of(query, rows, view -> view.id().value(), Redemption::of);
    }

    @Operation(summary = "One redemption with its bills")
    @GetMapping("/redemptions/{id}")
    Redemption find(Actor actor, @PathVariable RedemptionId id) {
        actor.require(Permission.READ_VOUCHER);
        return redemptions
                .find(actor, id)
                .map(Redemption::of)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    @Operation(
            summary = "Pay back all or some of the bills, or reject; with clause and reason unless all are paid back")
    @PostMapping("/redemptions/{id}/decision")
    Redemption decide(Actor actor, RequestKey key, @PathVariable RedemptionId id, @RequestBody Decision body) {
        var accepted = body.accepted() == null ? List.<String>of() : body.accepted();
        decisions.decide(actor, new DecideRedemption(key, id, accepted, text(body.clause()), text(body.reason())));
        return find(actor, id);
    }

    @Operation(summary = "Return a redemption for mending, once")
    @PostMapping("/redemptions/{id}/return")
    Redemption giveBack(Actor actor, RequestKey key, @PathVariable RedemptionId id, @RequestBody Reason body) {
        decisions.giveBack(actor, new ReturnRedemption(key, id, text(body.reason())));
        return find(actor, id);
    }

    @Operation(summary = "Hand a returned redemption in again")
    @PostMapping("/redemptions/{id}/mending")
    Redemption mend(Actor actor, RequestKey key, @PathVariable RedemptionId id, @RequestBody BillsOf body) {
        redemptions.mend(actor, new MendRedemption(key, id, body.all()));
        return find(actor, id);
    }

    @Operation(summary = "Withdraw one's own redemption before it is decided")
    @PostMapping("/redemptions/{id}/withdrawal")
    Redemption withdraw(Actor actor, RequestKey key, @PathVariable RedemptionId id) {
        redemptions.withdraw(actor, new WithdrawRedemption(key, id));
        return find(actor, id);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
