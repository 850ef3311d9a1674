// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import io.atrium.compute.account.JobAccounts.Split;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import java.time.Instant;

/// What a lease would cost (报价), before anything is asked.
///
/// @param first how the first period would be paid now; the later ones depend on what vouchers have left then
/// @param signBy until when the provider may sign at this price
public record LeaseQuote(
        LeaseWish wish,
        OrgId provider,
        String gpuModel,
        int nodes,
        LeaseTerms terms,
        Split first,
        Fen creditLeft,
        Instant signBy) {

    /// What the first period costs, held when the provider signs.
    public Fen firstPeriod() {
        return terms.price(terms.daysOf(1));
    }
}
