// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.web.Requests.Answer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What became of one of several needs (受理结果): the appeal, or why not.
public record Raised(@Nullable AppealId appeal, @Nullable Refusal refusal) {

    static Raised as(AppealId appeal) {
        return new Raised(appeal, null);
    }

    static Raised not(Refusal refusal) {
        return new Raised(null, refusal);
    }

    Answer<AppealId> answer() {
        return refusal == null ? new Answer.Done<>(Objects.requireNonNull(appeal)) : new Answer.Refused<>(refusal);
    }

    /// The appeal; thrown is why there is none.
    AppealId orThrow() {
        if (refusal != null) {
            throw new RefusedException(refusal);
        }
        return Objects.requireNonNull(appeal);
    }
}
