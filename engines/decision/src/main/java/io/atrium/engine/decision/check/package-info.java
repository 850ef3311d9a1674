// SPDX-License-Identifier: Apache-2.0
/// Proving a package on its own examples before it may be published.
@NullMarked
package io.atrium.engine.decision.check;

import org.jspecify.annotations.NullMarked;
