// SPDX-License-Identifier: Apache-2.0
/// The parts of a policy package as plain data: header, clauses, condition tree, amount rule, examples.
@NullMarked
package io.atrium.engine.decision.policy;

import org.jspecify.annotations.NullMarked;
