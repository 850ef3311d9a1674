// SPDX-License-Identifier: Apache-2.0
/// Examples that a package lacks (示例建议): computed by the model, vouched for by an officer.
///
/// Start at [io.atrium.engine.decision.propose.ProposeExamples]. A proposal says what the model makes of a firm;
/// whether
/// that is what the clause means only a person can say, so nothing is written until somebody confirms it.
@NullMarked
package io.atrium.engine.decision.propose;

import org.jspecify.annotations.NullMarked;
