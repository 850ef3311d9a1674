// SPDX-License-Identifier: Apache-2.0
/// How fast the engine of meaning is, and how well it sees what was planted.
///
/// Start at {@link io.atrium.bench.meaning.MeaningBench}. The generator of needs and bursts stands here, apart from the
/// engine, and knows nothing of how it detects.
@NullMarked
package io.atrium.bench.meaning;

import org.jspecify.annotations.NullMarked;
