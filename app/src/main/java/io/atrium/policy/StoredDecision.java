// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.engine.decision.decide.Decision;
import io.atrium.kernel.OrgId;
import java.time.Instant;

/// A decision as it was kept: with the version that decided and the moment up to which facts were known.
///
/// @param cause what made Atrium decide: an import, a new version, a date
public record StoredDecision(
        DecisionId id, OrgId firm, PolicyId policy, Instant factsKnownAt, String cause, Decision decision) {}
