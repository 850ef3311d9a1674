// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusalCode;
import java.util.Map;

/// What came of work on a draft (草案办理结果).
public sealed interface PolicyDraftOutcome {

    record Done(PolicyDraftId draft) implements PolicyDraftOutcome {}

    record Refused(Refusal refusal) implements PolicyDraftOutcome {

        Refused(RefusalCode code, Map<String, Object> facts) {
            this(new Refusal(code, facts));
        }
    }
}
