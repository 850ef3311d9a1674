// SPDX-License-Identifier: Apache-2.0
/// The placement choice written as plainly as possible: an executable specification, slow on purpose.
@NullMarked
package io.atrium.engine.scheduler.reference;

import org.jspecify.annotations.NullMarked;
