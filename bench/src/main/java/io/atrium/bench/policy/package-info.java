// SPDX-License-Identifier: Apache-2.0
/// Benchmark of deciding policies for a whole city, against KIE and jDMN on a sample of the same firms, in the same
/// run.
/// Start at [io.atrium.bench.policy.PolicyBench].
@NullMarked
package io.atrium.bench.policy;

import org.jspecify.annotations.NullMarked;
