// SPDX-License-Identifier: Apache-2.0

/// What every module speaks in: typed ids, whole fen ([io.atrium.kernel.Fen]), request keys, refusals as data, the two
/// clocks, the working-day calendar, and who may see what ([io.atrium.kernel.access.AccessRules]).
///
/// It is not a place for helpers: a type belongs here only when at least two modules must agree on it.
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package io.atrium.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
