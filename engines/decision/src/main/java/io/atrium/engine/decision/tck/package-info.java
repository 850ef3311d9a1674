// SPDX-License-Identifier: Apache-2.0
/// Runs folders in the format of the DMN Technology Compatibility Kit (DMN 兼容性测试): models beside `*-test-*.xml` files
/// that say what must come out. Start at [io.atrium.engine.decision.tck.TckRun].
///
/// The kit itself is not part of Atrium; its format is public (github.com/dmn-tck/tck).
@NullMarked
package io.atrium.engine.decision.tck;

import org.jspecify.annotations.NullMarked;
