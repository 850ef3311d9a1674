// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.account.JobAccounts;
import io.atrium.kernel.access.Actor;
import io.atrium.ledger.LedgerNames;
import io.atrium.web.text.Text;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The community's whole fleet, where GPU time comes from in the ledger.
@Component
class FleetLedgerName implements LedgerNames {

    @Override
    public Map<String, Named> of(Actor actor, Text t, Collection<String> ids) {
        return ids.contains(JobAccounts.FLEET)
                ? Map.of(JobAccounts.FLEET, new Named(t.of("compute.ledger.fleet"), null))
                : Map.of();
    }
}
