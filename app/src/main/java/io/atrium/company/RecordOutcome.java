// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.kernel.Refusal;
import java.util.Map;

/// What became of [RecordFacts].
public sealed interface RecordOutcome {

    /// @param facts how many said something new
    record Recorded(int facts, int unchanged) implements RecordOutcome {}

    record Refused(CompanyRefusal code, Map<String, Object> facts) implements RecordOutcome {
        public Refusal refusal() {
            return new Refusal(code, facts);
        }
    }
}
