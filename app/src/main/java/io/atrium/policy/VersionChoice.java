// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// Which version of a policy holds on a day (版本适用): one whose period the day lies in comes before one that is over,
/// and that before one that is still to come; a draft comes last. Of several the newest is taken.
final class VersionChoice {

    private VersionChoice() {}

    static PublishedPolicy on(LocalDate day, List<PublishedPolicy> versions) {
        return versions.stream()
                .max(Comparator.comparingInt((PublishedPolicy version) -> rank(version, day))
                        .thenComparing(PublishedPolicy::publishedAt)
                        .thenComparing(PublishedPolicy::version))
                .orElseThrow();
    }

    private static int rank(PublishedPolicy version, LocalDate day) {
        var header = version.header();
        return switch (header.status()) {
            case DRAFT -> 0;
            case EXPIRED, SUPERSEDED -> 2;
            case IN_FORCE, SECONDARY_ONLY, DEMO ->
                !header.period().hasBegun(day) ? 1 : header.period().hasEnded(day) ? 2 : 3;
        };
    }
}
