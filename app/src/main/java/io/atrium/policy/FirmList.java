// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.decide.Outcome;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// One of the lists of firms that a simulation comes to (仿真名单).
///
/// @param of a condition for near misses, a policy for overlaps, an outcome for what the firms get; else empty
public record FirmList(Kind kind, String of) {

    public enum Kind {
        /// Everybody who gets something, or may.
        GRANTED,
        WINNERS,
        LOSERS,
        MORE,
        LESS,
        NEAR,
        OVERLAP,
        OUTCOME
    }

    public static FirmList of(Kind kind) {
        return new FirmList(kind, "");
    }

    public static FirmList near(String condition) {
        return new FirmList(Kind.NEAR, condition);
    }

    public static FirmList overlap(PolicyId other) {
        return new FirmList(Kind.OVERLAP, other.value());
    }

    public static FirmList outcome(Outcome outcome) {
        return new FirmList(Kind.OUTCOME, outcome.name());
    }

    /// From its word in an address: `winners`, `near.enough_staff`, `outcome.ENTITLED`.
    public static Optional<FirmList> named(String word) {
        var parts = word.split("\\.", 2);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(parts[0]))
                .map(kind -> new FirmList(kind, parts.length < 2 ? "" : parts[1]))
                .findFirst();
    }

    public String word() {
        var name = kind.name().toLowerCase(Locale.ROOT);
        return of.isEmpty() ? name : name + "." + of;
    }
}
