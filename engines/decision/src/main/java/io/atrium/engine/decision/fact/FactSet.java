// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.fact;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The facts known about one firm, already resolved as of a date: at most one per key.
public final class FactSet {

    private final Map<String, Fact> byKey;

    private FactSet(Map<String, Fact> byKey) {
        this.byKey = Collections.unmodifiableMap(new TreeMap<>(byKey));
    }

    public static FactSet of(Collection<Fact> facts) {
        var byKey = new LinkedHashMap<String, Fact>();
        for (var fact : facts) {
            if (byKey.put(fact.key(), fact) != null) {
                throw new IllegalArgumentException("two facts with the key " + fact.key());
            }
        }
        return new FactSet(byKey);
    }

    public Optional<Fact> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    public Set<String> keys() {
        return byKey.keySet();
    }

    /// The same facts with one added or replaced: a what-if question.
    public FactSet with(Fact fact) {
        var changed = new TreeMap<>(byKey);
        changed.put(fact.key(), fact);
        return new FactSet(changed);
    }

    public FactSet without(String key) {
        var changed = new TreeMap<>(byKey);
        changed.remove(key);
        return new FactSet(changed);
    }

    /// `employees=40, size=small`, in the order of the keys.
    @Override
    public String toString() {
        return byKey.values().stream()
                .map(fact -> fact.key() + "=" + fact.value().text())
                .collect(Collectors.joining(", "));
    }
}
