// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.Refusal;
import io.atrium.policy.domain.GrantState;
import java.util.Map;

/// The answer to what is done with the grant of one firm.
public sealed interface GrantOutcome {

    record Moved(GrantId grant, GrantState state) implements GrantOutcome {}

    record Granted(GrantId grant, String voucher) implements GrantOutcome {}

    record Refused(PolicyRefusal code, Map<String, Object> facts) implements GrantOutcome {
        public Refusal refusal() {
            return new Refusal(code, facts);
        }
    }
}
