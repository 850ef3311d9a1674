// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.kernel.Refusal;

/// What came of keeping, sharing or removing a scenario (情景办理结果).
public sealed interface ScenarioOutcome {

    record Done(ScenarioId scenario) implements ScenarioOutcome {}

    record Refused(Refusal refusal) implements ScenarioOutcome {}
}
