// SPDX-License-Identifier: Apache-2.0
/// The DMN model of a package: guarded before it is compiled, compiled and evaluated by Apache KIE.
@NullMarked
package io.atrium.engine.decision.dmn;

import org.jspecify.annotations.NullMarked;
