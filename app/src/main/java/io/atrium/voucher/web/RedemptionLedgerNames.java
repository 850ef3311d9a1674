// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.web;

import io.atrium.kernel.access.Actor;
import io.atrium.ledger.LedgerNames;
import io.atrium.voucher.redemption.RedemptionId;
import io.atrium.voucher.redemption.Redemptions;
import io.atrium.web.text.Text;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Redemptions by their names in the ledger; only those that the reader may see.
@Component
class RedemptionLedgerNames implements LedgerNames {

    private final Redemptions redemptions;

    RedemptionLedgerNames(Redemptions redemptions) {
        this.redemptions = redemptions;
    }

    @Override
    public Map<String, Named> of(Actor actor, Text t, Collection<String> ids) {
        var known = new HashMap<String, Named>();
        ids.stream()
                .filter(RedemptionId::isOne)
                .flatMap(id -> redemptions.find(actor, new RedemptionId(id)).stream())
                .forEach(found -> known.put(
                        found.id().value(),
                        new Named(t.of("voucher.redemption.named", found.base()), "/redemptions/" + found.id())));
        return known;
    }
}
