// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.identity.OrganisationView;
import io.atrium.kernel.OrgId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// That a firm lets a body read some of its facts (查阅授权).
///
/// @param groups keys of groups of the fact catalogue
/// @param until the last day on which it holds
/// @param end absent unless it was revoked
public record ConsentView(
        ConsentId id,
        OrgId firm,
        OrganisationView body,
        List<String> groups,
        String purpose,
        LocalDate until,
        String grantedBy,
        Instant grantedAt,
        @Nullable End end) {

    public record End(String by, Instant at) {}

    public ConsentView {
        groups = List.copyOf(groups);
    }

    public boolean holdsOn(LocalDate day) {
        return end == null && !until.isBefore(day);
    }
}
