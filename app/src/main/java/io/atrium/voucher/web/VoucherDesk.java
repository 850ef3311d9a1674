// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.web;

import io.atrium.kernel.Fen;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.voucher.PaymentMode;
import io.atrium.voucher.VoucherFilter;
import io.atrium.voucher.VoucherNames;
import io.atrium.voucher.VoucherState;
import io.atrium.voucher.VoucherView;
import io.atrium.voucher.VoucherWarning;
import io.atrium.voucher.Vouchers;
import io.atrium.web.component.Due;
import io.atrium.web.component.Tile;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.desk.DeskSource;
import io.atrium.web.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The voucher module's part of a firm's home page: what its vouchers still hold, and which of them soon run out.
@Component
class VoucherDesk implements DeskSource {

    /// A firm has a handful; more are summed on the list itself.
    private static final int VOUCHERS_MAX = 200;

    private static final VoucherFilter ACTIVE = new VoucherFilter(null, VoucherState.ACTIVE);

    private final Vouchers vouchers;
    private final VoucherNames names;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    VoucherDesk(Vouchers vouchers, VoucherNames names, BusinessClock clock, WorkingCalendar calendar) {
        this.vouchers = vouchers;
        this.names = names;
        this.clock = clock;
        this.calendar = calendar;
    }

    @Override
    public int order() {
        return 20;
    }

    /// Vouchers that end or run low, those that end first on top, each with what can still be done.
    @Override
    public List<DeskItem> items(Actor actor, Text t) {
        if (!actor.may(Permission.SUBMIT_JOB)) {
            return List.of();
        }
        var called = names.in(t);
        return active(actor).stream()
                .sorted(Comparator.comparing(VoucherView::validUntil))
                .flatMap(voucher -> item(voucher, called, t).stream())
                .toList();
    }

    @Override
    public List<Tile> tiles(Actor actor, Text t) {
        if (!(actor.scope(Permission.READ_VOUCHER) instanceof Scope.Own)) {
            return List.of();
        }
        var active = active(actor);
        var available = active.stream().map(VoucherView::available).reduce(Fen.ZERO, Fen::plus);
        var tile = Tile.of(t.of("voucher.tile.available"), t.moneyRounded(available), "/vouchers?state=ACTIVE");
        return List.of(active.stream()
                .map(VoucherView::validUntil)
                .min(Comparator.naturalOrder())
                .map(first -> tile.note(t.of("voucher.tile.first-expiry", t.dateShort(first))))
                .orElse(tile));
    }

    private List<VoucherView> active(Actor actor) {
        var scope = actor.scope(Permission.READ_VOUCHER);
        return scope instanceof Scope.Own ? vouchers.list(scope, ACTIVE, 0, VOUCHERS_MAX) : List.of();
    }

    private Optional<DeskItem> item(VoucherView voucher, VoucherNames.Names called, Text t) {
        return VoucherWarning.of(voucher, clock.today()).map(warning -> switch (warning.kind()) {
            case ENDS_SOON ->
                new DeskItem(
                        t.of(
                                "voucher.warning.ENDS_SOON",
                                called.of(voucher),
                                voucher.available(),
                                voucher.validUntil(),
                                warning.daysLeft()),
                        t.of(isRedeemed(voucher) ? "voucher.redemption.new" : "voucher.warning.ENDS_SOON.action"),
                        isRedeemed(voucher) ? "/vouchers/" + voucher.id() + "/redemptions/new" : "/jobs/new",
                        due(voucher));
            case RUNS_LOW ->
                new DeskItem(
                        t.of("voucher.warning.RUNS_LOW", called.of(voucher), voucher.available(), voucher.amount()),
                        t.of("voucher.warning.RUNS_LOW.action"),
                        "/entitlements",
                        null);
        });
    }

    private static boolean isRedeemed(VoucherView voucher) {
        return voucher.mode() == PaymentMode.PAY_THEN_REDEEM;
    }

    private Due due(VoucherView voucher) {
        var lastMoment = voucher.validUntil()
                .plusDays(1)
                .atStartOfDay(BusinessClock.ZONE)
                .toInstant();
        return Due.of(lastMoment.minusSeconds(1), clock.instant(), calendar);
    }
}
