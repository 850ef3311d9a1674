// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.pattern;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import java.time.LocalDate;

/// Says what follows from the cases of a group, who does it, and by when (作出会诊结论).
public record ConcludeGroup(RequestKey key, RoundGroup group, String conclusion, OrgId responsible, LocalDate by) {

    public static final int WORDS_LENGTH_MAX = 1000;

    /// Later is no date.
    public static final int DAYS_MAX = 366;
}
