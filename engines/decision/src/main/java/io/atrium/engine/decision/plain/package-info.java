// SPDX-License-Identifier: Apache-2.0
/// Any valid DMN model, decided by Apache KIE's interpreter with the whole of FEEL: the row path (逐行求值) for models that
/// are no policy packages. Start at [io.atrium.engine.decision.plain.PlainModel].
///
/// Only functions that leave FEEL (Java, PMML) are refused. Nothing here bounds how long a model runs: whoever decides
/// a foreign model does so in a process of its own. Policy packages go through
/// [io.atrium.engine.decision.PolicyPackages], which allows far less.
@NullMarked
package io.atrium.engine.decision.plain;

import org.jspecify.annotations.NullMarked;
