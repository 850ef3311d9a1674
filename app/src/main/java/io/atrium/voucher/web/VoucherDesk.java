// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.web;

import io.atrium.kernel.Fen;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.voucher.VoucherFilter;
import io.atrium.voucher.VoucherState;
import io.atrium.voucher.VoucherView;
import io.atrium.voucher.Vouchers;
import io.atrium.web.component.Tile;
import io.atrium.web.desk.DeskItem;
import io.atrium.web.desk.DeskSource;
import io.atrium.web.text.Text;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/// The voucher module's part of a firm's home page: what its vouchers still hold, and which one runs out first.
@Component
class VoucherDesk implements DeskSource {

    /// A firm has a handful; more are summed on the list itself.
    private static final int VOUCHERS_MAX = 200;

    private static final VoucherFilter ACTIVE = new VoucherFilter(null, VoucherState.ACTIVE);

    private final Vouchers vouchers;

    VoucherDesk(Vouchers vouchers) {
        this.vouchers = vouchers;
    }

    /// Vouchers ask nobody for anything.
    @Override
    public List<DeskItem> items(Actor actor, Text t) {
        return List.of();
    }

    @Override
    public List<Tile> tiles(Actor actor, Text t) {
        var scope = actor.scope(Permission.READ_VOUCHER);
        if (!(scope instanceof Scope.Own)) {
            return List.of();
        }
        var active = vouchers.list(scope, ACTIVE, 0, VOUCHERS_MAX);
        var available = active.stream().map(VoucherView::available).reduce(Fen.ZERO, Fen::plus);
        var tile = Tile.of(t.of("voucher.tile.available"), t.moneyRounded(available), "/vouchers?state=ACTIVE");
        return List.of(active.stream()
                .map(VoucherView::validUntil)
                .min(Comparator.naturalOrder())
                .map(first -> tile.note(t.of("voucher.tile.first-expiry", t.dateShort(first))))
                .orElse(tile));
    }
}
