// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/// Keeps what was asked for last (最近使用), up to a number and a weight; the last one stays whatever it weighs. Two who
/// ask
/// for the same thing at once may both make it.
public final class LastUsed<K, V> {

    private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final int entriesMax;
    private final long weightMax;
    private final ToLongFunction<V> weight;

    public LastUsed(int entriesMax) {
        this(entriesMax, entriesMax, _ -> 1);
    }

    public LastUsed(int entriesMax, long weightMax, ToLongFunction<V> weight) {
        this.entriesMax = entriesMax;
        this.weightMax = weightMax;
        this.weight = weight;
    }

    public V get(K key, Supplier<V> made) {
        synchronized (kept) {
            var known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        var fresh = made.get();
        synchronized (kept) {
            kept.put(key, fresh);
            shrink();
        }
        return fresh;
    }

    private void shrink() {
        long all = kept.values().stream().mapToLong(weight).sum();
        var eldest = kept.values().iterator();
        while (kept.size() > 1 && (kept.size() > entriesMax || all > weightMax)) {
            all -= weight.applyAsLong(eldest.next());
            eldest.remove();
        }
    }

    public void forget(K key) {
        synchronized (kept) {
            kept.remove(key);
        }
    }
}
