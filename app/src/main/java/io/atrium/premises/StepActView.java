// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.kernel.OrgId;
import java.time.Instant;

/// Something that was done with a step (办理记录).
public record StepActView(StepId step, StepAct act, String words, String by, OrgId organisation, Instant at) {}
