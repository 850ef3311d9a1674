// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.kernel.Fen;
import io.atrium.kernel.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The answer to [HoldForJob].
public sealed interface HoldOutcome {

    /// Both parts sum to the list price. Without a voucher that can pay, the own part is all of it.
    record Held(@Nullable VoucherId voucher, Fen voucherPart, Fen ownPart) implements HoldOutcome {}

    record Refused(VoucherRefusal code, Map<String, Object> facts) implements HoldOutcome {
        public Refusal refusal() {
            return new Refusal(code, facts);
        }
    }
}
