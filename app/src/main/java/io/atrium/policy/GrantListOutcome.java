// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.Fen;
import io.atrium.kernel.Refusal;
import java.time.Instant;
import java.util.Map;

/// The answer to what a department does with a list.
public sealed interface GrantListOutcome {

    record Proposed(GrantListId list, int firms, Fen sum) implements GrantListOutcome {}

    record Confirmed(GrantListId list, Instant publicityEndsAt) implements GrantListOutcome {}

    /// One of two officers has confirmed; publicity waits for the other.
    record HalfConfirmed(GrantListId list) implements GrantListOutcome {}

    record Refused(PolicyRefusal code, Map<String, Object> facts) implements GrantListOutcome {
        public Refusal refusal() {
            return new Refusal(code, facts);
        }
    }
}
