// SPDX-License-Identifier: Apache-2.0
/// Deciding a policy for a set of facts: three-valued conditions, amount, explanation, nearest change.
@NullMarked
package io.atrium.engine.decision.decide;

import org.jspecify.annotations.NullMarked;
