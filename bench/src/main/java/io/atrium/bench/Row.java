// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One figure beside its peer's.
///
/// @param figure what was measured, in words
/// @param peer   what it is compared with, or null where nothing else does the same
/// @param limit  what it has to reach or to stay below
public record Row(
        String figure,
        String unit,
        double value,
        @Nullable Peer peer,
        @Nullable Limit limit) {

    /// The same figure of something else, in the same run.
    public record Peer(String name, double value) {}

    /// A goal.
    public record Limit(double value, Direction direction) {

        public enum Direction {
            AT_LEAST,
            AT_MOST
        }

        public static Limit atLeast(double value) {
            return new Limit(value, Direction.AT_LEAST);
        }

        public static Limit atMost(double value) {
            return new Limit(value, Direction.AT_MOST);
        }

        boolean isMetBy(double figure) {
            return direction == Direction.AT_LEAST ? figure >= value : figure <= value;
        }
    }

    /// How many times better than the peer: its figure is the smaller one where less is better.
    public @Nullable Double ratio() {
        if (peer == null) return null;
        return isLessBetter() ? peer.value() / value : value / peer.value();
    }

    Map<String, @Nullable Object> forPrograms() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("figure", figure);
        fields.put("unit", unit);
        fields.put("value", rounded(value));
        fields.put("peer", peer == null ? null : peer.name());
        fields.put("peer_value", peer == null ? null : rounded(peer.value()));
        fields.put("ratio", rounded(ratio()));
        fields.put("limit", limit == null ? null : limit.value());
        return fields;
    }

    private boolean isLessBetter() {
        return limit != null && limit.direction() == Limit.Direction.AT_MOST;
    }

    private static @Nullable Double rounded(@Nullable Double number) {
        if (number == null || !Double.isFinite(number)) return null;
        return Double.valueOf(String.format(Locale.ROOT, "%.3f", number));
    }
}
