// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Keeps what was asked for last (最近使用), up to a number. Two who ask for the same thing at once may both make it.
public final class LastUsed<K, V> {

    private final Map<K, V> kept;

    public LastUsed(int entriesMax) {
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > entriesMax;
            }
        };
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
        }
        return fresh;
    }

    public void forget(K key) {
        synchronized (kept) {
            kept.remove(key);
        }
    }
}
