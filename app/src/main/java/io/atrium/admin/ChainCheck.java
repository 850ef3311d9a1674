// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import io.atrium.identity.AuditSeals;
import io.atrium.identity.AuditTrail;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether the chain of the audit trail holds (审计链校验). All of it is computed anew, but not for every reader.
@Component
public class ChainCheck {

    static final Duration KEPT = Duration.ofMinutes(5);

    private final AuditSeals seals;
    private final AuditTrail trail;
    private final InstantSource clock;

    private volatile @Nullable Result last;

    ChainCheck(AuditSeals seals, AuditTrail trail, InstantSource clock) {
        this.seals = seals;
        this.trail = trail;
        this.clock = clock;
    }

    /// @param sealed how many entries the chain holds
    /// @param firstBroken where it breaks, if it does
    public record Result(int sealed, OptionalLong firstBroken, Instant at) {}

    /// The result of the last few minutes, or a new one.
    public Result result() {
        var known = last;
        var now = clock.instant();
        if (known == null || known.at().plus(KEPT).isBefore(now)) {
            known = new Result(trail.sealed(), seals.firstBroken(), now);
            last = known;
        }
        return known;
    }
}
