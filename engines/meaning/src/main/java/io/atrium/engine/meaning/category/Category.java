// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.category;

import java.util.List;

/// A category (类别) and how people say what belongs to it.
///
/// @param seeds a description and examples in the words of those who ask, Chinese and English; five to ten do well
public record Category(String id, List<String> seeds) {
    /// More examples are cases, and belong into the index.
    public static final int SEEDS_MAX = 100;

    public Category {
        seeds = List.copyOf(seeds);
        if (seeds.isEmpty() || seeds.size() > SEEDS_MAX) throw new IllegalArgumentException("seeds: " + seeds.size());
    }
}
