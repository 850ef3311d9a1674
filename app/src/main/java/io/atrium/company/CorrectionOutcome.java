// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.kernel.Refusal;
import java.util.HashMap;
import java.util.Map;

/// What became of a request, a decision or a withdrawal.
public sealed interface CorrectionOutcome {

    record Done(CorrectionId id) implements CorrectionOutcome {}

    record Refused(CompanyRefusal code, Map<String, Object> facts) implements CorrectionOutcome {

        public Refused {
            facts = new HashMap<>(facts);
        }

        public Refusal refusal() {
            return new Refusal(code, facts);
        }
    }
}
