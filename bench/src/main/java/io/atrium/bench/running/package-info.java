// SPDX-License-Identifier: Apache-2.0
/// Atrium in a process of its own, and people who read its pages: for benchmarks of the whole.
@NullMarked
package io.atrium.bench.running;

import org.jspecify.annotations.NullMarked;
