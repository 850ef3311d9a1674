// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.atrium.kernel.RequestKey;
import java.util.UUID;

/// Ids of transfers, computed from what causes them: whoever tries again computes the same id, and nothing doubles.
public final class TransferIds {

    private TransferIds() {}

    /// @param scope what causes the transfer, such as a job's id
    /// @param part which of its transfers, such as `voucher-hold`
    public static UUID of(String scope, String part) {
        return UUID.nameUUIDFromBytes(("atrium/transfer/" + scope + "/" + part).getBytes(UTF_8));
    }

    public static UUID of(RequestKey key, String part) {
        return of(key.value(), part);
    }
}
