// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.Fen;
import io.atrium.web.Seen;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a department does with applications (部门办理). `seen` is the file as the officer saw it.
public sealed interface DecideApplication {

    ApplicationId application();

    Seen seen();

    /// Takes it in for review (受理).
    record Accept(ApplicationId application, Seen seen) implements DecideApplication {}

    /// Names everything that is lacking, at once (一次性告知).
    record Return(ApplicationId application, List<Defect> defects, Seen seen) implements DecideApplication {}

    /// @param item as [ApplicationItems] names it
    record Defect(String item, String text) {}

    /// @param amount null where the benefit is no money
    record Approve(ApplicationId application, @Nullable Fen amount, String reason, Seen seen)
            implements DecideApplication {}

    /// The second officer sends it back to review.
    record SendBack(ApplicationId application, String reason, Seen seen) implements DecideApplication {}

    /// @param clause id of the clause on which it rests
    record Reject(ApplicationId application, String clause, String reason, Seen seen) implements DecideApplication {}

    /// Tells that the department paid, or conferred the title, outside Atrium.
    ///
    /// @param amount null for a title
    record Fulfil(
            ApplicationId application,
            LocalDate on,
            @Nullable Fen amount,
            String note,
            Seen seen) implements DecideApplication {}
}
