// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusalCode;
import java.util.Map;

/// What came of a change to a version (版本办理结果).
public sealed interface VersionOutcome {

    record Done(VersionId version) implements VersionOutcome {}

    record Refused(Refusal refusal) implements VersionOutcome {

        Refused(RefusalCode code, Map<String, Object> facts) {
            this(new Refusal(code, facts));
        }
    }
}
