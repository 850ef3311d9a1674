// SPDX-License-Identifier: Apache-2.0
/// The proof that the column path, the row path (KIE) and jDMN decide alike: random models, random firms, no
/// differences.
/// Start at [io.atrium.bench.policy.proof.PolicyProof].
@NullMarked
package io.atrium.bench.policy.proof;

import org.jspecify.annotations.NullMarked;
