// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import static java.util.Objects.requireNonNull;

import io.atrium.kernel.Fen;
import io.atrium.kernel.access.Scope;
import io.atrium.ledger.Balances;
import io.atrium.ledger.Ledger;
import io.atrium.voucher.domain.Voucher;
import io.atrium.voucher.domain.VoucherUse;
import io.atrium.voucher.store.VoucherRows;
import io.atrium.voucher.store.VoucherUseRows;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Vouchers as they are shown: terms from here, money from the ledger.
@Component
class VoucherReads {
    private final VoucherRows vouchers;
    private final VoucherUseRows uses;
    private final Ledger ledger;

    VoucherReads(VoucherRows vouchers, VoucherUseRows uses, Ledger ledger) {
        this.vouchers = vouchers;
        this.uses = uses;
        this.ledger = ledger;
    }

    Optional<VoucherView> find(Scope scope, VoucherId id) {
        return vouchers.find(scope, id).map(voucher -> views(List.of(voucher)).getFirst());
    }

    VoucherView lock(VoucherId id) {
        return views(List.of(vouchers.lock(id))).getFirst();
    }

    List<VoucherView> findAll(Scope scope, Collection<VoucherId> ids) {
        return views(vouchers.findAll(scope, ids));
    }

    List<VoucherView> list(Scope scope, VoucherFilter filter, long offset, int limit) {
        return views(vouchers.list(scope, filter.condition(), offset, limit));
    }

    List<VoucherView> listAfter(Scope scope, VoucherFilter filter, @Nullable VoucherId after, int limit) {
        return views(vouchers.listAfter(scope, filter.condition(), after, limit));
    }

    int count(Scope scope, VoucherFilter filter) {
        return vouchers.count(scope, filter.condition());
    }

    List<VoucherUseView> uses(VoucherId id, int limit) {
        return uses.ofVoucher(id, limit).stream().map(VoucherReads::view).toList();
    }

    private static VoucherUseView view(VoucherUse use) {
        var settled = use.settled();
        return new VoucherUseView(
                use.job(),
                use.held(),
                settled == null ? null : settled.paid(),
                use.heldAt(),
                settled == null ? null : settled.at());
    }

    private List<VoucherView> views(List<Voucher> found) {
        var paid = uses.paidBy(found.stream().map(Voucher::id).toList());
        var balances = ledger.balances(
                found.stream().map(voucher -> voucher.id().account()).toList());
        return found.stream()
                .map(voucher -> view(
                        voucher,
                        paid.getOrDefault(voucher.id().value(), Fen.ZERO),
                        requireNonNull(balances.get(voucher.id().account()))))
                .toList();
    }

    private static VoucherView view(Voucher voucher, Fen paid, Balances balances) {
        return new VoucherView(
                voucher.id(),
                voucher.firm(),
                voucher.policy(),
                voucher.grant(),
                voucher.scope(),
                voucher.mode(),
                voucher.rate(),
                voucher.amount(),
                paid,
                new Fen(balances.held()),
                new Fen(balances.available()),
                voucher.validUntil(),
                voucher.issuedAt(),
                voucher.state());
    }
}
