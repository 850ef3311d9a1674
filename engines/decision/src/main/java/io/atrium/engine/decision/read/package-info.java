// SPDX-License-Identifier: Apache-2.0
/// Reading the YAML files of a package, with limits, collecting every problem instead of stopping at the first.
@NullMarked
package io.atrium.engine.decision.read;

import org.jspecify.annotations.NullMarked;
