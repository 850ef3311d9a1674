// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.web;

import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.ledger.LedgerNames;
import io.atrium.voucher.VoucherId;
import io.atrium.voucher.VoucherNames;
import io.atrium.voucher.Vouchers;
import io.atrium.web.text.Text;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Vouchers and their policies by their names in the ledger; only those that the reader may see.
@Component
class VoucherLedgerNames implements LedgerNames {

    private final Vouchers vouchers;
    private final VoucherNames names;

    VoucherLedgerNames(Vouchers vouchers, VoucherNames names) {
        this.vouchers = vouchers;
        this.names = names;
    }

    @Override
    public Map<String, Named> of(Actor actor, Text t, Collection<String> ids) {
        var known = new HashMap<String, Named>();
        var called = names.in(t);
        called.policies().forEach((policy, title) -> {
            if (ids.contains(policy)) {
                known.put(policy, new Named(title, "/policies/" + policy));
            }
        });
        var scope = actor.scope(Permission.READ_VOUCHER);
        vouchers.findAll(
                        scope,
                        ids.stream()
                                .filter(id -> id.startsWith(VoucherId.PREFIX + "_"))
                                .map(VoucherId::new)
                                .toList())
                .forEach(voucher ->
                        known.put(voucher.id().value(), new Named(called.of(voucher), "/vouchers/" + voucher.id())));
        return known;
    }
}
