// SPDX-License-Identifier: Apache-2.0
/// Benchmarks. Each measures a figure of Atrium and the same figure of a named peer in the same run, so that the ratio
/// means something on any machine. Start at [Bench]; a new one implements [Benchmark] and joins the list there.
@NullMarked
package io.atrium.bench;

import org.jspecify.annotations.NullMarked;
