// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.kernel.Refusal;
import java.util.Map;

/// The answer to [IssueVoucher].
public sealed interface IssueOutcome {

    /// Also for a repeat.
    record Issued(VoucherId voucher) implements IssueOutcome {}

    record Refused(VoucherRefusal code, Map<String, Object> facts) implements IssueOutcome {
        public Refusal refusal() {
            return new Refusal(code, facts);
        }
    }
}
