// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.community;

import java.util.List;
import java.util.Optional;

/// A firm that does not exist. `registry` is what a registry would deliver, `reported` what the firm tells by itself.
public record InventedFirm(
        int number,
        String unifiedCode,
        String name,
        String nameEn,
        Stage stage,
        List<InventedFact> registry,
        List<InventedFact> reported) {

    /// How grown-up a firm is; age, heads, revenue and R&D go together by it.
    public enum Stage {
        SEED,
        START_UP,
        GROWTH,
        SCALE_UP,
        MATURE
    }

    public InventedFirm {
        registry = List.copyOf(registry);
        reported = List.copyOf(reported);
    }

    /// The registry's value of a column, if it is known.
    public Optional<String> registryValue(String column) {
        return registry.stream()
                .filter(fact -> fact.column().equals(column))
                .map(InventedFact::value)
                .findFirst();
    }
}
