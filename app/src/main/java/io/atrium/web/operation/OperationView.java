// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.operation;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An operation as its page shows it.
///
/// @param stage place of the stage that it is in, counted from 0
/// @param done units of this stage; `total` is null where it is not known
/// @param code why it failed
/// @param refusal the same with the facts of the case; null where the node was lost
public record OperationView(
        OperationId id,
        Owner owner,
        StartOperation.Title title,
        List<String> stages,
        int stage,
        long done,
        @Nullable Long total,
        OperationState state,
        @Nullable String code,
        @Nullable Refusal refusal,
        Cancelling cancelling,
        @Nullable String resultHref,
        Times times) {

    public record Owner(PersonId person, OrgId organisation) {}

    public record Cancelling(boolean isPossible, boolean isAsked) {}

    public record Times(
            Instant startedAt, Instant changedAt, @Nullable Instant endedAt) {}

    /// How long it may still take: from half as long to twice as long as the pace so far says.
    public record Estimate(Duration least, Duration most) {}

    private static final Duration PACE_KNOWN_AFTER = Duration.ofSeconds(3);

    /// Empty while the pace is not known.
    public Optional<Estimate> estimate() {
        var all = total;
        var spent = Duration.between(times.startedAt(), times.changedAt());
        if (all == null || done <= 0 || done >= all || spent.compareTo(PACE_KNOWN_AFTER) < 0) {
            return Optional.empty();
        }
        var left = spent.toMillis() * (all - done) / done;
        return Optional.of(new Estimate(Duration.ofMillis(left / 2), Duration.ofMillis(left * 2)));
    }
}
