// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;

/// An office accepts a correction, or refuses it with a reason (办理更正).
///
/// @param reason must be given to refuse
public record DecideCorrection(RequestKey key, Actor actor, CorrectionId id, boolean accepts, String reason) {}
