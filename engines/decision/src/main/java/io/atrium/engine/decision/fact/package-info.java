// SPDX-License-Identifier: Apache-2.0
/// What is known about a firm: typed values with unit, source and date.
@NullMarked
package io.atrium.engine.decision.fact;

import org.jspecify.annotations.NullMarked;
