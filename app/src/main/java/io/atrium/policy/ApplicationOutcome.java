// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusalCode;
import io.atrium.policy.domain.ApplicationState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came of work on an application (申报办理结果).
public sealed interface ApplicationOutcome {

    /// @param number of the application, once it is submitted
    /// @param voucher that was issued by this very step
    record Done(
            ApplicationId application,
            ApplicationState state,
            @Nullable String number,
            @Nullable String voucher) implements ApplicationOutcome {

        static Done of(ApplicationView application) {
            return new Done(
                    application.id(),
                    application.state(),
                    application.number(),
                    application.ruling().voucher());
        }
    }

    record Refused(Refusal refusal) implements ApplicationOutcome {

        Refused(RefusalCode code, Map<String, Object> facts) {
            this(new Refusal(code, facts));
        }
    }
}
