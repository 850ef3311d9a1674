// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.kernel.Refusal;
import java.util.HashMap;
import java.util.Map;

/// What became of a consent that was given or revoked.
public sealed interface ConsentOutcome {

    record Done(ConsentId id) implements ConsentOutcome {}

    record Refused(CompanyRefusal code, Map<String, Object> facts) implements ConsentOutcome {

        public Refused {
            facts = new HashMap<>(facts);
        }

        public Refusal refusal() {
            return new Refusal(code, facts);
        }
    }
}
