// SPDX-License-Identifier: Apache-2.0
/// What is wrong with a policy package, told so that its author can mend it.
@NullMarked
package io.atrium.engine.decision.problem;

import org.jspecify.annotations.NullMarked;
