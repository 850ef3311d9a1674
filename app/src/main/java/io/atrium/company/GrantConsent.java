// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import java.time.LocalDate;
import java.util.List;

/// A firm lets a body read groups of its facts, for a purpose and until a day (授权查阅).
public record GrantConsent(
        RequestKey key, Actor actor, OrgId body, List<String> groups, String purpose, LocalDate until) {

    public static final int PURPOSE_LENGTH_MAX = 200;
    /// Nobody remembers a consent for longer; it can be given again.
    public static final int YEARS_MAX = 3;

    public GrantConsent {
        groups = groups.stream().distinct().sorted().toList();
    }
}
