// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import java.util.List;

/// Raises several needs at once (批量提出诉求), as a hotline hands them over.
///
/// @param needs their own keys are not asked for: the key of all decides whether they are new
public record RaiseAll(RequestKey key, List<RaiseAppeal> needs) {

    public static final int MAX = 100;

    public RaiseAll {
        needs = List.copyOf(needs);
        if (needs.isEmpty() || needs.size() > MAX) {
            throw new RefusedException(Refusal.of(AppealRefusal.APPEALS_TOO_MANY, "limit", MAX));
        }
    }

    /// One for each need, in their order.
    public record Results(List<Raised> raised) {

        public Results {
            raised = List.copyOf(raised);
        }
    }
}
